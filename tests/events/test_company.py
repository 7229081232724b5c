"""Company: who may take part in what several tracks do, and what is told of all of them."""

import numpy as np
import pytest

from tests.events.company_worlds import ask_many, standing, still
from tests.events.test_presence import YARD
from tests.events.worlds import NOON, Walk, tracks
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.events.company import company, framed, ranked, score_of_all, shape, zone_asked


def test_who_was_seen_in_the_zone_takes_part() -> None:
    through = Walk([(0, 10_000, 30_000), (1000, 30_000, 30_000), (2000, 60_000, 30_000)])
    over = Walk([(0, 10_000, 30_000), (1000, 60_000, 30_000)])
    world = tracks(through, still(60_000, 60_000), over)
    query = ask_many("proximity", YARD)
    assert company(world, query, YARD).row.tolist() == [0]
    assert company(world, query, None).row.tolist() == [0, 1, 2]


def test_only_classes_asked_take_part() -> None:
    world = tracks(still(1, 1), still(1, 1, kind="car"))
    query = Query("proximity", classes=("car",))
    assert company(world, query, None).row.tolist() == [1]


def test_the_zone_of_a_question_or_the_whole_picture() -> None:
    assert zone_asked(Query("proximity", place=YARD), "proximity") == YARD
    assert zone_asked(Query("proximity"), "proximity") is None
    with pytest.raises(WrongUsage, match="EVT-002"):
        zone_asked(Query("proximity", place=Line(Point(0, 0), Point(1, 1))), "proximity")


def test_the_score_is_the_mean_of_all() -> None:
    world = tracks(*(Walk([(0, 1, 1)], score=score) for score in (255, 0, 128)))
    assert score_of_all(world, [0, 1, 2]) == 383_000 // 765
    assert score_of_all(world, [0]) == 1000


def test_points_frame_the_interval_as_far_as_the_track_was_there() -> None:
    world = tracks(still(1, 1, 0, 1000), still(1, 1, 2000, 4000, every=1000))
    assert framed(world, 1, NOON + 2_500_000, NOON + 3_000_000) == (6, 7)
    assert framed(world, 1, NOON, NOON + 9_000_000) == (6, 8)
    assert framed(world, 1, NOON + 4_000_000, NOON + 9_000_000) == (8, 8)
    assert framed(world, 1, NOON, NOON + 1_000_000) == (6, 6)


def test_who_stayed_longest_comes_first_then_the_earlier_then_the_lower_number() -> None:
    world = tracks(still(1, 1, 500), still(1, 1, 500), still(1, 1, 0), still(1, 1, 900))
    rows, alike = np.arange(4), np.zeros(4, np.int64)
    assert ranked(world, rows, alike) == [2, 0, 1, 3]
    assert ranked(world, rows[::-1], alike) == [2, 0, 1, 3]
    assert ranked(world, rows, np.array([1, 2, 0, 2])) == [1, 3, 0, 2]


def test_frame_units_are_wider_than_high() -> None:
    assert shape(standing((1, 1))) == 1.0
