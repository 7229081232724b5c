"""Hits: exact addresses, the windows kept to the microsecond, box, pedigree and name."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.events.worlds import NOON, Walk, tracks
from tests.search.archive import (
    crossing,
    footage,
    grant,
    looked,
    name_of,
    of_file,
    pedigree,
    planned,
    window,
)
from vsa_core.domain.case import Grant
from vsa_core.domain.event import Event, Hit
from vsa_core.domain.footage import Footage, recordings
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.provenance import digest
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.search.answer import hits

LINE = Line(Point(10_000, 30_000), Point(50_000, 30_000))
QUERY = Query("line_crossing", place=LINE)


def _hits(
    world: Tracks, *files: Footage, query: Query = QUERY, leave: Grant | None = None
) -> list[Hit]:
    known = {f.digest: looked(f) for f in files}
    pedigrees = {f.digest: pedigree(f.digest[0]) for f in files}
    made = planned(query, leave or grant("north"), files, known, pedigrees)
    return list(hits(made, recordings(files)[0], world))


def _one(world: Tracks, *files: Footage) -> Event:
    (hit,) = _hits(world, *files)
    return hit.event


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
