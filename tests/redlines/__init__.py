"""What must never exist is proved absent, and each proof can fail."""
