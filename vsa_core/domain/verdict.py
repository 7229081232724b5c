"""What a person said of a hit."""

from enum import StrEnum


class Verdict(StrEnum):
    """Accepted, rejected, or left open on purpose; only a match unmasks in an export."""

    MATCH = "match"
    REJECT = "reject"
    DOUBT = "doubt"
