"""The tracks of a case for a question: pruned by the ledgers, opened only where needed."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import Wanted
from vsa_core.domain.track import Segment, Structured, Tracks
from vsa_core.store.assembly import assemble
from vsa_core.store.hall import Hall
from vsa_core.store.ledger import Ledger, ledger_of
from vsa_core.store.pruning import kept
from vsa_core.store.stacks import Stacks

NOTHING = ledger_of((), (), ())


class Shelf:
    """The TrackShelf port over one ledger a camera, as they stood at one instant."""

    def __init__(self, stacks: Stacks, names: Mapping[str, str]) -> None:
        """`names`: the ledger in force of each camera."""
        self._stacks = stacks
        self._names = dict(names)

    def tracks(self, recording: Recording, wanted: Wanted) -> Tracks:
        """Tracks of which at least one piece may answer; each comes whole, in order of number.

        Empty when nothing of the recording was indexed. Raises Unreadable
        (STO-011) when the ledger was made for other clocks or other files
        joined, (STO-001, STO-004) when a segment cannot be read, and Tampered
        (STO-002, STO-003, STO-016) when it is not what was sealed.
        """
        ledger, rows = self._rows(recording)
        return self._assembled(recording, ledger, kept(rows, wanted))

    def chosen(self, recording: Recording, numbers: NDArray[np.uint32]) -> Tracks:
        """The tracks of these numbers, whole. Raises what `tracks` raises."""
        ledger, rows = self._rows(recording)
        return self._assembled(recording, ledger, rows[np.isin(rows["chain"], numbers)])

    def hall(self, cameras: Sequence[str], sizes: bool = False) -> Hall | None:
        """The lanes of these cameras; None when none of them has tracks. `sizes`: w and h too."""
        held = [(name, self._names[name]) for name in cameras if name in self._names]
        return self._stacks.hall(held, sizes) if held else None

    def place(self, recording: Recording) -> int:
        """The recording's number in its lane; -1 when nothing of it was indexed.

        Raises Unreadable (STO-011) as `tracks` does.
        """
        name = self._names.get(recording.camera)
        return self._stacks.place(name, recording) if name else -1

    def _rows(self, recording: Recording) -> tuple[Ledger, Structured]:
        place = self.place(recording)
        if place < 0:
            return NOTHING, NOTHING.rows
        ledger = self._stacks.ledger(self._names[recording.camera])
        first, last = np.searchsorted(ledger.rows["recording"], [place, place + 1])
        return ledger, ledger.rows[first:last]

    def _assembled(self, recording: Recording, ledger: Ledger, pieces: Structured) -> Tracks:
        def read(number: int) -> Segment:
            return self._stacks.segment(ledger.segments[number])

        return assemble(recording, pieces, read)
