"""Tests of the desk of the data protection officer."""
