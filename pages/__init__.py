"""The screens: one file a page, named by what its user calls it; a page computes nothing."""
