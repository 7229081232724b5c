"""What is told about one visit."""

from tests.events.test_presence import YARD
from tests.events.worlds import Walk, ask, tracks
from vsa_core.domain.event import Measure
from vsa_core.events.presence import visits
from vsa_core.events.visit import (
    between_measure,
    gap_measure,
    inside_measure,
    score_of,
    short_visits,
)

MOMENT = [(60_000, 19_000.0, 30_000.0), (60_040, 21_000.0, 30_000.0), (60_080, 19_000.0, 30_000.0)]
STAY = [(70_000, 30_000.0, 30_000.0), (75_000, 30_000.0, 30_000.0), (76_000, 50_000.0, 30_000.0)]


def test_values_stand_beside_their_thresholds() -> None:
    world = tracks(Walk(STAY, score=128))
    query = ask("zone_exit", YARD, settle=700, edge=300)
    found = visits(world, query, YARD)
    assert inside_measure(found, 0, query) == Measure("inside", 5500, 700, "ms")
    assert gap_measure(12, query) == Measure("edge_gap", 12, 300, "per_mille_size")
    assert between_measure(world, 1, 2) == Measure("between", 1000, None, "ms")
    assert score_of(world, 0) == 501


def test_only_what_is_in_no_visit_is_a_short_visit() -> None:
    world = tracks(Walk([*MOMENT, *STAY]), Walk(STAY))
    found = short_visits(world, ask("zone_exit", YARD), YARD, "")
    assert [(f.row, f.first, f.last) for f in found] == [(0, 1, 1)]
    assert short_visits(world, ask("zone_exit", YARD, settle=0), YARD, "") == []


def test_parts_of_a_visit_are_no_misses() -> None:
    out = [(72_000, 19_000.0, 30_000.0), (72_040, 30_000.0, 30_000.0)]
    world = tracks(Walk([STAY[0], *out, *STAY[1:]]))
    assert len(visits(world, ask("zone_exit", YARD, settle=3000), YARD)) == 1
    assert short_visits(world, ask("zone_exit", YARD, settle=3000), YARD, "") == []
