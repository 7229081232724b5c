"""Tests of search: plans, coverage, answers."""
