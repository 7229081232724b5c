"""The tracks that an answer read, kept in memory for the same question at other values."""

import threading
from dataclasses import fields

import numpy as np

from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import TrackShelf, Wanted
from vsa_core.domain.track import Tracks

ROOM = 256 * 2**20
"""Bytes of tracks kept for one answer; what does not fit is read again."""


class Remembered:
    """A TrackShelf that reads each recording once, while there is room; threads may share it."""

    def __init__(self, shelf: TrackShelf, room: int = ROOM) -> None:
        self._shelf = shelf
        self._room = room
        self._kept: dict[tuple[str, Wanted], Tracks] = {}
        self._alone = threading.Lock()

    def tracks(self, recording: Recording, wanted: Wanted) -> Tracks:
        """The tracks of a recording that may answer; raises as the shelf behind does."""
        asked = (recording.name, wanted)
        with self._alone:
            found = self._kept.get(asked)
            if found is None:
                found = self._shelf.tracks(recording, wanted)
                size = size_of(found)
                if size <= self._room:
                    self._room -= size
                    self._kept[asked] = found
            return found


def size_of(tracks: Tracks) -> int:
    """Bytes of the columns."""
    columns = (getattr(tracks, field.name) for field in fields(tracks))
    return sum(column.nbytes for column in columns if isinstance(column, np.ndarray))
