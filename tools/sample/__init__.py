"""A small archive of two invented street cameras, rendered at run time, with its truth."""
