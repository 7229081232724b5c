"""A validation report for programs, as it was when its format was fixed."""
