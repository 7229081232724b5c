"""The weights that may be opened, and those that are shipped."""
