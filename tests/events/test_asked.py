"""Which tracks and findings a question lets through."""

import numpy as np

from tests.events.worlds import Walk, tracks
from vsa_core.domain.query import Query
from vsa_core.events.asked import directed, of_classes
from vsa_core.events.interface import Finding

POINT = [(0, 1.0, 1.0)]


def test_no_class_named_means_every_class() -> None:
    world = tracks(Walk(POINT), Walk(POINT, "car"), Walk(POINT, "unnamed"))
    rows = np.array([0, 2])
    assert of_classes(rows, world, Query("dwell")).tolist() == [0, 2]
    assert of_classes(rows, world, Query("dwell", classes=("car", "unnamed"))).tolist() == [2]
    assert of_classes(rows, world, Query("dwell", classes=("bus",))).tolist() == []


def test_a_direction_lets_its_own_findings_through() -> None:
    found = [
        Finding(row, 0, 0, 0, 0, word, 0, "r", ()) for row, word in enumerate(["edge", "lost"])
    ]
    assert directed(found, Query("zone_exit")) == found
    assert directed(found, Query("zone_exit", direction="lost")) == found[1:]
