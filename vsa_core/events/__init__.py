"""Event kinds: observations in, events out, at question time."""
