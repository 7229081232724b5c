"""Lanes side by side: every number leads back to its own camera."""

import numpy as np
import pytest

from tests.store.samples import footage, segment
from tests.store.worlds import Memory
from vsa_core.domain.footage import Recording
from vsa_core.store.hall import FEET, Hall, HallShelf
from vsa_core.store.ledger import Ledger, ledger_of, rows_of
from vsa_core.store.shelf import Shelf
from vsa_core.store.stacks import Stacks

CAMERAS = ("north", "south", "west")


def _camera(number: int) -> tuple[Ledger, Memory, int]:
    one = Recording(CAMERAS[number], (footage(number, CAMERAS[number]),))
    made = segment(number, 3 + number, 40, number)
    rows = rows_of(made, 0, [one], np.arange(len(made.table), dtype=np.uint32))
    name = f"{number:064x}"
    return ledger_of([one], [name], [rows]), Memory({name: made}), len(made.points)


@pytest.fixture
def shelf() -> Shelf:
    made = [_camera(number) for number in range(3)]
    segments = Memory({name: one for _, memory, _ in made for name, one in memory.segments.items()})
    ledgers = {camera: ledger for camera, (ledger, _, _) in zip(CAMERAS, made, strict=True)}
    stacks = Stacks(segments, ledgers.__getitem__)
    return Shelf(stacks, {camera: camera for camera in CAMERAS})


def _hall(shelf: Shelf, *cameras: str) -> Hall:
    hall = shelf.hall(cameras)
    assert hall is not None
    return hall


def test_points_of_several_lanes_are_those_of_each(shelf: Shelf) -> None:
    together = _hall(shelf, *CAMERAS)
    assert together.lane_of(np.arange(len(together.kind))).tolist() == [0] * 3 + [1] * 4 + [2] * 5
    for number, camera in enumerate(CAMERAS):
        alone = _hall(shelf, camera)
        first, last = together.tracks[number], together.tracks[number + 1]
        mine = np.arange(int(together.begin[first]), int(together.stop[last - 1]))
        theirs = np.arange(int(alone.begin[0]), int(alone.stop[-1]))
        assert (together.values(mine, FEET) == alone.values(theirs, FEET)).all()
        assert (together.times(mine) == alone.times(theirs)).all()


def test_a_look_over_lanes_gives_the_times_of_points_picked_anywhere(shelf: Shelf) -> None:
    hall = _hall(shelf, *CAMERAS)
    picked = np.sort(np.concatenate([hall.begin, hall.stop - 1]))
    assert (hall.times(picked)[::2] == hall.start).all()
    assert (hall.times(picked)[1::2] == hall.end).all()


def test_points_of_nobody_have_no_track(shelf: Shelf) -> None:
    hall = _hall(shelf, *CAMERAS)
    nobody = np.concatenate([[0], hall.stop[hall.tracks[1:] - 1]])
    assert hall.track_of(nobody).tolist() == [-1] * 4
    assert hall.track_of(hall.begin).tolist() == list(range(12))


def test_cameras_without_tracks_have_no_hall(shelf: Shelf) -> None:
    assert shelf.hall(("east",)) is None
    assert len(_hall(shelf, "east", "west").lanes) == 1
    assert isinstance(shelf, HallShelf)
