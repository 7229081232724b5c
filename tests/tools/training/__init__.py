"""The training of the default detector, on made-up packs of a few small pictures."""
