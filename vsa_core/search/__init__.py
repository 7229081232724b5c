"""Search: a question in, hits and coverage out."""
