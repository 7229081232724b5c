"""Tests of the machines that look together."""
