"""The keys room, tried."""
