"""A coarse name and its finer ones are one thing, under the finest name with a fair share."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.naming import FAIR_SHARE, Floats, pooled
from vsa_core.domain.objects import CLASSES, FINER, class_number

COUNTS = st.lists(st.integers(0, 50), min_size=len(CLASSES), max_size=len(CLASSES))


def table(**seen: int) -> Floats:
    row = np.zeros((1, len(CLASSES)))
    for name, count in seen.items():
        row[0, class_number(name.replace("_", "-"))] = count
    return row


def named(**seen: int) -> dict[str, int]:
    """What is left under which name, votes being sightings."""
    votes, counts = pooled(table(**seen), table(**seen))
    assert (votes == counts).all()
    return {CLASSES[kind]: int(votes[0, kind]) for kind in np.flatnonzero(votes[0])}


def test_the_finer_name_takes_all_when_it_has_a_fair_share() -> None:
    assert named(car=2, vehicle=8) == {"car": 10}
    assert named(car=1, vehicle=9) == {"vehicle": 10}
    assert named(bicycle=3, two_wheeler=7, car=4) == {"bicycle": 10, "car": 4}
    assert named(car=3, truck=4, vehicle=5) == {"truck": 12}


def test_a_fair_share_is_of_everything_that_was_seen() -> None:
    assert named(car=2, vehicle=3, unnamed=10) == {"vehicle": 5, "unnamed": 10}


def test_without_a_coarse_name_nothing_is_pooled() -> None:
    assert named(car=5, truck=4, bicycle=1) == {"car": 5, "truck": 4, "bicycle": 1}


def test_the_votes_choose_among_finer_names_not_the_sightings() -> None:
    votes, seen = pooled(table(car=9, bus=1, vehicle=1), table(car=2, bus=5, vehicle=3))
    assert votes[0, class_number("car")] == 11
    assert seen[0, class_number("car")] == 10


@given(st.lists(COUNTS, max_size=5))
def test_no_vote_is_lost_and_none_leaves_its_family(drawn: list[list[int]]) -> None:
    given_ = np.array(drawn, np.float64).reshape(-1, len(CLASSES))
    kept = given_.copy()
    votes, seen = pooled(given_, given_)
    assert (given_ == kept).all()
    assert (votes == seen).all()
    for coarse, finer in FINER.items():
        family = [class_number(name) for name in (coarse, *finer)]
        assert (votes[:, family].sum(axis=1) == given_[:, family].sum(axis=1)).all()
        told = given_[:, family[0]] > 0
        assert ((votes[told][:, family] > 0).sum(axis=1) == 1).all()
        fair = given_[:, family[1:]].max(axis=1) >= FAIR_SHARE * given_.sum(axis=1)
        assert (votes[told & fair, family[0]] == 0).all()
    others = [k for k, name in enumerate(CLASSES) if name in ("unnamed", "person", "bag", "animal")]
    assert (votes[:, others] == given_[:, others]).all()


@given(st.lists(COUNTS, min_size=2, max_size=5))
def test_objects_are_named_one_by_one(drawn: list[list[int]]) -> None:
    given_ = np.array(drawn, np.float64)
    apart = [pooled(row[None], row[None])[0] for row in given_]
    assert (pooled(given_, given_)[0] == np.concatenate(apart)).all()
