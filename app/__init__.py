"""The two faces of Relecture: a window and a command line."""
