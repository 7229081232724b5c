"""Each measure is made of its own jumps and steps, and playing backwards counts what is in time."""

import json

import pytest

from vsa_core.bench import seeking
from vsa_core.bench.seeking import BACK, MEASURES, SPOTS, STEPS, Sought, lines, seek, sought_of


class Told:
    """A viewer that shows nothing and writes down what it is asked."""

    def __init__(self, at_once: bool) -> None:
        self.at_once = at_once
        self.asked: list[tuple[str, int]] = []

    def first(self, place: int) -> bool:
        self.asked.append(("first", place))
        return self.at_once

    def exact(self, place: int) -> None:
        self.asked.append(("exact", place))

    def walk(self, place: int, way: int) -> bool:
        self.asked.append((f"walk {way}", place))
        return self.at_once


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeking, "HAND", 0)
    monkeypatch.setattr(seeking, "REVERSE_S", 0.1)


@pytest.mark.parametrize("at_once", [True, False])
def test_every_jump_and_every_step_is_told(at_once: bool) -> None:
    viewer = Told(at_once)
    found = seek(viewer, 1000, 100.0, 7, seed=1)
    counts = {name: len(found.costs[name]) for name in MEASURES}
    steps = {"next": SPOTS * STEPS, "previous": SPOTS * STEPS}
    assert counts == {"opened": 1, "first": 7, "exact": 7, "again": 7, **steps}
    jumps = [place for asked, place in viewer.asked[1:] if asked == "first"]
    backs = [max(place - BACK, 0) for place in jumps]
    assert [place for asked, place in viewer.asked if asked == "exact" and place in backs] == backs
    assert (found.due, found.shown > 0) == (10, at_once)
    assert ("exact", jumps[0]) in viewer.asked


def test_a_jump_costs_its_first_picture_and_the_way_to_the_exact_one() -> None:
    costs = seek(Told(False), 1000, 100.0, 5, seed=2).costs
    assert all(b[0] >= a[0] for a, b in zip(costs["first"], costs["exact"], strict=True))


def test_what_was_sought_goes_from_process_to_process() -> None:
    one = seek(Told(True), 50, 100.0, 2, seed=3)
    assert sought_of(json.loads(json.dumps(one.fields()))) == one


def test_lines_are_medians_and_p95_over_all_rounds() -> None:
    costs = {name: [(float(n), 2.0 * n) for n in range(101)] for name in MEASURES}
    told = lines("x", [Sought(costs, 1, 1, 0.0)] * 2)
    assert [line.measure for line in told] == list(MEASURES)
    assert (told[0].wall, told[0].cpu, told[0].n) == ((50.0, 95.0), (100.0, 190.0), 202)
