import numpy as np

from tests.events.worlds import tracks
from tests.search.archive import crossing, footage, of_file
from vsa_core.desk.remembered import Remembered, size_of
from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import Wanted
from vsa_core.domain.track import Tracks

A = footage("a")
HELD = of_file(tracks(crossing(1000), crossing(6000)), A)
HOME = Recording(A.camera, (A,))


class Counting:
    """A shelf that counts how often it is read."""

    def __init__(self) -> None:
        self.read = 0

    def tracks(self, recording: Recording, wanted: Wanted) -> Tracks:
        self.read += 1
        return HELD


def test_what_was_read_is_kept_for_the_same_wish() -> None:
    behind = Counting()
    shelf = Remembered(behind)
    assert [shelf.tracks(HOME, Wanted()) is HELD for _ in range(3)] == [True] * 3
    assert behind.read == 1
    shelf.tracks(HOME, Wanted(start=0))
    assert behind.read == 2


def test_what_has_no_room_is_read_again() -> None:
    behind = Counting()
    shelf = Remembered(behind, room=size_of(HELD) - 1)
    for _ in range(2):
        assert shelf.tracks(HOME, Wanted()) is HELD
    assert behind.read == 2


def test_the_size_is_that_of_the_columns() -> None:
    assert size_of(HELD) > np.asarray(HELD.t).nbytes > 0
