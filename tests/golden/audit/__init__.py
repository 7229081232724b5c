"""Golden journals: one whole, one tampered with, one cut, and the script that makes them."""
