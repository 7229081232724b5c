"""Tests: a mirror of the source, and the gates that keep the house."""
