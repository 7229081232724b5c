"""Which tracks and findings a question lets through."""

import numpy as np

from tests.events.worlds import Walk, tracks
from vsa_core.domain.query import Query
from vsa_core.events.asked import directed, may_answer
from vsa_core.events.interface import Finding

POINT = [(0, 1.0, 1.0)]


def test_no_class_named_means_every_class() -> None:
    world = tracks(Walk(POINT), Walk(POINT, "car"), Walk(POINT, "unnamed"))
    rows = np.array([0, 2])
    assert may_answer(rows, world, Query("dwell")).tolist() == [0, 2]
    assert may_answer(rows, world, Query("dwell", classes=("car", "unnamed"))).tolist() == [2]
    assert may_answer(rows, world, Query("dwell", classes=("bus",))).tolist() == []


def test_a_coarse_name_and_a_finer_one_answer_for_each_other_as_far_as_they_may() -> None:
    names = ("vehicle", "car", "bus", "two-wheeler", "bicycle", "person", "unnamed")
    world = tracks(*(Walk(POINT, name) for name in names))
    rows = np.arange(len(names))

    def given(*classes: str) -> list[str]:
        return [names[row] for row in may_answer(rows, world, Query("dwell", classes=classes))]

    assert given("vehicle") == ["vehicle", "car", "bus"]
    assert given("car") == ["vehicle", "car"]
    assert given("truck") == ["vehicle"]
    assert given("motorcycle", "person") == ["two-wheeler", "person"]
    assert given("two-wheeler") == ["two-wheeler", "bicycle"]
    assert given("unnamed") == ["unnamed"]


def test_a_direction_lets_its_own_findings_through() -> None:
    found = [
        Finding(row, 0, 0, 0, 0, word, 0, "r", ()) for row, word in enumerate(["edge", "lost"])
    ]
    assert directed(found, Query("zone_exit")) == found
    assert directed(found, Query("zone_exit", direction="lost")) == found[1:]
