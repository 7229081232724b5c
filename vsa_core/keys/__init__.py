"""Who holds which key, and what can no longer be opened once a key is destroyed."""
