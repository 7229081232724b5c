from hypothesis import given
from hypothesis import strategies as st

from app.state.narrowing import found, put, single, sort_of, without
from vsa_core.domain.filters import WHERE, Colours, Filter, Heading, Hours, Range

some: st.SearchStrategy[Filter] = st.one_of(
    st.builds(Colours, st.sampled_from(WHERE), st.just(("red",))),
    st.builds(Range, st.sampled_from(["size", "speed"]), st.integers(0, 9), st.none()),
    st.builds(Heading, st.integers(0, 359)),
    st.builds(Hours, st.integers(0, 9), st.integers(10, 20)),
)


@given(st.lists(some, max_size=8))
def test_there_is_one_filter_of_each_sort_and_the_last_one_holds(given_: list[Filter]) -> None:
    filters: tuple[Filter, ...] = ()
    for one in given_:
        filters = put(filters, one)
    assert single(filters)
    assert {sort_of(one) for one in filters} == {sort_of(one) for one in given_}
    for one in filters:
        last = [other for other in given_ if sort_of(other) == sort_of(one)][-1]
        assert found(filters, sort_of(one)) == last


@given(st.lists(some, max_size=8))
def test_what_is_taken_away_is_gone_and_nothing_else(given_: list[Filter]) -> None:
    for one in given_:
        left = without(tuple(given_), sort_of(one))
        assert found(left, sort_of(one)) is None
        assert len(left) == sum(sort_of(other) != sort_of(one) for other in given_)


def test_a_filter_put_anew_stays_where_it_was() -> None:
    filters = (Range("size", 1, None), Heading(90))
    assert put(filters, Range("size", 2, None)) == (Range("size", 2, None), Heading(90))
