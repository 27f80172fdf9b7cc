"""Mentoring programmes as they are written."""
