"""Tools for those who work on twin."""
