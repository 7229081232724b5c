"""What is kept: sealed segments, the sealed table of the case, the encrypted catalogue."""
