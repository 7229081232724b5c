"""A hit in words: when, what, which way, how sure, what was decided; read or spoken aloud."""

from collections.abc import Mapping
from functools import cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.times import elapsed
from app.widgets.local_time import LocalTime
from app.words import Words, visible
from vsa_core.domain.event import Event, Stamp
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.verdict import Verdict

ZONE = "Europe/Paris"
HIGH, MEDIUM = 750, 500
"""Scores (per mille) from which a score is called high, or medium."""

ICONS = {
    "person": "person",
    "bicycle": "bicycle",
    "motorcycle": "motorcycle",
    "car": "car",
    "bus": "bus",
    "truck": "truck",
    "bag": "bag",
    "animal": "animal",
    "vehicle": "vehicle",
    "two-wheeler": "two-wheeler",
}

Files = Mapping[str, Footage]


def class_icon(object_class: str) -> str:
    """The icon of a class of objects; "unnamed" for what has none."""
    return ICONS.get(object_class, "unnamed")


def at(corrected: int, words: Words) -> str:
    """A corrected time in Paris, to the millisecond; where the clock shows it twice, which one."""
    return _clock(words.language).exact(corrected)


@cache
def _clock(language: str) -> LocalTime:
    return LocalTime(language, ZoneInfo(ZONE))


def when(stamp: Stamp, words: Words, files: Files) -> str:
    """The corrected time of a stamp, or how long after the first picture of its file."""
    if stamp.corrected is not None:
        return at(stamp.corrected, words)
    footage = files.get(stamp.footage)
    first = footage.stream.span.start if footage and footage.stream else 0
    since = ((stamp.pts - first) * stamp.time_base * MICROSECONDS).__floor__()
    text = QCoreApplication.translate("HitWords", "{time} after the first picture")
    return text.format(time=elapsed(since, words.language))


def what(event: Event, words: Words) -> str:
    """The class of what was found."""
    return words.name("cli.classes", event.object_class)


def direction(event: Event, words: Words) -> str:
    """Which way it went, "" when the kind has no way."""
    return words.name("kinds.direction", event.direction) if event.direction else ""


def length(event: Event, words: Words) -> str:
    """How long it lasted, "" for an instant or where the clock is not known."""
    start, end = event.start.corrected, event.end.corrected
    if start is None or end is None or start == end:
        return ""
    return elapsed(end - start, words.language)


def lasting(event: Event, words: Words) -> str:
    """How long it lasted, in a sentence; "" where `length` is."""
    text = QCoreApplication.translate("HitWords", "for {length}")
    lasted = length(event, words)
    return text.format(length=lasted) if lasted else ""


def course(event: Event, words: Words) -> str:
    """Which way it went and how long it lasted, on one line."""
    return ", ".join(part for part in (direction(event, words), lasting(event, words)) if part)


def score(per_mille: int) -> str:
    """A score as a word and per mille."""
    text = QCoreApplication.translate("HitWords", "score: {grade}")
    return text.format(grade=grade(per_mille))


def grade(per_mille: int) -> str:
    """A score as a word and per mille, where it is plain that it is a score."""
    if per_mille >= HIGH:
        text = QCoreApplication.translate("HitWords", "high, {value} ‰")
    elif per_mille >= MEDIUM:
        text = QCoreApplication.translate("HitWords", "medium, {value} ‰")
    else:
        text = QCoreApplication.translate("HitWords", "low, {value} ‰")
    return text.format(value=per_mille)


def decision(verdict: Verdict | None) -> str:
    """What was decided on a hit."""
    if verdict is None:
        return QCoreApplication.translate("HitWords", "to verify")
    if verdict is Verdict.MATCH:
        return QCoreApplication.translate("HitWords", "matched")
    if verdict is Verdict.DOUBT:
        return QCoreApplication.translate("HitWords", "doubtful")
    return QCoreApplication.translate("HitWords", "rejected")


def looks(verdict: Verdict | None) -> tuple[str, str]:
    """The icon of a decision, and the use of its colour."""
    if verdict is None:
        return "waiting", "muted"
    return {
        Verdict.MATCH: ("accept", "matched"),
        Verdict.REJECT: ("reject", "rejected"),
        Verdict.DOUBT: ("doubt", "warning"),
    }[verdict]


def spoken(event: Event, verdict: Verdict | None, words: Words, files: Files) -> str:
    """Everything that a row shows, as one line for a screen reader."""
    parts = (
        words.name("kinds.kind", event.kind),
        when(event.start, words, files),
        visible(event.camera),
        what(event, words),
        course(event, words),
        score(event.score),
        decision(verdict),
    )
    return ", ".join(part for part in parts if part)
