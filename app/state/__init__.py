"""What the screen knows: plain values from the desk, and signals when they change."""
