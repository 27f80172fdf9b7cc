"""A user's own file of the region's boundaries: read, matched with municipalities, made fit for a map."""
