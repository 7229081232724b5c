"""Scores: the best matching, the intervals, and every miss and false alarm by name."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.event import Event, Hit, Measure, Stamp
from vsa_core.domain.footage import Footage, FootageState, Stream
from vsa_core.domain.moment import Span
from vsa_core.domain.provenance import Pedigree
from vsa_core.validation.events import Found, Score, found_of, score
from vsa_core.validation.truth import Expected

SECOND = 1_000_000
FILE = Footage(
    "a" * 64, "a.mp4", "a.mp4", 1, "north", "1", None, FootageState.READABLE, "",
    Stream("h264", 4, 3, 0, Fraction(1, 90_000), Span(9000, 99_000), 1, 1, 1, False, None, False),
    (),
)  # fmt: skip


def _seen(at: int, direction: str = "", end: int | None = None) -> Expected:
    return Expected(at, end, direction, "")


def _found(at: int, *words: str, until: int | None = None) -> Found:
    return Found(f"hit at {at}", at, at if until is None else until, frozenset(words))


def test_everything_right() -> None:
    told = score([_seen(10), _seen(20)], [_found(21), _found(9)], 5, 120 * SECOND)
    assert [(m.seen.at, m.found.at, m.error) for m in told.matches] == [(10, 9, -1), (20, 21, 1)]
    assert (told.missed, told.false_alarms) == ((), ())
    assert (told.mean_error, told.largest_error, told.looked) == (1.0, 1, 120 * SECOND)


def test_misses_and_false_alarms_are_named() -> None:
    told = score([_seen(10), _seen(50)], [_found(11), _found(90)], 5, SECOND)
    assert (told.missed, told.false_alarms) == ((_seen(50),), (_found(90),))
    assert told.seen == 2


def test_one_hit_answers_one_event() -> None:
    told = score([_seen(10)], [_found(9), _found(10), _found(11)], 5, SECOND)
    assert [m.found.at for m in told.matches] == [10]
    assert len(told.false_alarms) == 2


def test_more_matches_come_before_closer_ones() -> None:
    told = score([_seen(10), _seen(14)], [_found(14), _found(19)], 5, SECOND)
    assert [(m.seen.at, m.found.at) for m in told.matches] == [(10, 14), (14, 19)]


def test_the_tolerance_is_inclusive() -> None:
    assert len(score([_seen(10)], [_found(15)], 5, SECOND).matches) == 1
    assert len(score([_seen(10)], [_found(16)], 5, SECOND).matches) == 0


def test_a_told_direction_must_agree() -> None:
    hits = [_found(10, "to_left", "up")]
    for word, count in (("up", 1), ("to_left", 1), ("", 1), ("down", 0)):
        assert len(score([_seen(10, word)], hits, 5, SECOND).matches) == count


def test_an_end_is_reported_and_not_judged() -> None:
    told = score([_seen(0, end=10), _seen(50)], [_found(1, until=40), _found(50)], 5, SECOND)
    assert [m.end_error for m in told.matches] == [30, None]
    assert (told.ended, told.mean_end_error) == (1, 30.0)


def test_nothing_at_all() -> None:
    told = score([], [], 5, 0)
    assert (told.seen, told.mean_error) == (0, None)
    assert (told.largest_error, told.ended, told.mean_end_error) == (None, 0, None)
    assert score([], [_found(1)], 5, 0).false_alarms == (_found(1),)
    assert score([_seen(1)], [], 5, 0).missed == (_seen(1),)


WORDS = st.sampled_from(["", "up", "down"])


@given(
    st.lists(st.tuples(st.integers(0, 30), WORDS), max_size=4),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["up", "down"])), max_size=4),
    st.integers(0, 10),
)
def test_no_matching_is_better(
    events: list[tuple[int, str]], hits: list[tuple[int, str]], tolerance: int
) -> None:
    seen = [_seen(at, word) for at, word in events]
    found = [_found(at, word) for at, word in hits]
    told = score(seen, found, tolerance, SECOND)
    assert _cost(told) == _best(seen, found, tolerance)
    assert len(told.matches) + len(told.missed) == len(seen)
    assert len(told.matches) + len(told.false_alarms) == len(found)


def _cost(told: Score) -> tuple[int, int]:
    return -len(told.matches), sum(abs(m.error) for m in told.matches)


def _best(seen: list[Expected], found: list[Found], tolerance: int) -> tuple[int, int]:
    """The most matches, then the least distance, by trying every order."""
    slots = [*range(len(found)), *[None] * len(seen)]
    best = (0, 0)
    for order in set(permutations(slots, len(seen))):
        errors = [
            abs(event.at - found[j].at)
            for event, j in zip(seen, order, strict=True)
            if j is not None
            and abs(event.at - found[j].at) <= tolerance
            and (not event.direction or event.direction in found[j].directions)
        ]
        best = min(best, (-len(errors), sum(errors)))
    return best


def _hit(pts: int, end: int, direction: str, *measures: str) -> Hit:
    start, stop = (Stamp(FILE.digest, p, Fraction(1, 90_000), None) for p in (pts, end))
    told = tuple(Measure(name, 1, None, "ms") for name in measures)
    pedigree = Pedigree((), (), "", "", "", "")
    event = Event(
        "line_crossing", 1, "north", FILE.digest, 1, "car", start, stop, (0, 0, 1, 1), 1,
        direction, "r", told, pedigree,
    )  # fmt: skip
    return Hit("name", event)


def test_a_hit_is_placed_on_the_clip_with_all_its_words() -> None:
    found = found_of(_hit(54_000, 54_001, "to_left", "held", "moving_up"), FILE)
    assert found == Found("name", 500_000, 500_011, frozenset({"to_left", "up"}))
    assert found_of(_hit(9000, 9000, ""), FILE).directions == frozenset()


def test_a_hit_of_another_file_is_refused() -> None:
    other = Footage(
        "b" * 64, "b", "b", 1, "north", "1", None, FootageState.READABLE, "", FILE.stream, ()
    )
    with pytest.raises(ValueError, match="not of footage b"):
        found_of(_hit(9000, 9000, ""), other)
