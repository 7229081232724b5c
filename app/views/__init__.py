"""What the screen shows: one widget each, and no view knows another."""
