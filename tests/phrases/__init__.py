"""Tests of the language of questions."""
