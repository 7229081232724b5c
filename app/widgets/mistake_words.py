"""A mistake in words: what was missed or said without being, where, when, which way."""

from PySide6.QtCore import QCoreApplication

from app.times import elapsed
from app.words import Words, visible
from vsa_core.domain.assessment import Mistake

LOOKS = {True: ("eye-off", "warning"), False: ("reject", "bad")}
"""The icon of a miss and of a false alarm, and the use of its colour."""


def what(mistake: Mistake) -> str:
    """Whether something true was missed, or something said that was not there."""
    if mistake.missed:
        return QCoreApplication.translate("Mistakes", "missed event")
    return QCoreApplication.translate("Mistakes", "false alarm")


def when(mistake: Mistake, words: Words) -> str:
    """How long after the first picture of its film."""
    return elapsed(mistake.at, words.language)


def way(mistake: Mistake, words: Words) -> str:
    """Which way it went, "" where nobody says; in the words of the kind or of the picture."""
    return ", ".join(_way(one, words) for one in mistake.direction.split())


def title(mistake: Mistake, words: Words) -> str:
    """What, when and where on one line."""
    parts = (what(mistake), when(mistake, words), visible(mistake.clip), visible(mistake.question))
    first, *rest = parts
    return " · ".join((f"{first[:1].upper()}{first[1:]}", *rest))


def _way(direction: str, words: Words) -> str:
    own = words.name("kinds.direction", direction)
    return own if own != direction else words.name("validation.direction", direction)
