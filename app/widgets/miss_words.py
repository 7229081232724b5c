"""A near miss in words: when and what it was, and which threshold it did not meet, by how much."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.widgets import hit_words
from app.widgets.measured import valued, worded
from app.words import Words
from vsa_core.domain.event import Measure


class Missed(Protocol):
    """What the desk tells of something that nearly was a result; corrected microseconds."""

    @property
    def track(self) -> int: ...

    @property
    def object_class(self) -> str: ...

    @property
    def start(self) -> int | None: ...

    @property
    def rule(self) -> str: ...

    @property
    def lacking(self) -> Measure | None: ...

    @property
    def by(self) -> int: ...


def what(miss: Missed, words: Words) -> str:
    """Class, track and time."""
    name = words.name("cli.classes", miss.object_class)
    track = QCoreApplication.translate("MissWords", "track no. {number}")
    parts = [name, track.format(number=miss.track)]
    if miss.start is not None:
        parts.append(hit_words.at(miss.start, words))
    return ", ".join(parts)


def lacked(miss: Missed, words: Words) -> str:
    """The rule that it failed, the measure that was short, and by how much."""
    rule = words.name("kinds.rule", miss.rule)
    if miss.lacking is None:
        return rule
    measure = words.name("kinds.measure", miss.lacking.name)
    text = QCoreApplication.translate("MissWords", "{measure}: {value}, {by} away from it")
    by = valued(miss.by, miss.lacking.unit, words)
    told = text.format(measure=measure, value=worded(miss.lacking, words), by=by)
    return f"{rule} {told[:1].upper()}{told[1:]}."
