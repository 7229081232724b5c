"""And, or, not: the laws of sets, over tracks and over events."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.test_presence import YARD
from tests.events.worlds import NOON, ask
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
from vsa_core.domain.case import Grant
from vsa_core.domain.event import Event, Hit
from vsa_core.domain.filters import Range
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query

ENTRIES = ask("zone_entry", YARD)
LONG = ask("dwell", YARD, minimum=4000)
Home = tuple[str, int]


def _all(*parts: Query) -> Query:
    return Query("all", parts=parts)


def _any(*parts: Query) -> Query:
    return Query("any", parts=parts)


def _not(part: Query) -> Query:
    return Query("not", parts=(part,))


def _hits(held: Archive, query: Query, leave: Grant | None = None) -> list[Hit]:
    return [hit for batch in held.batches(query, leave) for hit in batch.hits]


def _names(held: Archive, query: Query) -> set[str]:
    return {hit.name for hit in _hits(held, query)}


def _homes(held: Archive, query: Query) -> set[Home]:
    return {(hit.event.recording, hit.event.track) for hit in _hits(held, query)}


def _bare(event: Event) -> Event:
    """The event of the first part that a combined one was made of."""
    return event.parts[0] if event.kind == "all" else event


ONE = archive((footage("a"), [staying(0, 5000), crossing(9000), crossing(9000, "car")]))


def test_an_event_of_all_is_the_first_part_s_and_tells_every_part() -> None:
    (one, two) = _hits(ONE, _all(ENTRIES, CROSSINGS))
    assert [one.event.track, two.event.track] == [2, 3]
    event = one.event
    assert (event.kind, event.rule) == ("all", "all")
    assert [part.kind for part in event.parts] == ["zone_entry", "line_crossing"]
    first = event.parts[0]
    assert (event.start, event.end, event.box, event.score) == (
        first.start,
        first.end,
        first.box,
        first.score,
    )
    assert event.measures == first.measures
    assert event.pedigree == first.pedigree


def test_not_takes_out_whole_tracks() -> None:
    car = replace(CROSSINGS, classes=("car",))
    assert [hit.event.track for hit in _hits(ONE, _all(ENTRIES, _not(CROSSINGS)))] == [1]
    assert [hit.event.track for hit in _hits(ONE, _all(CROSSINGS, _not(car)))] == [2]
    assert [hit.event.track for hit in _hits(ONE, _all(_not(car), CROSSINGS))] == [2]


def test_a_witness_is_the_first_event_of_its_track() -> None:
    walk = staying(0, 1000)
    back = replace(
        walk, steps=[(0, 3e4, 2.5e4), (9, 3e4, 35e3), (2000, 3e4, 35e3), (2500, 3e4, 25e3)]
    )
    held = archive((footage("a"), [back]))
    crossings = ask("line_crossing", CROSSINGS.place, settle=0)  # type: ignore[arg-type]
    assert len(_hits(held, crossings)) == 2
    (hit,) = _hits(held, _all(ENTRIES, crossings))
    assert hit.event.parts[1] == _hits(held, crossings)[0].event


def test_an_event_is_told_once_and_filters_tell_their_measures_apart() -> None:
    assert len(_hits(ONE, _any(CROSSINGS, replace(CROSSINGS, classes=("car",))))) == 2
    long = replace(STAYS, filters=(Range("duration", 5000, None),))
    assert [h.event.measures[-1].name for h in _hits(ONE, _any(STAYS, long))].count(
        "duration_least"
    ) == 1


PARTS = st.sampled_from(
    [
        STAYS,
        CROSSINGS,
        ENTRIES,
        LONG,
        replace(CROSSINGS, classes=("car",)),
        replace(STAYS, cameras=("north",)),
        replace(CROSSINGS, filters=(Range("duration", 1000, 5000),)),
    ]
)


@settings(max_examples=40)
@given(ARCHIVES, PARTS)
def test_a_and_not_a_is_nothing_a_or_a_is_a_and_a_and_a_is_a(held: Archive, a: Query) -> None:
    assert _hits(held, _all(a, _not(a))) == []
    assert _hits(held, _any(a, a)) == _hits(held, a)
    assert [_bare(hit.event) for hit in _hits(held, _all(a, a))] == [
        hit.event for hit in _hits(held, a)
    ]


@settings(max_examples=40)
@given(ARCHIVES, PARTS, PARTS, PARTS)
def test_which_tracks_answer_is_set_theory(held: Archive, a: Query, b: Query, c: Query) -> None:
    of_a, of_b, of_c = (_homes(held, query) for query in (a, b, c))
    assert _homes(held, _all(a, b)) == _homes(held, _all(b, a)) == of_a & of_b
    assert _homes(held, _any(a, b)) == _homes(held, _any(b, a)) == of_a | of_b
    assert _homes(held, _all(a, _not(b))) == of_a - of_b
    assert _homes(held, _all(a, _any(b, c))) == of_a & (of_b | of_c)
    assert _homes(held, _all(a, b, c)) == _homes(held, _all(a, _all(b, c)))


@settings(max_examples=40)
@given(ARCHIVES, PARTS, PARTS, PARTS)
def test_de_morgan(held: Archive, a: Query, b: Query, c: Query) -> None:
    neither = _hits(held, _all(a, _not(_any(b, c))))
    assert neither == _hits(held, _all(a, _not(b), _not(c)))
    not_both = _homes(held, _all(a, _not(_all(b, c))))
    assert not_both == _homes(held, _any(_all(a, _not(b)), _all(a, _not(c))))


@settings(max_examples=40)
@given(ARCHIVES, PARTS, PARTS)
def test_the_events_of_any_are_those_of_its_parts_in_order_of_time(
    held: Archive, a: Query, b: Query
) -> None:
    found = _hits(held, _any(a, b))
    assert {hit.name for hit in found} == _names(held, a) | _names(held, b)
    assert len({hit.name for hit in found}) == len(found)
    assert [_bare(hit.event) for hit in _hits(held, _all(a, b))] == [
        hit.event for hit in _hits(held, a) if _home(hit) in _homes(held, b)
    ]


def _home(hit: Hit) -> Home:
    return hit.event.recording, hit.event.track


SPANS = st.tuples(st.integers(-5, 60), st.integers(1, 60)).map(
    lambda s: window(s[0] * SECOND, (s[0] + s[1]) * SECOND)
)


@given(
    ARCHIVES,
    PARTS,
    PARTS,
    SPANS,
    st.none() | SPANS,
    st.sampled_from([("north",), ("north", "south")]),
)
def test_every_part_of_a_hit_lies_within_the_basis_and_touches_the_window(
    held: Archive,
    a: Query,
    b: Query,
    basis: Window,
    asked: Window | None,
    cameras: tuple[str, ...],
) -> None:
    shapes = (
        _all(a, b),
        _any(a, b),
        _all(a, _not(b)),
        Query("then", parts=(a, b)),
        replace(a, filters=(Range("duration", None, 9000),)),
    )
    for shape in shapes:
        query = replace(shape, window=asked)
        if shape.kind == "then" and not _meet(a, b):
            continue
        for hit in _hits(held, query, grant(*cameras, window=basis)):
            for part in (hit.event, *hit.event.parts):
                assert part.camera in cameras
                start, end = part.start.corrected, part.end.corrected
                assert start is not None
                assert end is not None
                assert basis.start <= start <= end < basis.end
                if asked is not None:
                    assert start < asked.end
                    assert end >= asked.start


def _meet(a: Query, b: Query) -> bool:
    return not a.cameras or not b.cameras or bool(set(a.cameras) & set(b.cameras))


@given(ARCHIVES, PARTS, PARTS)
def test_what_lies_outside_the_basis_bars_nothing(held: Archive, a: Query, b: Query) -> None:
    leave = grant("north", "south", window=Window(NOON - 9, NOON + 3 * SECOND))
    inside = _hits(held, _all(a, _not(b)), leave)
    homes = {_home(hit) for hit in _hits(held, b, leave)}
    assert [_bare(hit.event) for hit in inside] == [
        hit.event for hit in _hits(held, a, leave) if _home(hit) not in homes
    ]
