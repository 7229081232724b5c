"""Pictures by PyAV with exact times, from the very bytes that were hashed."""
