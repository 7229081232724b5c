from hypothesis import given
from hypothesis import strategies as st

from app.state.hit_order import Order, Sieve, arranged, counted, place, same, sieve_of
from tests.app.answers import hit
from vsa_core.domain.event import Hit
from vsa_core.domain.verdict import Verdict

moments = st.one_of(st.none(), st.integers(0, 20))
made = st.builds(
    lambda at, track, score, camera: hit(at, track=track, score=score, camera=camera),
    moments,
    st.integers(1, 30),
    st.integers(0, 3),
    st.sampled_from(["rue", "cour"]),
)
answers = st.lists(made, max_size=30, unique_by=lambda one: one.name)
verdicts = st.dictionaries(st.integers(0, 29), st.sampled_from(Verdict), max_size=30)


def decided(hits: list[Hit], by_place: dict[int, bool]) -> dict[str, bool]:
    """Verdicts on some of the hits."""
    return {hits[n].name: yes for n, yes in by_place.items() if n < len(hits)}


@given(answers, verdicts, st.sampled_from(Order))
def test_no_order_loses_or_doubles_a_hit(
    hits: list[Hit], by_place: dict[int, bool], order: Order
) -> None:
    known = decided(hits, by_place)
    told = arranged(hits, order, Sieve.ALL, known.get)
    assert sorted(one.name for _, one in told) == sorted(one.name for one in hits)
    assert [where for where, _ in told] == sorted(where for where, _ in told)


@given(answers, verdicts, st.sampled_from(Order))
def test_the_three_sieves_share_the_hits_among_them(
    hits: list[Hit], by_place: dict[int, bool], order: Order
) -> None:
    known = decided(hits, by_place)
    whole = arranged(hits, order, Sieve.ALL, known.get)
    shares = [arranged(hits, order, sieve, known.get) for sieve in Sieve if sieve is not Sieve.ALL]
    assert sorted(one for share in shares for one in share) == sorted(whole)
    counts = counted(len(hits), list(known.values()))
    assert [counts[s] for s in Sieve if s is not Sieve.ALL] == [len(share) for share in shares]
    assert counts[Sieve.ALL] == len(whole)


@given(answers, verdicts)
def test_the_order_does_not_depend_on_how_the_hits_came(
    hits: list[Hit], by_place: dict[int, bool]
) -> None:
    known = decided(hits, by_place)
    for order in Order:
        there = arranged(hits, order, Sieve.ALL, known.get)
        assert there == arranged(reversed(hits), order, Sieve.ALL, known.get)


def test_by_time_means_corrected_time_and_hits_without_a_clock_come_last() -> None:
    late, early, unclaimed = hit(9000), hit(1000), hit(None)
    told = arranged((unclaimed, late, early), Order.TIME, Sieve.ALL, lambda _: None)
    assert [one for _, one in told] == [early, late, unclaimed]


def test_by_score_means_the_highest_first_and_then_the_earliest() -> None:
    weak, strong, later = hit(0, score=100), hit(2000, score=900), hit(3000, score=900)
    told = arranged((weak, later, strong), Order.SCORE, Sieve.ALL, lambda _: None)
    assert [one for _, one in told] == [strong, later, weak]


def test_places_tell_two_hits_apart_that_share_everything_else() -> None:
    one, other = hit(0, track=1), hit(0, track=2)
    assert place(one, Order.TIME) != place(other, Order.TIME)


def test_every_verdict_has_its_sieve() -> None:
    assert [sieve_of(v) for v in (None, *Verdict)] == [
        Sieve.TO_VERIFY,
        Sieve.MATCHED,
        Sieve.REJECTED,
        Sieve.DOUBTFUL,
    ]


def test_a_hit_is_found_again_where_a_threshold_gave_it_another_name() -> None:
    was, near, far, other = hit(1000), hit(1100), hit(9000), hit(1000, track=2)
    assert same(was, (far, other, near)) == near
    assert same(was, (other,)) is None
