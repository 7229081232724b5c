"""The store room, tried."""
