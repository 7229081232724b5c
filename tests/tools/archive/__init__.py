"""The archives that are made up for measuring search."""
