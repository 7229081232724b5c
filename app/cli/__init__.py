"""The command line: one file per group of commands, every one of them through the desk."""
