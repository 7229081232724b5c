"""Going over the pictures of one camera, from reel to reel, exactly and both ways."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.state.head import Head
from app.state.loan import Loan
from app.state.overprint import span_in
from app.state.recorded import Recorded
from app.state.reels import Reels, around
from app.state.session import Session
from app.state.strip import EMPTY, Strip
from vsa_core.desk.playing import Reel
from vsa_core.domain.footage import Footage
from vsa_core.errors import Fault, Refused


@dataclass(frozen=True, slots=True)
class Source:
    """An open reel on loan, and the tracks in it whose mask was lifted to examine them."""

    loan: Loan
    reel: Reel
    examined: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Due:
    """Where to arrive once the reel is open: a time, then so many pictures on.

    snap: +1 or -1 goes on to the nearest picture that way where none is on
    show; 0 stays there.
    """

    at: int
    steps: int = 0
    snap: int = 0


class Walk(QObject):
    """Where one stands: a camera, a corrected time `at`, and a head on the open reel's strip.

    Both are None before the first `go`. `source` is None until the reel is
    open, and when it was refused.
    """

    stood = Signal()
    edge = Signal(int)  # +1: the end, -1: the beginning of what is recorded
    reel_changed = Signal()
    lifted = Signal()
    refused = Signal(object)  # Fault: of opening
    failed = Signal(object)  # Fault: of closing, of examining

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reels = Reels(session, self._opened, self._not_opened, self.failed.emit)
        self._recorded = Recorded()
        self._due: Due | None = None
        self.camera: str | None = None
        self.at: int | None = None
        self.source: Source | None = None
        self.head = Head(EMPTY)

    @property
    def waiting(self) -> bool:
        """Whether a reel is being opened."""
        return self._reels.opening

    def know(self, files: Iterable[Footage]) -> None:
        """The case holds these files: beyond a reel, one goes on where they do."""
        self._recorded = Recorded(files)

    def go(self, camera: str, at: int) -> None:
        """Stand at corrected time `at` of a camera."""
        self.camera = camera
        self._travel(Due(at))

    def stand(self, at: int) -> None:
        """Stand at a time of the reel that is open."""
        self.head.seek(at)
        self._stand(at)

    def step(self, count: int) -> None:
        """Stand exactly so many pictures on, or back below 0; at an end it stays, and says so."""
        if self._due is not None:
            self._due = replace(self._due, steps=self._due.steps + count)
        elif self.at is not None:
            self._advance(count)

    def jump(self, microseconds: int) -> None:
        """Stand so far on, or back below 0; over pauses, and to the very end when there is none."""
        if self.at is None:
            return
        way = 1 if microseconds > 0 else -1
        aim = self._toward(self.at + microseconds, way)
        if aim is not None:
            self._travel(Due(aim, snap=way))
            return
        last = self._toward(self.at + microseconds, -way)
        if last is not None and (last - self.at) * way > 0:
            self._travel(Due(last, snap=-way))
        self.edge.emit(way)

    def cross(self, way: int, steps: int = 0) -> None:
        """Go on to what was recorded before (-1) or after (+1) this reel, so many pictures in."""
        there = self._beyond(way)
        if there is not None:
            self._travel(Due(there, steps, way))
            return
        if self.head.to_end(way):
            self._stand(self.head.at)
        self.edge.emit(way)

    def examine(self, track: int, motive: str, reel: Reel | None = None) -> None:
        """Lift the mask of one track over its span in the reel, until the reel is closed.

        reel: the one that numbers `track`; `failed` (CAS-072) when another is open by now.
        """
        source = self.source
        if reel is not None and (source is None or source.reel is not reel):
            self.failed.emit(Refused("CAS-072"))
            return
        if source is None:
            return
        window = span_in(source.reel.tracks, track, source.reel.window)
        if window is not None:
            self._session.tasks.ask(
                lambda: source.loan.examine(track, window, motive),
                lambda _: self._lift(source.loan, track),
                self.failed.emit,
            )

    def renew(self) -> None:
        """Close the reel and open it again, at the same time."""
        at = self.at
        self._put_away()
        if at is not None:
            self._travel(Due(at))

    def leave(self) -> None:
        """Stand nowhere; the reel is closed."""
        self.camera = self.at = None
        self._put_away()
        self.reel_changed.emit()

    def _lift(self, loan: Loan, track: int) -> None:
        if self.source is not None and self.source.loan is loan:
            self.source = replace(self.source, examined=self.source.examined | {track})
            self.lifted.emit()

    def _put_away(self) -> None:
        self._reels.close()
        self.source, self.head, self._due = None, Head(EMPTY), None

    def _travel(self, due: Due) -> None:
        assert self.camera is not None
        self.at = due.at
        if not self._reels.holds(self.camera, due.at):
            self._put_away()
            self._due = due
            self._reels.open(self.camera, due.at)
            self.reel_changed.emit()
        elif self.waiting:
            self._due = due
        else:
            self._arrive(due)

    def _opened(self, reel: Reel) -> None:
        assert self._reels.loan is not None
        self.source = Source(self._reels.loan, reel)
        self.head = Head(Strip(reel.parts, reel.window.end))
        self.reel_changed.emit()
        if self._due is not None:
            self._arrive(self._due)

    def _not_opened(self, fault: Fault) -> None:
        self._due = None
        self.reel_changed.emit()
        self.refused.emit(fault)

    def _arrive(self, due: Due) -> None:
        self._due = None
        if not self.head.seek(due.at, due.snap):
            self.cross(due.snap, due.steps)
        elif due.steps:
            self._advance(due.steps)
        else:
            on_it = self.head.hole or self.head.at <= due.at < self.head.until
            self._stand(due.at if on_it else self.head.at)

    def _advance(self, count: int) -> None:
        beyond = self.head.step(count)
        if beyond:
            way = 1 if beyond > 0 else -1
            self.cross(way, beyond - way)
        else:
            self._stand(self.head.at)

    def _stand(self, at: int) -> None:
        self.at = at
        self.stood.emit()

    def _beyond(self, way: int) -> int | None:
        """The nearest recorded time outside this reel that way, None when there is none."""
        assert self.at is not None
        here = around(self.at)
        known = self.camera is not None and self._recorded.knows(self.camera)
        if not known and not len(self.head.strip):
            return None
        return self._toward(here.end if way > 0 else here.start - 1, way)

    def _toward(self, at: int, way: int) -> int | None:
        if self.camera is None:
            return None
        return self._recorded.toward(self.camera, at, way, self._session.where.case.basis.window)
