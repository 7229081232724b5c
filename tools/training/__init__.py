"""Trains vigie, our own default detector, from a pack of pictures: python -m tools.training."""
