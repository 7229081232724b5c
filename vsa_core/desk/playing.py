"""Playing a stretch of one camera: recorded when opened and when closed, every picture masked."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.desk.backdrop import backdrop
from vsa_core.desk.cutting import cut, files_in
from vsa_core.desk.page import Page, Shrink, wanted
from vsa_core.desk.projection import Lifted, Projected, Projection
from vsa_core.desk.projector import Projector
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.showing import Showing, Showings
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.desk.watched import watched
from vsa_core.domain.case import Act
from vsa_core.domain.event import Stamp
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS, Span, Window
from vsa_core.domain.ports import Cancel, Picture
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.legal.masking import Area

LONGEST = 600 * MICROSECONDS
"""One view covers at most ten minutes of one camera."""

MOST = 200
"""Hits on one page of thumbnails."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One file's share of what may be played, as columns of n pictures in display order.

    pts: (n,) ticks of the stream's time base; at: (n,) corrected
    microseconds; looked: the pts spans in which somebody looked closely, and
    in which alone a picture may be shown; base: what to add to a track's
    number in its recording to get its number in the reel.
    """

    footage: Footage
    pts: NDArray[np.int64]
    at: NDArray[np.int64]
    looked: tuple[Span, ...]
    base: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Reel:
    """A stretch of one camera that a person may play until it is closed.

    number: its ticket; window: corrected time, at most ten minutes, clipped
    to the basis and to what was recorded; parts: in order of time; tracks:
    those with a point inside, boxes without pictures, each with a number of
    its own within the reel; matched: those that a person had accepted when
    it was opened.
    """

    number: int
    camera: str
    window: Window
    parts: tuple[Part, ...]
    tracks: Tracks
    matched: frozenset[int]
    receipt: Receipt

    def track_of(self, footage: str, track: int) -> int:
        """The number here of a track that an answer names by a file and its number there."""
        return track + next(part.base for part in self.parts if part.footage.digest == footage)


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """One masked picture of a reel, (h, w, 3) BGR, for the screen alone.

    shown: what the recorder's clock showed, microseconds since 1970, or None;
    masked: tracks that are; revealed: those that are not, as the reel numbers
    them; examined: whether one of them only is; filled: pixels hidden; exact:
    whether it is the picture asked for, and not one beside it.
    """

    picture: Picture
    at: Stamp
    shown: int | None
    masked: int
    revealed: tuple[int, ...]
    examined: bool
    filled: tuple[Area, ...] = ()
    exact: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Thumbnail:
    """A small masked picture around a hit, (h, w, 3) BGR; None, and a code, when it has none."""

    hit: str
    picture: Picture | None
    code: str


class Playing:
    """Reels, thumbnails and backgrounds of a case. Threads may share it."""

    def __init__(
        self, register: Register, tickets: Tickets, projector: Projector, shrink: Shrink
    ) -> None:
        self._register = register
        self._tickets = tickets
        self._projector = projector
        self._shrink = shrink
        self._open = Showings(register, tickets)
        tickets.before_leaving(self._open.close_all)

    def open(self, who: SignedIn, where: InCase, camera: str, window: Window, motive: str) -> Reel:
        """A stretch of one camera to play; recorded as a view.

        Raises WrongUsage: CAS-070 for more than ten minutes, CAS-071 where no
        file with a clock claim has a picture; Refused (LAW-…) outside the basis.
        """
        archive = self._tickets.archive(who, where)
        if window.end - window.start > LONGEST:
            raise WrongUsage("CAS-070", minutes=LONGEST // (60 * MICROSECONDS))
        with archive.alone:
            files = files_in(archive, camera, window)
            deed = _deed(where, Act.VIEW, motive, _of_reel(camera, window, len(files)))
            grant = self._register.grant(who.person, deed, (camera,), window)
            seen = watched(archive, (f.digest for f in files))
        found = cut(archive, seen, files, grant.window or window)
        if found is None:
            raise WrongUsage("CAS-071", camera=camera)
        about = _of_reel(camera, found.window, len(found.pieces))
        deed = _deed(where, Act.VIEW, motive, about)
        receipt = self._register.write(who.person, deed)
        projection = Projection(archive, found, self._projector)
        return Reel(
            number=self._open.add(Showing(who, where, camera, receipt, deed, found, projection)),
            camera=camera,
            window=found.window,
            parts=tuple(
                Part(p.footage, p.pts, p.at, p.looked, found.bases[p.home]) for p in found.pieces
            ),
            tracks=found.tracks,
            matched=projection.accepted(),
            receipt=receipt,
        )

    def shot(
        self, who: SignedIn, where: InCase, reel: Reel, footage: str, pts: int, width: int = 0
    ) -> Shot:
        """The masked picture on show at `pts` of a file of the reel; counted, not recorded.

        Scaled straight to `width` if its own is larger; 0 keeps its own.
        Raises Refused: CAS-072 after the closing, CAS-073 outside the reel,
        CAS-050 where nobody looked closely, LAW-… when the basis has expired
        meanwhile; Unreadable (SRC-022) for a lost picture; Tampered (SRC-009).
        """
        showing = self._open.granted(who, where, reel.number)
        return _shot(showing, showing.projection.shot(footage, pts, width))

    def glimpse(
        self,
        who: SignedIn,
        where: InCase,
        reel: Reel,
        footage: str,
        pts: int,
        width: int = 0,
        within: int | None = None,
    ) -> Shot | None:
        """What `shot` gives, or a masked picture beside it that can be had sooner; counted.

        within: nearer than so many microseconds, unless `exact`. None where
        there is none: `warm`, then ask for the `shot`. Raises as `shot`.
        """
        showing = self._open.granted(who, where, reel.number)
        seen = showing.projection.glimpse(footage, pts, width, within)
        return _shot(showing, seen) if seen is not None else None

    def warm(
        self,
        who: SignedIn,
        where: InCase,
        reel: Reel,
        footage: str,
        pts: int,
        width: int = 0,
        way: int = 0,
        cancel: Cancel = lambda: False,
    ) -> None:
        """Decode ahead of need, so that the `shot` at `pts` comes at once; nothing is shown.

        way: -1 for those before it instead, +1 for those after. Every `shot`
        asked for meanwhile goes first. Raises as `shot`.
        """
        projection = self._open.granted(who, where, reel.number).projection
        projection.warm(footage, pts, width, way, cancel)

    def examine(
        self, who: SignedIn, where: InCase, reel: Reel, track: int, window: Window, motive: str
    ) -> Receipt:
        """Lift the mask of one track over one span, on screen only, until the reel is closed.

        A record of its own. Raises WrongUsage (CAS-074) for a track or a span
        that is not in the reel, Refused (LAW-…, CAS-072).
        """
        showing = self._open.of(who, where, reel.number)
        found = showing.cut
        if window.start < found.window.start or window.end > found.window.end:
            raise WrongUsage("CAS-074", track=track)
        home, number = found.home(track)
        about: dict[str, Canonical] = {
            "view": showing.receipt.sequence,
            "camera": showing.camera,
            "recording": found.seen[home].recording.name,
            "track": number,
            "window_us": [window.start, window.end],
        }
        deed = _deed(where, Act.EXAMINE, motive, about)
        _, receipt = self._register.permit(who.person, deed, (showing.camera,), window)
        showing.projection.lift(Lifted(home, number, window))
        return receipt

    def close(self, who: SignedIn, where: InCase, reel: Reel) -> None:
        """Record what was really shown, and let go of the files; CAS-072 a second time."""
        self._open.close(who, where, reel.number)

    def thumbnails(
        self, who: SignedIn, where: InCase, hits: tuple[str, ...], motive: str, width: int = 320
    ) -> tuple[Thumbnail, ...]:
        """A masked 16:9 cut around each hit as it begins, in the order asked.

        At most `width` pixels wide, never blown up. One record for the page.
        A hit that cannot be shown has a code instead. Raises WrongUsage
        (CAS-075) for more than MOST hits, Refused (LAW-…).
        """
        archive = self._tickets.archive(who, where)
        if len(hits) > MOST:
            raise WrongUsage("CAS-075", most=MOST)
        found = {name: wanted(archive, where.case.basis, name) for name in hits}
        allowed = [one for one in found.values() if not isinstance(one, str)]
        cameras = sorted({one.footage.camera for one in allowed})
        about: dict[str, Canonical] = {
            "what": "thumbnails",
            "cameras": cameras,
            "hits": [one.kept.name for one in allowed],
            "left_out": len(found) - len(allowed),
        }
        deed = _deed(where, Act.VIEW, motive, about)
        self._register.permit(who.person, deed, tuple(cameras))
        codes = {name: one for name, one in found.items() if isinstance(one, str)}
        page = Page(archive, self._projector, self._shrink, width)
        told = codes | page.pictures(allowed)
        return tuple(_thumbnail(name, told[name]) for name in hits)

    def background(
        self, who: SignedIn, where: InCase, camera: str, motive: str, width: int = 0
    ) -> Picture:
        """The camera's picture without what moves, (h, w, 3) BGR, to draw places on.

        Learnt from masked pictures where somebody looked closely; a place
        masked in all of them is grey. One record. Raises Refused (LAW-…,
        CAS-076 where nobody looked closely yet).
        """
        archive = self._tickets.archive(who, where)
        deed = _deed(where, Act.VIEW, motive, {"what": "background", "camera": camera})
        self._register.permit(who.person, deed, (camera,))
        return backdrop(archive, self._projector, camera, where.case.basis.window, width)


def _deed(where: InCase, act: Act, motive: str, about: dict[str, Canonical]) -> Deed:
    return Deed(act, where.case, motive, digest(about), about)


def _of_reel(camera: str, window: Window, files: int) -> dict[str, Canonical]:
    ends = [window.start, window.end]
    return {"what": "reel", "camera": camera, "window_us": ends, "files": files}


def _thumbnail(hit: str, told: Picture | str) -> Thumbnail:
    return Thumbnail(hit, None, told) if isinstance(told, str) else Thumbnail(hit, told, "")


def _shot(showing: Showing, found: Projected) -> Shot:
    seen = found.seen
    piece = showing.cut.piece(seen.at.footage)
    base = showing.cut.bases[piece.home]
    return Shot(
        picture=seen.picture,
        at=seen.at,
        shown=piece.as_shown(seen.at.pts),
        masked=len(seen.hidden),
        revealed=tuple(track + base for track in seen.revealed),
        examined=found.examined,
        filled=seen.filled,
        exact=found.exact,
    )
