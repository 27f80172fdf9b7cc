"""The Target Mentoring Model (CMN) of a region: reading reports, storing them, counting, drawing and writing.

Knows no screen: pages, routes and the command line stand on top of it.
"""
