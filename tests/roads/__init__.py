"""Whole roads walked from outside: the real program, a real screen, a mouse and keys."""
