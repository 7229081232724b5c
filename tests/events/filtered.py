"""Filters and coloured worlds drawn by Hypothesis."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from tests.events.worlds import WORLDS
from vsa_core.domain.filters import Colours, Filter, Heading, Range
from vsa_core.domain.objects import COLOURS
from vsa_core.domain.track import Tracks

MOST = {"size": 300, "speed": 9000, "duration": 20_000, "score": 1000}


@st.composite
def coloured(draw: st.DrawFn) -> Tracks:
    """A world whose tracks bear colours."""
    world = draw(WORLDS)
    names, shares = st.sampled_from([0, 0, 1, 4]), st.integers(0, 200)
    halves = st.tuples(names, shares, st.just(4), st.integers(0, 55))
    rows = [[*draw(halves), *draw(halves)] for _ in range(len(world))]
    return replace(world, colours=np.array(rows, np.uint8))


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """A relative range, open at one end or at none."""
    what = draw(st.sampled_from(sorted(MOST)))
    ends = sorted((draw(st.integers(0, MOST[what])), draw(st.integers(0, MOST[what]))))
    low, high = draw(st.sampled_from([(0, 1), (0, None), (None, 1)]))
    return Range(what, None if low is None else ends[0], None if high is None else ends[1])


COLOURED = coloured()
COLOUR_FILTERS = st.builds(
    Colours,
    st.sampled_from(["upper", "lower", "whole"]),
    st.lists(st.sampled_from([*COLOURS[:5], COLOURS[4]]), min_size=1, max_size=3).map(tuple),
    st.integers(1, 1000),
)
HEADINGS = st.builds(Heading, st.integers(0, 359), st.integers(1, 180))
FILTERS: st.SearchStrategy[Filter] = st.one_of(ranges(), COLOUR_FILTERS, HEADINGS)
