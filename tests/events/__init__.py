"""Tests of the event kinds."""
