"""Whole tracks of a hall before their kind: the same events as the kind finds in a recording."""

import numpy as np
import pytest
from hypothesis import given, settings

from tests.search.test_lane_events import _asked, _hall
from tests.store.test_lane_making import hall_of_world
from tests.store.worlds import RECORDING, Piece, pieces, shelf_over, world
from vsa_core.domain.ports import Wanted
from vsa_core.events.registry import kind_named
from vsa_core.search import lane_judged
from vsa_core.search.lane_judged import judged

KINDS = ("line_crossing", "zone_entry", "zone_exit", "zone_presence", "dwell")


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None, max_examples=30)
@given(drawn=pieces)
def test_the_kind_says_the_same_of_whole_tracks(kind: str, drawn: list[Piece]) -> None:
    query = _asked(kind, settle=300, margin=100)
    ledger, memory = world(drawn)
    tracks = shelf_over(memory, ledger).tracks(RECORDING, Wanted())
    hall = hall_of_world(drawn)
    assert hall is not None
    if hall.back.any():
        return
    truth = [(f.row, f.at, f.until) for f in kind_named(kind).find(tracks, query)]
    found = judged(hall, query, np.arange(len(hall.kind)))
    assert list(zip(*(column.tolist() for column in found), strict=True)) == truth


def test_tracks_come_in_portions_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    hall = _hall()
    query = _asked("zone_entry", settle=300)
    whole = judged(hall, query, np.zeros(3, np.int64))
    monkeypatch.setattr(lane_judged, "MOST", 1)
    parts = judged(hall, query, np.zeros(3, np.int64))
    assert [column.tolist() for column in parts] == [column.tolist() for column in whole]
