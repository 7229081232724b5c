import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.filters import (
    RANGES,
    WHERE,
    Colours,
    Filter,
    Heading,
    Hours,
    Range,
    filter_fields,
    filter_of,
)
from vsa_core.domain.objects import COLOURS
from vsa_core.domain.provenance import canonical

bounds = st.none() | st.integers(0, 10**9)
filters = st.one_of(
    st.builds(
        Colours,
        st.sampled_from(WHERE),
        st.lists(st.sampled_from(COLOURS), min_size=1).map(tuple),
        st.integers(1, 1000),
    ),
    st.builds(Range, st.sampled_from(RANGES), bounds, bounds),
    st.builds(Heading, st.integers(0, 359), st.integers(1, 180)),
    st.builds(
        Hours, st.integers(0, 1439), st.integers(0, 1440), st.lists(st.integers(0, 6)).map(tuple)
    ),
)


@given(filters)
def test_a_filter_is_what_its_canonical_fields_say(narrowed: Filter) -> None:
    assert filter_of(json.loads(canonical(filter_fields(narrowed)))) == narrowed


def test_what_is_no_filter_is_refused() -> None:
    with pytest.raises(KeyError):
        filter_of({"smell": "smoke"})
