"""What stands beside the program."""
