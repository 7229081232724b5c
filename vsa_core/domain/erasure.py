"""Why a case is erased, and how far its erasure has come."""

from enum import StrEnum


class Ground(StrEnum):
    """What the law erases a case for (CPP art. 230-22 to 230-24)."""

    CLOSURE = "closure"  # the inquiry is closed
    TERM = "term"  # the date by which it must be erased has come
    ORDER = "order"  # a magistrate ordered it


class Step(StrEnum):
    """The states of an erasure, in order; each recorded; cut short, it goes on from there."""

    REQUESTED = "requested"
    KEYS_ROTATED = "keys_rotated"
    FILES_UNLINKED = "files_unlinked"
    VERIFIED = "verified"
    DONE = "done"
