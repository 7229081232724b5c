"""What a question can rule out of a recording before any segment is opened."""

from collections.abc import Iterable
from dataclasses import dataclass

from vsa_core.domain.case import Grant
from vsa_core.domain.objects import kinds_asked
from vsa_core.domain.ports import Wanted
from vsa_core.domain.query import Query
from vsa_core.events.combining import ALL, THEN, asks, positive, resolved, same_camera
from vsa_core.events.registry import kind_named

SLACK = 60_000_000
"""Microseconds by which pruning widens the window.

The shelf prunes pieces of tracks, and an instant may lie between two pieces;
pruning must never lose an answer, and the answers are held to the window
again, to the microsecond, when they are made.
"""


@dataclass(frozen=True, slots=True)
class _Marks:
    """Class numbers (empty: all) and cells that a track of some answer must have."""

    kinds: frozenset[int]
    cells: int


def wanted_of(query: Query, grant: Grant, camera: str) -> Wanted | None:
    """What is wanted of this camera's recordings; None when they can answer nothing.

    Every track of an `all` satisfies each of its parts, so the part that rules
    out most speaks for all of them.
    """
    marks = _marks(resolved(query), camera)
    if marks is None:
        return None
    together = any(kind_named(leaf.kind).MANY for leaf in resolved(query).leaves())
    asked = None if together else query.window  # who left before it may belong to what is in it
    windows = [window for window in (asked, grant.window) if window is not None]
    starts = [window.start - SLACK for window in windows]
    ends = [window.end + SLACK for window in windows]
    return Wanted(marks.kinds, max(starts, default=None), min(ends, default=None), marks.cells)


def _marks(query: Query, camera: str) -> _Marks | None:
    if not query.parts:
        return _of_leaf(query, camera)
    parts = [_marks(part, camera) for part in positive(query)]
    found = [marks for marks in parts if marks is not None]
    together = query.kind == ALL or (query.kind == THEN and same_camera(query))
    if not found or (together and len(found) < len(parts)):
        return None
    return min(found, key=_looseness) if query.kind == ALL else _either(found)


def _of_leaf(query: Query, camera: str) -> _Marks | None:
    if not asks(query, camera):
        return None
    return _Marks(kinds_asked(query.classes), kind_named(query.kind).cells(query.place))


def _looseness(marks: _Marks) -> tuple[int, bool, int]:
    return marks.cells.bit_count(), not marks.kinds, len(marks.kinds)


def _either(found: Iterable[_Marks]) -> _Marks:
    kinds, cells, every = frozenset[int](), 0, False
    for marks in found:
        kinds, cells = kinds | marks.kinds, cells | marks.cells
        every = every or not marks.kinds
    return _Marks(frozenset() if every else kinds, cells)
