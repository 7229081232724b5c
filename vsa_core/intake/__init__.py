"""The evidence counter: a path goes in, an admitted Footage comes out."""
