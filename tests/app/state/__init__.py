"""Tests of what the screen knows."""
