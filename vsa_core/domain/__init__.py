"""Pure values and the plugs in the wall."""
