"""Training of the default detector and rendering of the sample archive: outside the program."""
