"""What is in a picture, told by a network or by motion, and followed from one to the next."""
