"""Crash campaigns of the journal: kills, power cuts, failing system calls, full disks, and time."""
