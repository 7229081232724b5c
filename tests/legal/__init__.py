"""What the law allows: grants, masks, erasure."""
