"""The engine: from recorded footage to answered, logged, exported questions."""
