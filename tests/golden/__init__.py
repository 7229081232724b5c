"""Files that are kept as they were, and the scripts that make them again."""
