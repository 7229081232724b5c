"""Witness: the instants and the files of what several tracks did together."""

import numpy as np
from hypothesis import given

from tests.events.company_worlds import COMPANIES, ask_many, still
from tests.events.worlds import NOON, cut, tracks
from vsa_core.domain.track import Tracks
from vsa_core.events.crowd_density import CrowdDensity
from vsa_core.events.gathering import Gathering
from vsa_core.events.interface import EventKind, Finding
from vsa_core.search.witness import parts_of, witness

SECOND = 1_000_000


def together(at: int, until: int, row: int, *others: int) -> Finding:
    return Finding(row, 0, 0, NOON + at, NOON + until, "", 0, "r", (), others)


def test_its_own_track_tells_while_it_is_there() -> None:
    world = tracks(still(1, 1, 0, 5000), still(1, 1, 0, 9000))
    found = together(0, 9 * SECOND, 0, 1)
    assert witness(world, found, NOON) == 0
    assert witness(world, found, NOON + 5 * SECOND) == 0


def test_another_one_tells_before_it_comes_and_after_it_is_gone() -> None:
    world = tracks(still(1, 1, 2000, 5000), still(1, 1, 0, 3000), still(1, 1, 4000, 9000))
    found = together(0, 9 * SECOND, 0, 1, 2)
    assert witness(world, found, NOON) == 1
    assert witness(world, found, NOON + 9 * SECOND) == 2


def test_the_nearest_in_time_tells_where_nobody_is() -> None:
    world = tracks(still(1, 1, 0, 1000), still(1, 1, 6000, 9000))
    found = together(0, 9 * SECOND, 0, 1)
    assert witness(world, found, NOON + 3 * SECOND) == 0
    assert witness(world, found, NOON + 5 * SECOND) == 1


def test_the_files_of_all_of_them_are_named() -> None:
    world = cut(tracks(still(1, 1, 0, 4000), still(1, 1, 2000, 9000)), 5000)
    alone = Finding(0, 0, 20, NOON, NOON + 4 * SECOND, "", 0, "r", ())
    assert parts_of(world, alone) == [0]
    assert parts_of(world, together(0, 4 * SECOND, 0, 1)) == [0]
    assert parts_of(world, together(0, 9 * SECOND, 0, 1)) == [0, 1]


@given(COMPANIES)
def test_somebody_is_there_at_the_beginning_and_at_the_end(world: Tracks) -> None:
    world = cut(world, int(np.median(world.pts)))
    kinds: dict[str, EventKind] = {"gathering": Gathering(), "crowd_density": CrowdDensity()}
    for name, kind in kinds.items():
        for found in kind.find(world, ask_many(name, people=2, minimum=0)):
            for at in (found.at, found.until):
                points = world.points_of(witness(world, found, at))
                assert world.t[points.start] <= at <= world.t[points.stop - 1]
            parts = parts_of(world, found)
            assert parts == sorted(set(parts))
            assert world.part[found.first] in parts
