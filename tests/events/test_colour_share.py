"""Colours: upper and lower of persons, the whole of everything else, unknown never another."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.worlds import Walk, tracks
from vsa_core.domain.filters import Colours
from vsa_core.domain.objects import COLOURS
from vsa_core.domain.track import Tracks
from vsa_core.events.colour_share import NONE, shares

Half = tuple[str, int, str, int]
BLIND: Half = ("unknown", 0, "unknown", 0)


def coloured(kind: str, upper: Half, lower: Half) -> Tracks:
    """One track of a class with the two kept names and shares (0 to 255) of both halves."""
    row = [
        COLOURS.index(value) if isinstance(value, str) else value
        for half in (upper, lower)
        for value in half
    ]
    world = tracks(Walk([(0, 1.0, 1.0)], kind))
    return replace(world, colours=np.array([row], np.uint8))


def _share(world: Tracks, where: str, *names: str) -> int:
    return int(shares(world, np.array([0]), Colours(where, names))[0])


RED_COAT = coloured("person", ("red", 204, "black", 51), ("blue", 255, "unknown", 0))


@pytest.mark.parametrize(
    ("where", "names", "share"),
    [
        ("upper", ("red",), 800),
        ("upper", ("black",), 200),
        ("upper", ("red", "black"), 1000),
        ("upper", ("blue",), 0),
        ("upper", ("unknown",), 0),
        ("lower", ("blue", "green"), 1000),
        ("whole", ("red",), NONE),
        ("any", ("red",), 800),
        ("any", ("blue", "red"), 1000),
        ("any", ("green",), 0),
    ],
)
def test_a_person_has_an_upper_and_a_lower_part(
    where: str, names: tuple[str, ...], share: int
) -> None:
    assert _share(RED_COAT, where, *names) == share


@pytest.mark.parametrize("kind", ["car", "two-wheeler", "bag", "unnamed"])
def test_everything_else_is_one_whole(kind: str) -> None:
    world = coloured(kind, ("white", 255, "unknown", 0), ("white", 255, "unknown", 0))
    assert _share(world, "whole", "white") == _share(world, "any", "white") == 1000
    assert _share(world, "upper", "white") == _share(world, "lower", "white") == NONE


def test_what_has_no_name_and_was_read_in_halves_bears_the_mean() -> None:
    world = coloured("unnamed", ("white", 255, "unknown", 0), ("red", 255, "unknown", 0))
    assert _share(world, "whole", "white") == 500


def test_unknown_answers_to_unknown_only() -> None:
    night = coloured("person", BLIND, BLIND)
    assert _share(night, "upper", "unknown") == 1000
    for name in COLOURS[1:]:
        assert _share(night, "upper", name) == 0
    half = coloured("person", BLIND, ("red", 255, "unknown", 0))
    assert (_share(half, "upper", "unknown"), _share(half, "lower", "unknown")) == (1000, 0)
    odd = coloured("person", ("unknown", 100, "red", 155), BLIND)
    assert _share(odd, "upper", "red") == 0


NAMES = st.lists(st.sampled_from(COLOURS), min_size=1, max_size=4, unique=True).map(tuple)
HALVES = st.tuples(
    st.sampled_from(COLOURS), st.integers(0, 255), st.sampled_from(COLOURS), st.integers(0, 255)
).map(lambda h: (h[0], h[1], h[2], min(h[3], 255 - h[1])))


@given(st.sampled_from(["person", "car"]), HALVES, HALVES, NAMES, st.sampled_from(COLOURS))
def test_another_name_never_takes_away(
    kind: str, upper: Half, lower: Half, names: tuple[str, ...], more: str
) -> None:
    world = coloured(kind, upper, lower)
    for where in ("upper", "lower", "whole"):
        one, both = _share(world, where, *names), _share(world, where, *names, more)
        assert NONE <= one <= both <= 1000
