"""Small things that several views share."""
