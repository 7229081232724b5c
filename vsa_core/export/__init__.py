"""What leaves the house, and the paper that goes with it."""
