"""The decoder, against films whose every picture carries its number."""
