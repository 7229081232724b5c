"""Looking at footage on several machines: the only part of Relecture that opens the network."""
