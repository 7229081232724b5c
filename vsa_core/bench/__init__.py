"""Bench: what things cost, each beside another in the same run."""
