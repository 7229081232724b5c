"""Broad questions: how much a question took in, by a rule that is told with every answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import WrongUsage

ALL_CAMERAS = "all_cameras"
LONG = "long_window"
MANY_CLASSES = "many_classes"

HOUR = 3600 * MICROSECONDS


@dataclass(frozen=True, slots=True)
class Breadth:
    """A question is broad when at least two of three hold; facts about questions, not people.

    It takes in every camera of a basis that names two or more; more than
    `hours` hours; more than `classes` classes, or every one. Both at least 1,
    else WrongUsage (CAS-101).
    """

    hours: int = 24
    classes: int = 3

    def __post_init__(self) -> None:
        if self.hours < 1 or self.classes < 1:
            raise WrongUsage("CAS-101", hours=self.hours, classes=self.classes)

    def broad(self, about: Mapping[str, Canonical]) -> tuple[str, ...]:
        """What makes the question of a `query` record broad; empty when it is not."""
        met = self._met(about)
        return met if len(met) > 1 else ()

    def _met(self, about: Mapping[str, Canonical]) -> tuple[str, ...]:
        tests = (
            (ALL_CAMERAS, _every_camera(about)),
            (LONG, _length(about) > self.hours * HOUR),
            (MANY_CLASSES, not 1 <= _count(about.get("classes")) <= self.classes),
        )
        return tuple(name for name, holds in tests if holds)


def reach(asked: Window | None, allowed: Window, cameras: int) -> dict[str, Canonical]:
    """What a `query` record tells of its basis: how many cameras it names, and the hours asked.

    Hours are counted as begun, within the allowed window.
    """
    start, end = (asked or allowed).start, (asked or allowed).end
    length = min(end, allowed.end) - max(start, allowed.start)
    return {"cameras_allowed": cameras, "hours_asked": max(-(-length // HOUR), 0)}


def _every_camera(about: Mapping[str, Canonical]) -> bool:
    allowed, named = about.get("cameras_allowed"), _count(about.get("cameras"))
    if type(allowed) is not int:  # a record of a version that did not count them
        return not named
    return allowed > 1 and named in (0, allowed)


def _length(about: Mapping[str, Canonical]) -> int:
    hours = about.get("hours_asked")
    if type(hours) is int:
        return hours * HOUR
    window = about.get("window_us")
    if isinstance(window, list) and len(window) == 2 and all(type(t) is int for t in window):
        return int(str(window[1])) - int(str(window[0]))
    return 0


def _count(value: Canonical) -> int:
    return len(value) if isinstance(value, list) else 0
