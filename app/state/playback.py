"""One clock for player and timeline: which picture is on show, and how one moves to another."""

from collections.abc import Iterable
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from app.state.absence import Absence, Why
from app.state.overprint import Boxes, Trails, span_in
from app.state.play_clock import PlayClock
from app.state.screen import Place, Screen
from app.state.selection import Selection
from app.state.session import Session
from app.state.speed import STILL, is_long, shuttled, skipped
from app.state.strip import Hole
from app.state.walk import Walk
from vsa_core.desk.playing import Reel, Shot
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Window
from vsa_core.errors import Fault


class Playback(QObject):
    """Where the person looks: a camera, a corrected time, a picture or the reason for none.

    `marks`: what is marked with in and out; `rate`: how fast it runs, 0 when
    it stands still. One picture is on its way at most, and the latest wanted
    wins.
    """

    moved = Signal(object)  # int, corrected microseconds
    shown = Signal(object)  # Shot | None
    reel_changed = Signal()
    examining = Signal(object)  # frozenset[int]
    running = Signal(object)  # Fraction
    marked = Signal(object)  # Selection
    edge = Signal(int)  # +1: the end, -1: the beginning of what is recorded
    failed = Signal(object)  # Fault

    def __init__(
        self, session: Session, parent: QObject | None = None, clock: PlayClock | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock or PlayClock(self)
        self._screen = Screen(session.tasks, self)
        self._walk = Walk(session, self)
        self.rate = STILL
        self.marks = Selection()
        self._connect()

    def _connect(self) -> None:
        self._clock.ticked.connect(self._tick)
        self._screen.shown.connect(self.shown)
        self._screen.alarmed.connect(self._alarm)
        self._walk.stood.connect(self._look)
        self._walk.edge.connect(self._stop)
        self._walk.reel_changed.connect(self._changed)
        self._walk.refused.connect(self._refuse)
        self._walk.lifted.connect(self._lifted)
        self._walk.failed.connect(self.failed)
        self._session.left.connect(self._leave)

    @property
    def camera(self) -> str | None:
        """The camera looked at, None before the first `go`."""
        return self._walk.camera

    @property
    def at(self) -> int | None:
        """The corrected time stood at, in microseconds."""
        return self._walk.at

    @property
    def shot(self) -> Shot | None:
        """The picture on the screen, None while there is none."""
        return self._screen.shot

    @property
    def absence(self) -> Absence | None:
        """Why there is no picture on the screen."""
        return self._screen.absence

    @property
    def reel(self) -> Reel | None:
        """The reel that is open."""
        return self._walk.source.reel if self._walk.source else None

    @property
    def opening(self) -> bool:
        """Whether a reel is being opened."""
        return self._walk.waiting

    @property
    def examined(self) -> frozenset[int]:
        """The tracks of this reel whose mask was lifted."""
        return self._walk.source.examined if self._walk.source else frozenset()

    @property
    def footage(self) -> Footage | None:
        """The file that is stood on, None in a hole."""
        head = self._walk.head
        return None if head.hole else head.strip.part(head.index).footage

    @property
    def place(self) -> Place | None:
        """Which picture is on the screen, and until when; None while there is none."""
        return self._screen.place

    @property
    def selection(self) -> Window | None:
        """The stretch marked with in and out, None until it has both ends."""
        return self.marks.window

    def boxes(self) -> Boxes:
        """Boxes of the tracks on the picture that is on the screen."""
        return self._screen.drawn.boxes

    def trails(self) -> Trails:
        """Where those tracks came from in the last seconds."""
        return self._screen.drawn.trails

    def span(self, track: int) -> Window | None:
        """When a track is there, within the reel; None for one that is not in it."""
        return span_in(self.reel.tracks, track, self.reel.window) if self.reel else None

    def know(self, files: Iterable[Footage]) -> None:
        """The case holds these files: beyond a reel, one goes on where they do."""
        self._walk.know(files)

    def fit(self, width: int) -> None:
        """Pictures need not be wider than `width` pixels; 0: their own width."""
        self._screen.fit(width)

    def go(self, camera: str, at: int) -> None:
        """Look at corrected time `at` of a camera; it runs on from there if it was running."""
        if camera != self.camera:
            self._mark(Selection())
            self._screen.blank(Absence(Why.OPENING))
        self._clock.stop()
        self._walk.go(camera, at)

    def step(self, count: int) -> None:
        """Go exactly so many pictures on, or back below 0; it stands still from now on."""
        self.pause()
        self._walk.step(count)

    def jump(self, microseconds: int) -> None:
        """Go so far on, or back below 0, over pauses; to the very end when there is no more."""
        self._clock.stop()
        self._walk.jump(microseconds)

    def play(self, rate: Fraction | int = 1) -> None:
        """Run at that rate; the pictures that cannot be had in time are skipped."""
        if self.at is None or self.camera is None:
            return
        self.rate = Fraction(rate)
        if not self.opening:
            self._clock.start(self.at, self.rate)
        self.running.emit(self.rate)

    def pause(self) -> None:
        """Stand still, on the picture that is on the screen, however late it is."""
        here = self._here() if self.rate else None
        self._halt()
        window = self.reel.window if self.reel else None
        if here is not None and window is not None and window.overlaps(here.start, here.start + 1):
            self._walk.stand(here.start)

    def toggle(self, rate: Fraction | int = 1) -> None:
        """Run at that rate, or stand still."""
        if self.rate:
            self.pause()
        else:
            self.play(rate)

    def shuttle(self, way: int) -> None:
        """L (+1) and J (-1): run that way, faster each time."""
        self.play(shuttled(self.rate, way))

    def mark_in(self) -> None:
        """The selection begins with the picture stood on, while running with the one seen."""
        if self.at is not None:
            here = self._here()
            self._mark(self.marks.began(here.start if here else self.at))

    def mark_out(self) -> None:
        """The selection ends with that picture, which belongs to it."""
        if self.at is not None:
            here = self._here()
            self._mark(self.marks.ended(here.end if here else self.at))

    def select(self, window: Window | None) -> None:
        """Mark both ends at once, as on the timeline; None: mark nothing."""
        self._mark(Selection(window.start, window.end) if window else Selection())

    def unmark(self) -> None:
        """Nothing is selected any more."""
        self._mark(Selection())

    def examine(self, track: int, motive: str, reel: Reel | None = None) -> None:
        """Lift the mask of one track over its span in the reel, on screen only, till it closes."""
        self._walk.examine(track, motive, reel)

    def refresh(self) -> None:
        """Open the reel anew: its footage was looked at again."""
        if self.at is not None:
            self._screen.blank(Absence(Why.OPENING))
            self._walk.renew()

    def close(self) -> None:
        """Look at nothing; what was shown is recorded."""
        self._halt()
        self._walk.leave()
        self._screen.blank(None)
        self._mark(Selection())

    def _leave(self) -> None:
        self._walk.know(())
        self.close()

    def _here(self) -> Window | None:
        place = self._screen.place if self.rate else None
        return place.window if place else self._walk.head.window

    def _halt(self) -> None:
        self._clock.stop()
        if self.rate:
            self.rate = STILL
            self.running.emit(STILL)

    def _mark(self, marks: Selection) -> None:
        if marks != self.marks:
            self.marks = marks
            self.marked.emit(marks)

    def _changed(self) -> None:
        self._clock.stop()
        if self._walk.source is None:
            self._screen.forget()
        self.examining.emit(self.examined)
        self.reel_changed.emit()

    def _look(self) -> None:
        """Show what is stood on, and run on from there."""
        source, at = self._walk.source, self._walk.at
        if source is None or at is None:
            return
        self._screen.look(source, self._walk.head)
        if self.rate and not self._clock.running:
            self._clock.start(at, self.rate)
        self.moved.emit(at)

    def _stop(self, way: int) -> None:
        self._halt()
        self.edge.emit(way)

    def _refuse(self, fault: Fault) -> None:
        self._halt()
        why = Why.NOTHING if fault.code == "CAS-071" else Why.FAULT
        self._screen.blank(Absence(why, fault=fault))
        self.moved.emit(self.at)

    def _alarm(self, fault: Fault) -> None:
        self._halt()
        self.failed.emit(fault)

    def _lifted(self) -> None:
        self.examining.emit(self.examined)
        self._look()

    def _tick(self, at: int) -> None:
        head = self._walk.head
        hole = head.strip.hole(at)
        if hole is not None:
            self._run_through(hole, at)
        elif head.hole or head.strip.on_show(at) != head.index:
            self._walk.stand(at)

    def _run_through(self, hole: Hole, at: int) -> None:
        """A pause is shown for a moment, then skipped; after the last picture, the next reel."""
        way = 1 if self.rate > 0 else -1
        if hole.window is None:
            self._run_out(hole, way)
            return
        ahead = skipped(hole.window, at, self.rate)
        if ahead != at:
            self._clock.start(ahead, self.rate)
        if is_long(hole.window) and self._walk.head.hole != hole:
            self._walk.stand(at)

    def _run_out(self, hole: Hole, way: int) -> None:
        strip = self._walk.head.strip
        behind = hole.before < 0 if way > 0 else hole.before >= 0
        if behind and len(strip):
            self._clock.start(int(strip.at[0] if way > 0 else strip.until[-1] - 1), self.rate)
        else:
            self._walk.cross(way)
