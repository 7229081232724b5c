"""The journal: formats, failures, attacks."""
