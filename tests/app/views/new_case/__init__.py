"""Tests of the pages on which a new case is written down."""
