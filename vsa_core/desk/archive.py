"""What an open case consists of: its keys, its catalogue, its sealed segments."""

import weakref
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from vsa_core.desk.holdings import Holdings, Known, pedigree
from vsa_core.domain.coverage import Coverage
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Footage
from vsa_core.domain.ports import SegmentShelf, TrackShelf
from vsa_core.domain.provenance import Pedigree
from vsa_core.domain.query import Query
from vsa_core.domain.receipt import Receipt
from vsa_core.keys.subkeys import CaseKeys
from vsa_core.pipeline.weave import weave
from vsa_core.store.catalog import Catalog
from vsa_core.store.packets import Packets


class Snapshot:
    """The tracks as they stood at one instant, for a question that takes its time to answer.

    What is indexed or merged meanwhile is not in it. As long as somebody
    refers to it, no file that its shelf leads to is removed.
    """

    def __init__(self, shelf: TrackShelf, release: Callable[[], None]) -> None:
        """`release` is called when nobody refers to this any more."""
        self.shelf = shelf
        weakref.finalize(self, release).atexit = False


@dataclass(frozen=True, slots=True)
class Archive:
    """One case, open; threads may share it.

    `shelf` opens the tracks as the ledger in force tells them. Whoever puts
    files of the case down or away, or needs rows and files of one instant,
    does so under `alone`, which may be taken again by who holds it.
    """

    folder: Path
    keys: CaseKeys
    catalogue: Catalog
    segments: SegmentShelf
    packets: Packets
    shelf: Callable[[], TrackShelf]
    alone: AbstractContextManager[object]
    holdings: Holdings

    def snapshot(self) -> Snapshot:
        """The tracks as they stand now, and stay for whoever looks at this."""
        with self.alone:
            return Snapshot(self.shelf(), self.catalogue.hold())

    def weave(self) -> None:
        """Merge small segments, join tracks, put new ledgers in force, clear away what is left."""
        with self.alone:
            weave(self.folder, self.catalogue, self.segments, self.keys.segment)
            self.catalogue.sweep()  # what somebody held the last time may go now

    def known(self, cameras: Iterable[str]) -> Known:
        """What is held of these cameras now: files, what became of them, and by which run."""
        with self.alone:
            return self.holdings.now(cameras)

    def pedigree(self, footage: Footage) -> Pedigree:
        """Which runs looked at this footage, with what, and in which segments it lies."""
        slices = self.catalogue.runs.slices(footage.digest)
        runs = {name: self.catalogue.runs.get(name) for name in {s.run for s in slices}}
        return pedigree(footage.digest, slices, runs)

    def keep_answer(
        self, receipt: Receipt, query: Query, hits: Sequence[Hit], coverage: Coverage
    ) -> None:
        """Keep an answer as it was told, under the number of its question."""
        self.catalogue.answers.add(receipt.number, query.fields(), hits, coverage)

    def close(self) -> None:
        """Let go of the case, once nobody is putting anything down in it."""
        with self.alone:
            self.catalogue.close()
