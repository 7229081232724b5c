"""A segment that contradicts itself is told apart from a sound one."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from tests.store.samples import BASE, digest_of, segment
from vsa_core.domain.moment import Span
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.track import POINT, TRACK, Part, Segment
from vsa_core.store.soundness import PARTS, fault_of

Change = Callable[[Segment], Segment]


def _table(name: str, row: int, value: object) -> Change:
    def change(segment: Segment) -> Segment:
        table = segment.table.copy()
        table[name][row] = value
        return replace(segment, table=table)

    return change


def _part(**fields: object) -> Change:
    return lambda segment: replace(
        segment,
        parts=(replace(segment.parts[0], **fields),),  # type: ignore[arg-type]  # by name
    )


def _first_step(segment: Segment) -> Segment:
    points = segment.points.copy()
    points["dt"][20] += 1
    points["dt"][21] -= 1
    return replace(segment, points=points)


FAULTS: list[tuple[str, Change]] = [
    ("shape", lambda s: replace(s, table=s.table.reshape(1, -1))),
    (
        "columns",
        lambda s: replace(s, points=s.points.astype([(n, "<f4") for n in POINT.names or ()])),
    ),
    ("columns", lambda s: replace(s, table=s.table[["number", "part"]])),
    ("size", lambda s: replace(s, parts=s.parts * (PARTS + 1))),
    ("parts", _part(footage="porte nord")),
    ("parts", _part(footage=digest_of(1).upper())),
    ("parts", _part(time_base=Fraction(-1, 25))),
    ("parts", _part(time_base=Fraction(1, 2**63))),
    ("parts", _part(span=Span(-(2**62), 0))),
    ("part", _table("part", 2, 1)),
    ("kind", _table("kind", 2, len(CLASSES))),
    ("colours", _table("colours", 2, (15, 0, 0, 0, 0, 0, 0, 0))),
    ("counts", _table("count", 2, 0)),
    ("offsets", _table("count", 2, 2**31)),
    ("offsets", _table("count", 4, 21)),
    ("offsets", _table("offset", 2, 0)),
    ("offsets", lambda s: replace(s, points=s.points[:-1])),
    ("offsets", lambda s: replace(s, points=s.points[:0])),
    ("times", _table("t1", 2, 0)),
    ("times", _table("t0", 2, -(2**63))),
    ("times", _first_step),
]


@pytest.mark.parametrize(("word", "change"), FAULTS)
def test_a_fault_is_named(word: str, change: Change) -> None:
    assert fault_of(change(segment(0))) == word


@pytest.mark.parametrize("tracks", [0, 1, 7])
def test_a_sound_segment_has_none(tracks: int) -> None:
    assert fault_of(segment(1, tracks)) == ""


def test_an_empty_segment_may_have_no_part_at_all() -> None:
    assert fault_of(Segment((), np.zeros(0, TRACK), np.zeros(0, POINT))) == ""


def test_colour_shares_go_to_255() -> None:
    assert fault_of(_table("colours", 0, (14, 255, 0, 255, 14, 255, 0, 255))(segment(1))) == ""


def test_the_parts_are_counted_to_the_limit() -> None:
    part = Part(digest_of(1), BASE, Span(0, 1))
    assert fault_of(Segment((part,) * PARTS, np.zeros(0, TRACK), np.zeros(0, POINT))) == ""
