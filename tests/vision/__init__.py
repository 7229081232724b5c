"""The eyes, tested."""
