"""Hits: exact addresses, the windows kept to the microsecond, box, pedigree and name."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.worlds import NOON, Walk, tracks
from tests.search.archive import (
    MINUTE,
    crossing,
    footage,
    grant,
    looked,
    name_of,
    of_file,
    pedigree,
    window,
)
from vsa_core.domain.case import Grant
from vsa_core.domain.event import Event, Hit
from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.provenance import Pedigree, digest
from vsa_core.domain.query import Query
from vsa_core.domain.track import Part, Tracks
from vsa_core.search.answer import hits, stamp
from vsa_core.search.plan import plan

LINE = Line(Point(10_000, 30_000), Point(50_000, 30_000))
QUERY = Query("line_crossing", place=LINE)


def _hits(
    world: Tracks, *files: Footage, query: Query = QUERY, leave: Grant | None = None
) -> list[Hit]:
    known = {f.digest: looked(f) for f in files}
    pedigrees = {f.digest: pedigree(f.digest[0]) for f in files}
    made = plan(query, leave or grant("north"), files, known, pedigrees)
    return list(hits(made, recordings(files)[0], world))


def _one(world: Tracks, *files: Footage) -> Event:
    (hit,) = _hits(world, *files)
    return hit.event


def _two_files(walk: Walk) -> tuple[Tracks, Footage, Footage]:
    """One track over two files: ten minutes of one, a pause of a second, then the other."""
    a = footage("a")
    b = footage("b", at=10 * MINUTE + 1_000_000, time_base=Fraction(1, 90_000), first=126_000)
    assert a.stream is not None
    assert b.stream is not None
    world = of_file(tracks(walk), a)
    second = world.t >= NOON + 10 * MINUTE
    into = (world.t - NOON - 10 * MINUTE - 1_000_000) * 9 // 100
    parts = (*world.parts, Part(b.digest, b.stream.time_base, b.stream.span))
    pts = np.where(second, 126_000 + into, world.pts)
    return replace(world, parts=parts, part=second.astype(np.uint16), pts=pts), a, b


def test_a_hit_says_everything() -> None:
    a = footage("a", first=500)
    event = _one(of_file(tracks(replace(crossing(5000, "car"), score=204)), a), a)
    assert (event.kind, event.version, event.camera) == ("line_crossing", 1, "north")
    assert (event.recording, event.track, event.object_class) == (name_of("a"), 1, "car")
    assert (event.score, event.direction, event.rule) == (800, "to_right", "line_crossing")
    assert event.start == event.end
    assert event.start.corrected == NOON + 5_150_000
    assert (event.start.footage, event.start.pts) == (name_of("a"), 5650)
    assert event.box == (29_000, 27_000, 2000, 6000)
    assert event.pedigree == pedigree("a")


def test_its_name_is_the_digest_of_its_fields() -> None:
    a = footage("a")
    (hit,) = _hits(of_file(tracks(crossing(5000)), a), a)
    assert hit.name == digest(hit.event.fields())


def test_without_a_clock_claim_there_is_no_corrected_time() -> None:
    a = footage("a", at=None)
    event = _one(of_file(tracks(crossing(5000)), a), a)
    assert (event.start.corrected, event.start.pts) == (None, 5000)


def test_hits_come_in_order_of_time() -> None:
    a = footage("a")
    world = of_file(tracks(crossing(9000), crossing(5000), crossing(7000)), a)
    assert [hit.event.track for hit in _hits(world, a)] == [2, 3, 1]


def test_the_box_stays_in_the_picture() -> None:
    walk = Walk([(0, 300.0, 20_000.0), (1000, 65_400.0, 40_000.0)], size=(2000.0, 60_000.0))
    a = footage("a")
    left, top, width, height = _one(of_file(tracks(walk), a), a).box
    assert (top, height) == (0, 30_000)
    assert left + width <= 65_535


@pytest.mark.parametrize(
    ("instant", "file", "pts"),
    [
        (10 * MINUTE - 500_000, "a", 599_500),
        (10 * MINUTE - 1, "a", 599_999),
        (10 * MINUTE, "b", 126_000),
        (10 * MINUTE + 999_999, "b", 126_000),
        (10 * MINUTE + 1_000_000, "b", 126_000),
        (10 * MINUTE + 1_500_000, "b", 171_000),
    ],
)
def test_between_two_files_the_earlier_one_holds_while_it_lasts(
    instant: int, file: str, pts: int
) -> None:
    walk = Walk([(599_000, 1.0, 1.0), (599_500, 1.0, 1.0), (601_500, 1.0, 1.0)])
    world, a, b = _two_files(walk)
    found = stamp(Recording("north", (a, b)), world, 0, NOON + instant)
    assert (found.footage, found.pts) == (name_of(file), pts)


def test_an_event_over_two_files_has_both_pedigrees() -> None:
    walk = Walk([(599_500, 30_000.0, 20_000.0), (601_500, 30_000.0, 40_000.0)])
    world, a, b = _two_files(walk)
    event = _one(world, a, b)
    assert event.pedigree == Pedigree(
        (name_of("a"), name_of("b")), ("segment-a", "segment-b"), "d", "t", "s", "p"
    )


@given(st.integers(1, 90_000), st.integers(-50, 50), st.integers(0, 2_000_000))
def test_a_point_has_the_very_pts_it_was_seen_at(rate: int, first: int, us: int) -> None:
    a = footage("a", time_base=Fraction(1, rate), first=first)
    assert a.stream is not None
    pts = first + us * rate // 1_000_000
    world = replace(
        of_file(tracks(Walk([(0, 1.0, 1.0)])), a),
        pts=np.array([pts]),
        t=np.array([a.corrected(pts)]),
    )
    found = stamp(Recording("north", (a,)), world, 0, a.corrected(pts))
    assert (found.pts, found.corrected) == (pts, a.corrected(pts))


@given(st.integers(0, 600), st.integers(1, 600), st.integers(0, 600), st.integers(1, 600))
def test_nothing_is_told_outside_the_basis(a: int, b: int, c: int, d: int) -> None:
    file = footage("a")
    world = of_file(tracks(*(crossing(30_000 * i + 1000) for i in range(19))), file)
    second = 1_000_000
    asked, basis = window(a * second, (a + b) * second), window(c * second, (c + d) * second)
    told = _hits(
        world, file, query=replace(QUERY, window=asked), leave=grant("north", window=basis)
    )
    every = [hit.event.start.corrected for hit in _hits(world, file)]
    inside = [
        t for t in every
        if t is not None and max(asked.start, basis.start) <= t < min(asked.end, basis.end)
    ]  # fmt: skip
    assert [hit.event.start.corrected for hit in told] == inside
