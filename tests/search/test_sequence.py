"""A then B: pairs as the definition says, whatever the slices, the cameras and the clocks."""

from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.worlds import NOON
from tests.search.archive import crossing, footage, grant, window
from tests.search.sights import (
    ARCHIVES,
    CROSSINGS,
    SECOND,
    STAYS,
    Archive,
    archive,
    staying,
)
from vsa_core.domain.coverage import Looked
from vsa_core.domain.event import Event, Hit
from vsa_core.domain.filters import Hours, Range
from vsa_core.domain.query import Query, Setting
from vsa_core.search import slices

PERSON = replace(STAYS, classes=("person",))
CAR = replace(CROSSINGS, classes=("car",))


def then(first: Query, second: Query, **values: int) -> Query:
    """A sequence with settings in milliseconds."""
    settings = tuple(Setting(name, value, value, value) for name, value in values.items())
    return Query("then", parts=(first, second), settings=settings)


def _hits(held: Archive, query: Query, hour: int = slices.HOUR) -> list[Hit]:
    with patch.object(slices, "HOUR", hour):
        return [hit for batch in held.batches(query) for hit in batch.hits]


def _times(event: Event) -> tuple[int, int]:
    assert event.start.corrected is not None
    assert event.end.corrected is not None
    return event.start.corrected - NOON, event.end.corrected - NOON


ONE = archive(
    (footage("a"), [staying(1000, 4000), staying(2000, 5000), crossing(9000, "car")]),
)


def test_a_pair_begins_with_the_first_ends_with_the_second_and_tells_both() -> None:
    (hit,) = _hits(ONE, then(PERSON, CAR, within=3000))
    event = hit.event
    assert [part.kind for part in event.parts] == ["dwell", "line_crossing"]
    assert [part.track for part in event.parts] == [2, 3], "the stay that ended last"
    assert _times(event) == (2 * SECOND, 9_150_000)
    assert (event.kind, event.rule, event.track, event.others) == ("then", "then", 2, (3,))
    assert (event.box, event.object_class) == (event.parts[0].box, "person")
    (pause,) = event.measures
    assert (pause.name, pause.value, pause.threshold) == ("pause", 2150, 3000)
    assert event.pedigree == event.parts[0].pedigree


@pytest.mark.parametrize(("within", "gap", "count"), [(2149, 0, 0), (2150, 2150, 1), (9, 0, 0)])
def test_within_and_gap_hold_both_their_ends(within: int, gap: int, count: int) -> None:
    assert len(_hits(ONE, then(PERSON, CAR, within=within, gap=gap))) == count


def test_a_longer_gap_takes_an_earlier_first() -> None:
    (hit,) = _hits(ONE, then(PERSON, CAR, within=9000, gap=2151))
    assert hit.event.parts[0].track == 1
    assert [m.name for m in hit.event.measures] == ["pause", "pause_least"]


def test_what_begins_at_the_very_end_of_the_first_does_not_follow_it() -> None:
    stays = archive((footage("a"), [staying(0, 4000), staying(4000, 1000), staying(4001, 500)]))
    pairs = [
        tuple(part.track for part in hit.event.parts) for hit in _hits(stays, then(STAYS, STAYS))
    ]
    assert pairs == [(1, 3)]


def test_one_first_may_serve_several_seconds() -> None:
    held = archive((footage("a"), [staying(0, 1000), crossing(3000, "car"), crossing(5000, "car")]))
    assert [hit.event.parts[0].track for hit in _hits(held, then(PERSON, CAR))] == [1, 1]


TWO = archive(
    (footage("a", "north", 0), [staying(1000, 4000)]),
    (footage("b", "south", 5 * SECOND), [crossing(3000, "car")]),
)


def test_two_cameras_are_paired_when_asked_so() -> None:
    assert _hits(TWO, then(PERSON, CAR)) == []
    (hit,) = _hits(TWO, then(PERSON, CAR, same_camera=0))
    assert [part.camera for part in hit.event.parts] == ["north", "south"]
    assert (hit.event.camera, hit.event.others) == ("north", ())
    assert hit.event.pedigree.footage == (TWO.files[0].digest, TWO.files[1].digest)
    named = then(
        replace(PERSON, cameras=("north",)), replace(CAR, cameras=("south",)), same_camera=0
    )
    assert len(_hits(TWO, named)) == 1
    other = then(
        replace(PERSON, cameras=("south",)), replace(CAR, cameras=("north",)), same_camera=0
    )
    assert _hits(TWO, other) == []


def test_footage_without_a_clock_pairs_within_itself_only() -> None:
    undated = archive(
        (footage("a", "north", None), [staying(1000, 4000), crossing(9000, "car")]),
        (footage("b", "north", None), [crossing(9500, "car")]),
    )
    (hit,) = _hits(undated, then(PERSON, CAR))
    assert hit.event.recording == undated.files[0].digest
    across = then(PERSON, CAR, same_camera=0)
    (batch,) = undated.batches(across)
    assert batch.hits == ()
    assert batch.coverage is not None
    fates = {s.looked for s in batch.coverage.stretches if s.camera == "north"}
    assert fates == {Looked.OUTSIDE_CLOCK}


def test_window_hours_and_filters_hold_for_both_parts() -> None:
    query = then(PERSON, CAR)
    assert len(_hits(ONE, replace(query, window=window(7 * SECOND, 10 * SECOND)))) == 1
    assert _hits(ONE, replace(query, window=window(7 * SECOND + 1, 10 * SECOND))) == []
    assert _hits(ONE, replace(query, window=window(0, 9 * SECOND))) == []
    shorter = replace(query, filters=(Range("duration", None, 4000),))
    (hit,) = _hits(ONE, shorter)
    assert hit.event.parts[0].track == 1
    assert all(part.measures[-1].name == "duration_most" for part in hit.event.parts)
    assert len(_hits(ONE, replace(query, filters=(Hours(22 * 60, 24 * 60),)))) == 1
    assert _hits(ONE, replace(query, filters=(Hours(22 * 60, 23 * 60),))) == []


def test_a_sequence_may_be_the_first_part_of_another() -> None:
    held = archive(
        (
            footage("a"),
            [staying(0, 1000), crossing(3000, "car"), staying(4000, 1000), crossing(9000, "bus")],
        )
    )
    inner = then(PERSON, CAR)
    bus = replace(CROSSINGS, classes=("bus",))
    (hit,) = _hits(held, then(inner, bus))
    assert [part.kind for part in hit.event.parts] == ["then", "line_crossing"]
    assert [part.track for part in hit.event.parts[0].parts] == [1, 2]
    assert _times(hit.event) == (0, 9_150_000)
    both = Query("any", parts=(inner, bus))
    assert [h.event.kind for h in _hits(held, both)] == ["then", "line_crossing"]


Key = tuple[str, str, int, int]


def _leaf(held: Archive, query: Query) -> list[Event]:
    return [hit.event for hit in _hits(held, query)]


def _key(event: Event) -> Key:
    """Camera, recording, track, and the instant in corrected time or on the film's own."""
    return event.camera, event.recording, event.track, _at(event)


def _at(event: Event) -> int:
    return event.start.corrected if event.start.corrected is not None else event.start.pts * 1000


def _until(event: Event) -> int:
    return event.end.corrected if event.end.corrected is not None else event.end.pts * 1000


def _oracle(held: Archive, query: Query) -> list[tuple[Key, Key]]:
    """Every pair of events by the definition, the latest first part chosen by looking at all."""
    within, gap, same = (query.setting(name) for name in ("within", "gap", "same_camera"))
    firsts, seconds = _leaf(held, query.parts[0]), _leaf(held, query.parts[1])
    pairs = []
    for b in seconds:
        fit = [
            a
            for a in firsts
            if _comparable(a, b, same)
            and _until(a) < _at(b) <= _until(a) + within * 1000
            and _until(a) + gap * 1000 <= _at(b)
        ]
        if fit:
            latest = max(fit, key=lambda a: (_until(a), _at(a), _key(a)[:3]))
            pairs.append((_key(latest), _key(b)))
    return sorted(pairs)


def _comparable(a: Event, b: Event, same: int) -> bool:
    dated = a.start.corrected is not None and b.start.corrected is not None
    if not same:
        return dated
    return a.camera == b.camera and (dated or a.recording == b.recording)


PARTS = st.sampled_from([STAYS, CROSSINGS, PERSON, CAR, replace(STAYS, cameras=("north",))])
PAUSES = st.integers(1, 30).map(lambda i: i * 500)
WIDTHS = st.sampled_from([SECOND // 3, SECOND, 7 * SECOND, slices.HOUR])


@given(ARCHIVES, PARTS, PARTS, PAUSES, st.integers(0, 6), st.integers(0, 1), WIDTHS)
def test_pairs_are_those_of_the_definition_whatever_the_slices(
    held: Archive, first: Query, second: Query, within: int, gap: int, same: int, width: int
) -> None:
    query = then(first, second, within=within, gap=gap * 1000, same_camera=same)
    with patch.object(slices, "SLACK", 0), patch.object(slices, "WIDEST", 1):
        found = [tuple(map(_key, hit.event.parts)) for hit in _hits(held, query, width)]
    assert sorted(found) == _oracle(held, query)
    assert len(set(found)) == len(found)


@settings(max_examples=40)
@given(ARCHIVES, PARTS, PARTS, PAUSES, PAUSES)
def test_a_longer_within_keeps_every_pair(
    held: Archive, first: Query, second: Query, within: int, more: int
) -> None:
    narrow, wide = (
        {
            tuple(part.fields()["track"] for part in hit.event.parts) + _times_of(hit)  # type: ignore[operator]
            for hit in _hits(held, then(first, second, within=length))
        }
        for length in (within, within + more)
    )
    assert narrow <= wide


def _times_of(hit: Hit) -> tuple[int, ...]:
    return tuple(_at(part) for part in hit.event.parts)


@settings(max_examples=40)
@given(ARCHIVES, PARTS, PARTS, WIDTHS)
def test_the_slices_do_not_change_the_answer_to_the_byte(
    held: Archive, first: Query, second: Query, width: int
) -> None:
    query = then(first, second, within=9000, same_camera=0)
    assert _hits(held, query, width) == _hits(held, query)


@settings(max_examples=40)
@given(ARCHIVES, PARTS, PARTS, st.integers(1, 10**12))
def test_shifting_time_shifts_pairs(held: Archive, first: Query, second: Query, shift: int) -> None:
    query = then(first, second, within=9000, same_camera=0)
    files = tuple(
        replace(f, clock=replace(f.clock, offset=f.clock.offset + shift)) if f.clock else f
        for f in held.files
    )
    moved = Archive(
        files,
        {
            f.digest: replace(held.held[f.digest], t=held.held[f.digest].t + shift)
            if f.clock
            else held.held[f.digest]
            for f in files
        },
    )
    before = sorted(tuple((k[:3], k[3] + shift) for k in pair) for pair in _pairs(held, query))
    assert sorted(tuple((k[:3], k[3]) for k in pair) for pair in _pairs(moved, query)) == before


def _pairs(held: Archive, query: Query) -> list[tuple[Key, ...]]:
    return [tuple(map(_key, hit.event.parts)) for hit in _hits(held, query)]


def test_the_basis_holds_for_both_parts() -> None:
    query = then(PERSON, CAR, same_camera=0)
    leave = grant("north", "south", window=window(6 * SECOND, 60 * SECOND))
    (batch,) = ONE.batches(query, leave)
    (hit,) = batch.hits
    assert _times(hit.event)[0] >= 6 * SECOND, "the stay is told from the basis' beginning"
    (batch,) = TWO.batches(query, grant("south"))
    assert batch.hits == ()
