"""The program lives without any network."""
