"""The tracks of a recording for a question: pruned by the ledger, opened only where needed."""

from collections import OrderedDict

import numpy as np

from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import SegmentShelf, Wanted
from vsa_core.domain.track import LEDGER, Segment, Structured, Tracks
from vsa_core.errors import Unreadable
from vsa_core.store.assembly import assemble
from vsa_core.store.ledger import Ledger, listed
from vsa_core.store.pruning import kept

ROOM = 256 * 2**20
"""Bytes of parsed segments kept in memory."""


class Shelf:
    """The TrackShelf port over one ledger; used by one thread at a time."""

    def __init__(self, segments: SegmentShelf, ledger: Ledger, room: int = ROOM) -> None:
        """`room`: bytes of parsed segments to keep; the segment in use is always kept."""
        self._segments = segments
        self._ledger = ledger
        self._room = room
        self._held = 0
        self._recent: OrderedDict[int, Segment] = OrderedDict()
        self._home = {
            digest: place
            for place, recording in enumerate(ledger.recordings)
            for digest in recording.files
        }

    def tracks(self, recording: Recording, wanted: Wanted) -> Tracks:
        """Tracks of which at least one piece may answer; each comes whole, in order of number.

        Empty when nothing of the recording was indexed. Raises Unreadable
        (STO-011) when the ledger was made for other clocks or other files
        joined, (STO-001, STO-004) when a segment cannot be read, and Tampered
        (STO-002, STO-003, STO-016) when it is not what was sealed.
        """
        pieces = kept(self._rows(recording), wanted)
        return assemble(recording, pieces, self._segment)

    def _rows(self, recording: Recording) -> Structured:
        now = listed(recording)
        homes = {self._home[digest] for digest in now.files if digest in self._home}
        if not homes:
            return np.zeros(0, LEDGER)
        then = self._ledger.recordings[min(homes)]
        origins = dict(zip(now.files, now.origins, strict=True))
        same = [origins.get(digest) for digest in then.files] == list(then.origins)
        if len(homes) > 1 or not same:
            raise Unreadable("STO-011", camera=recording.camera)
        rows = self._ledger.rows
        first, last = np.searchsorted(rows["recording"], [min(homes), min(homes) + 1])
        return rows[first:last]

    def _segment(self, number: int) -> Segment:
        if number in self._recent:
            self._recent.move_to_end(number)
            return self._recent[number]
        segment = self._segments.read(self._ledger.segments[number])
        self._recent[number] = segment
        self._held += _bytes(segment)
        while self._held > self._room and len(self._recent) > 1:
            _, oldest = self._recent.popitem(last=False)
            self._held -= _bytes(oldest)
        return segment


def _bytes(segment: Segment) -> int:
    return segment.table.nbytes + segment.points.nbytes
