"""What stands on the screen: a masked picture with its boxes, or the reason why there is none."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.state.absence import Absence, Why
from app.state.head import Head
from app.state.loan import Loan
from app.state.overprint import NOTHING_DRAWN, Drawn, drawn_at
from app.state.shots import Aim, Shots
from app.state.walk import Source
from app.tasks import Tasks
from vsa_core.desk.playing import Shot
from vsa_core.domain.moment import Window
from vsa_core.errors import Fault, Tampered


@dataclass(frozen=True, slots=True)
class Place:
    """Which picture of how many of the reel, from 1, and when it is on show."""

    number: int
    count: int
    window: Window


class Screen(QObject):
    """Shows what a head stands on. `shot` and `absence` exclude each other; both None: nothing yet.

    `place` and `drawn` are those of the very picture on the screen, which may
    be behind the head, or beside it until the right one has come.
    """

    shown = Signal(object)  # Shot | None
    alarmed = Signal(object)  # Tampered

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shots = Shots(tasks, self._fetched, self._missed)
        self._source: Source | None = None
        self._head: Head | None = None
        self._showing: Loan | None = None
        self._width = 0
        self.shot: Shot | None = None
        self.absence: Absence | None = None
        self.place: Place | None = None
        self.drawn: Drawn = NOTHING_DRAWN

    def look(self, source: Source, head: Head) -> None:
        """Show what the head stands on, as soon as it can be had."""
        self._source, self._head = source, head
        if head.shows:
            self._shots.want(self._aim(source, head))
            self._waiting()
        else:
            self.blank(_absence(head))

    def blank(self, absence: Absence | None) -> None:
        """Show no picture, and the reason; None clears the screen."""
        self._shots.forget()
        if self.shot is None and self.absence == absence:
            return
        self.shot, self.absence, self.place, self.drawn = None, absence, None, NOTHING_DRAWN
        self.shown.emit(None)

    def forget(self) -> None:
        """The reel is gone: what is on its way matters no more, nobody stays without a mask."""
        self._shots.forget()
        self._source = self._head = None
        if self.shot is not None and self.shot.examined:
            self.blank(Absence(Why.OPENING))

    def fit(self, width: int) -> None:
        """Pictures need not be wider than `width` pixels; 0 or more than they have: their own."""
        self._width = width
        source, head = self._source, self._head
        if source is None or head is None or self.shot is None or not head.shows:
            return
        aim = self._aim(source, head)
        if self.shot.picture.shape[1] != (aim.width or _own_width(head)):
            self._shots.want(aim)

    def _waiting(self) -> None:
        """A picture is coming: a slate stays until then, but no longer holds what comes back."""
        self.absence = None

    def _aim(self, source: Source, head: Head) -> Aim:
        footage = head.strip.part(head.index).footage
        width = self._width if 0 < self._width < _own_width(head) else 0
        pts = int(head.strip.pts[head.index])
        within = self._away(source, head.at)
        return Aim(source.loan, head.index, footage.digest, pts, width, within)

    def _away(self, source: Source, at: int) -> int | None:
        """How far from `at` what is on the screen lies; None when it is of no use there."""
        if self._showing is not source.loan or self.place is None:
            return None
        return abs(self.place.window.start - at)

    def _fetched(self, aim: Aim, shot: Shot) -> None:
        source, head = self._source, self._head
        if source is None or head is None or aim.loan is not source.loan or self.absence:
            return
        strip = head.strip
        index = aim.index if shot.exact else strip.find(shot.at.footage, shot.at.pts)
        at = int(strip.at[index])
        self.shot, self._showing = shot, aim.loan
        self.place = Place(index + 1, len(strip), Window(at, int(strip.until[index])))
        self.drawn = drawn_at(source.reel.tracks, at, source.reel.matched, source.examined)
        self.shown.emit(shot)

    def _missed(self, aim: Aim, fault: Fault) -> None:
        source, head = self._source, self._head
        if source is None or head is None or aim.loan is not source.loan:
            return
        if aim.index == head.index:
            why = Why.NOT_LOOKED if fault.code == "CAS-050" else Why.FAULT
            self.blank(Absence(why, fault=fault))
        if isinstance(fault, Tampered):
            self.alarmed.emit(fault)


def _absence(head: Head) -> Absence:
    """Why the head stands on no picture that may be shown."""
    if head.hole is None:
        return Absence(Why.NOT_LOOKED)
    why = Why.NOTHING if head.hole.window is None else Why.HOLE
    return Absence(why, head.hole.window, head.hole.code)


def _own_width(head: Head) -> int:
    stream = head.strip.part(head.index).footage.stream
    return stream.width if stream else 0
