"""A reel while it is open: its files, whose mask is lifted, and what was shown of it so far."""

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil

import numpy as np

from vsa_core.desk.archive import Archive
from vsa_core.desk.cutting import Cut, Piece
from vsa_core.desk.matches import matched
from vsa_core.desk.movers import WIDTH, Movers
from vsa_core.desk.projector import Masked, Projector, masked, scaled
from vsa_core.desk.turns import Turns
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.domain.ports import Cancel, Frame, SeekSource
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused
from vsa_core.legal.unexplained import Regions

FILES = 2
"""Files kept open at once: where one ends and the next begins, stepping goes to and fro."""

NAMED = 100
"""Files, tracks and spans that the record of a closing names; of more it gives the number."""


BEHIND = 40
"""Where fewer pictures than these are ready for going backwards, the group before is decoded."""

AHEAD = 6
"""The same for going on; then so many more are decoded than lie on the way to the first missing."""


@dataclass(frozen=True, slots=True, eq=False)
class Projected:
    """A masked picture, whether a mask was lifted for it, and whether it is the one asked for."""

    seen: Masked
    examined: bool
    exact: bool


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
        self._sources: OrderedDict[str, SeekSource] = OrderedDict()
        self._movers: dict[str, Movers] = {}
        self._lifted: list[Lifted] = []
        self._accepted: tuple[frozenset[int], ...] = ()
        self._marks = -1
        self._shown: dict[str, set[int]] = {}
        self._hidden: set[tuple[int, int]] = set()
        self._revealed: set[tuple[int, int]] = set()
        self._open = True
        self._turns = Turns()

    def shot(self, digest: str, pts: int, width: int) -> Projected:
        """The masked picture on show at `pts` of a file.

        Raises Refused: CAS-072 after the end, CAS-073 outside the reel,
        CAS-050 where nobody looked closely; Unreadable (SRC-…); Tampered
        (SRC-009) when the file was touched since it was opened.
        """
        with self._turns.now():
            piece, wanted = self._wanted(digest, pts)
            frame = self._source(piece.footage, width).at(wanted)
            # Where a picture is lost, the one before stays on show: it must be one of ours too.
            self._check(piece, _on_show(piece, frame.at.pts))
            return self._projected(piece, frame, width, exact=True)

    def glimpse(self, digest: str, pts: int, width: int, within: int | None) -> Projected | None:
        """The same, or the masked picture near it that can be had sooner; None without any.

        within: nearer than so many microseconds, unless it is the very one.
        """
        with self._turns.now():
            piece, wanted = self._wanted(digest, pts)
            near = self._source(piece.footage, width).near(wanted, _ticks(piece, within))
            if near is None or not self._may_show(piece, near.frame.at.pts):
                return None
            return self._projected(piece, near.frame, width, near.exact)

    def warm(self, digest: str, pts: int, width: int, way: int, cancel: Cancel) -> None:
        """Decode `pts`, or what lies that way of it; shows nothing, and is soon cancelled."""
        with self._turns.later():
            piece, wanted = self._wanted(digest, pts)
            source = self._source(piece.footage, width)
            missing = self._missing(piece, wanted, source, way) if way else wanted
        if missing is None:
            return
        steps = source.approach(missing, aside=way < 0)
        while not cancel():
            with self._turns.later():
                if self._sources.get(digest) is not source:  # closed meanwhile
                    return
                if next(steps, self) is self:
                    return

    def accepted(self) -> frozenset[int]:
        """The tracks that people accepted up to now, as the cut numbers them."""
        with self._turns.now():
            numbered = zip(self._matches(), self._cut.bases, strict=True)
            return frozenset(track + base for found, base in numbered for track in found)

    def lift(self, lifted: Lifted) -> None:
        """Lift a mask from now on, over one span."""
        with self._turns.now():
            self._check_open()
            self._lifted.append(lifted)

    def end(self) -> dict[str, Canonical]:
        """Let go of the files; what was really shown, as fields of a record. CAS-072 twice."""
        with self._turns.now():
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

    def _wanted(self, digest: str, pts: int) -> tuple[Piece, int]:
        """The piece and the picture that were asked for, if they may be shown."""
        self._check_open()
        piece = self._cut.piece(digest)
        wanted = _on_show(piece, pts)
        self._check(piece, wanted)
        return piece, wanted

    def _check(self, piece: Piece, pts: int) -> None:
        self._cut.seen[piece.home].check(piece.footage, pts)

    def _may_show(self, piece: Piece, pts: int) -> bool:
        """Whether a picture that nobody asked for is one of the reel, and was looked at closely."""
        inside = int(piece.pts[0]) <= pts <= int(piece.pts[-1])
        return inside and any(span.start <= pts < span.end for span in piece.looked)

    def _missing(self, piece: Piece, pts: int, source: SeekSource, way: int) -> int | None:
        """Up to which picture to decode for whoever goes that way; None while enough is ready.

        None also where nobody looked closely. Backwards that is the nearest
        missing one, for which its whole group is decoded.
        """
        place = int(np.searchsorted(piece.pts, pts))
        before, after = piece.pts[max(place - BEHIND, 0) : place][::-1], piece.pts[place + 1 :]
        for count, one in enumerate((before if way < 0 else after[:AHEAD]).tolist()):
            if not source.holds(one):
                last = one if way < 0 else int(after[min(count + AHEAD, len(after)) - 1])
                return last if self._may_show(piece, last) else None
        return None

    def _projected(self, piece: Piece, frame: Frame, width: int, exact: bool) -> Projected:
        """The frame masked as of now, and counted."""
        footage, home = piece.footage, piece.home
        accepted = self._matches()[home]
        examined = self._examined(home, footage.corrected(frame.at.pts)) - accepted
        moving = self._moving(piece, frame)
        world = self._worlds[home]
        result = masked(frame, footage, world, accepted | examined, width, moving)
        self._count(home, result)
        return Projected(result, not examined.isdisjoint(result.revealed), exact)

    def _moving(self, piece: Piece, frame: Frame) -> Regions:
        digest = piece.footage.digest
        if digest not in self._movers:
            self._movers[digest] = self._projector.movers(self._archive, piece.footage)
        looked = self._cut.seen[piece.home].looked[digest]
        return self._movers[digest].regions(frame, self._sources[digest], looked)

    def _source(self, footage: Footage, width: int) -> SeekSource:
        source = self._sources.pop(footage.digest, None)
        if source is None:
            source = self._projector.open(self._archive, footage)
        self._sources[footage.digest] = source
        while len(self._sources) > FILES:
            _, oldest = self._sources.popitem(last=False)
            oldest.close()
        self._projector.check(footage)
        source.fit(*scaled(footage, width), WIDTH)
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


def _ticks(piece: Piece, within: int | None) -> int | None:
    """Microseconds in ticks of a file, rounded up: nearer than the one is nearer than the other."""
    stream = piece.footage.stream
    if within is None or stream is None:
        return None
    return ceil(within / (stream.time_base * MICROSECONDS))
