"""The films of the bench of indexing, and what happens in them."""
