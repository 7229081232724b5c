"""Films for the bench of indexing: made from a seed, with who crossed what, and when."""
