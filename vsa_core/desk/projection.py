"""A reel while it is open: its files, whose mask is lifted, and what was shown of it so far."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np

from vsa_core.desk.archive import Archive
from vsa_core.desk.cutting import Cut, Piece
from vsa_core.desk.matches import matched
from vsa_core.desk.movers import Movers
from vsa_core.desk.projector import Masked, Projector, masked
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Frame, FrameSource
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused
from vsa_core.legal.unexplained import Regions

FILES = 2
"""Files kept open at once: where one ends and the next begins, stepping goes to and fro."""

NAMED = 100
"""Files, tracks and spans that the record of a closing names; of more it gives the number."""


@dataclass(frozen=True, slots=True)
class Lifted:
    """A mask lifted to examine: which track of which recording, over which corrected time."""

    home: int
    track: int
    window: Window


class Projection:
    """Gives masked pictures, one at a time, and counts them; any thread may ask."""

    def __init__(self, archive: Archive, cut: Cut, projector: Projector) -> None:
        self._archive = archive
        self._cut = cut
        self._projector = projector
        self._worlds = tuple(one.world() for one in cut.seen)
        self._sources: OrderedDict[str, FrameSource] = OrderedDict()
        self._movers: dict[str, Movers] = {}
        self._lifted: list[Lifted] = []
        self._accepted: tuple[frozenset[int], ...] = ()
        self._marks = -1
        self._shown: dict[str, set[int]] = {}
        self._hidden: set[tuple[int, int]] = set()
        self._revealed: set[tuple[int, int]] = set()
        self._open = True
        self._alone = threading.Lock()

    def shot(self, digest: str, pts: int, width: int) -> tuple[Masked, bool]:
        """The masked picture on show at `pts` of a file, and whether a mask was lifted for it.

        Raises Refused: CAS-072 after the end, CAS-073 outside the reel,
        CAS-050 where nobody looked closely; Unreadable (SRC-…); Tampered
        (SRC-009) when the file was touched since it was opened.
        """
        with self._alone:
            self._check_open()
            piece = self._cut.piece(digest)
            frame = self._frame(piece, pts)
            footage, home = piece.footage, piece.home
            accepted = self._matches()[home]
            examined = self._examined(home, footage.corrected(frame.at.pts)) - accepted
            moving = self._moving(piece, frame)
            world = self._worlds[home]
            result = masked(frame, footage, world, accepted | examined, width, moving)
            self._count(home, result)
            return result, not examined.isdisjoint(result.revealed)

    def accepted(self) -> frozenset[int]:
        """The tracks that people accepted up to now, as the cut numbers them."""
        with self._alone:
            numbered = zip(self._matches(), self._cut.bases, strict=True)
            return frozenset(track + base for found, base in numbered for track in found)

    def lift(self, lifted: Lifted) -> None:
        """Lift a mask from now on, over one span."""
        with self._alone:
            self._check_open()
            self._lifted.append(lifted)

    def end(self) -> dict[str, Canonical]:
        """Let go of the files; what was really shown, as fields of a record. CAS-072 twice."""
        with self._alone:
            self._check_open()
            self._open = False
            for source in self._sources.values():
                source.close()
            self._sources.clear()
            return self._told()

    def _told(self) -> dict[str, Canonical]:
        files: list[Canonical] = [
            {"footage": digest, "pictures": len(pts), "first": min(pts), "last": max(pts)}
            for digest, pts in self._shown.items()
        ]
        examined: list[Canonical] = [
            {**self._track(one.home, one.track), "window_us": [one.window.start, one.window.end]}
            for one in self._lifted
        ]
        revealed: list[Canonical] = [self._track(*one) for one in sorted(self._revealed)]
        return {
            "pictures": sum(len(pts) for pts in self._shown.values()),
            "files": _named(files),
            "masked": len(self._hidden),
            "revealed": _named(revealed),
            "examined": _named(examined),
        }

    def _track(self, home: int, track: int) -> dict[str, Canonical]:
        return {"recording": self._cut.seen[home].recording.name, "track": track}

    def _count(self, home: int, result: Masked) -> None:
        self._shown.setdefault(result.at.footage, set()).add(result.at.pts)
        self._hidden.update((home, track) for track in result.hidden)
        self._revealed.update((home, track) for track in result.revealed)

    def _examined(self, home: int, at: int) -> frozenset[int]:
        return frozenset(
            one.track
            for one in self._lifted
            if one.home == home and one.window.start <= at < one.window.end
        )

    def _matches(self) -> tuple[frozenset[int], ...]:
        """Whom people accepted, per recording: a hit may be accepted or rejected meanwhile."""
        marks = self._archive.catalogue.marks.count()
        if marks != self._marks:
            found = (matched(self._archive, one.recording, one.tracks) for one in self._cut.seen)
            self._accepted, self._marks = tuple(found), marks
        return self._accepted

    def _frame(self, piece: Piece, pts: int) -> Frame:
        seen = self._cut.seen[piece.home]
        wanted = _on_show(piece, pts)
        seen.check(piece.footage, wanted)
        frame = self._source(piece.footage).at(wanted)
        # Where a picture is lost, the one before stays on show: it must be one of ours too.
        seen.check(piece.footage, _on_show(piece, frame.at.pts))
        return frame

    def _moving(self, piece: Piece, frame: Frame) -> Regions:
        digest = piece.footage.digest
        if digest not in self._movers:
            self._movers[digest] = self._projector.movers(self._archive, piece.footage)
        looked = self._cut.seen[piece.home].looked[digest]
        return self._movers[digest].regions(frame, self._source(piece.footage), looked)

    def _source(self, footage: Footage) -> FrameSource:
        source = self._sources.pop(footage.digest, None)
        if source is None:
            source = self._projector.open(self._archive, footage)
        self._sources[footage.digest] = source
        while len(self._sources) > FILES:
            _, oldest = self._sources.popitem(last=False)
            oldest.close()
        self._projector.check(footage)
        return source

    def _check_open(self) -> None:
        if not self._open:
            raise Refused("CAS-072")


def _on_show(piece: Piece, pts: int) -> int:
    """The pts of the picture on show at `pts`: the last of ours that is not later; CAS-073."""
    place = int(np.searchsorted(piece.pts, pts, side="right")) - 1
    if place < 0 or pts > int(piece.pts[-1]):
        raise Refused("CAS-073")
    return int(piece.pts[place])


def _named(found: list[Canonical]) -> Canonical:
    """A list as a record can hold it: a line of the journal has a longest length."""
    return found if len(found) <= NAMED else [*found[:NAMED], {"others": len(found) - NAMED}]
