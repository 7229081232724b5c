"""The timeline: one lane per camera, what is on the screen, where the cursor is, what is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.state import visible
from app.state.lanes import NO_LANES, Lane, Lanes, Runs, coverage_of, lanes_of
from app.state.marks import Gathering, Marks, Verdicts
from app.state.session import Session
from app.state.ticks import Step, next_stroke
from app.tasks import Job
from app.tasks import Lane as TaskLane
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.coverage import Coverage
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Window

PARIS = ZoneInfo("Europe/Paris")
NEVER = Window(0, 86_400_000_000)
"""What a timeline without footage and without a case shows."""

LEAD = 10
"""After a page is turned the cursor stands at one part in this many from the edge it left."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """One instant of one camera, in corrected microseconds."""

    camera: str
    at: int


class Timeline(QObject):
    """What the timeline knows. Times are corrected microseconds since 1970.

    Footage without a clock claim has no place: it is in `unplaced`.
    """

    changed = Signal()  # anything that is painted
    moved = Signal(object)  # Window: what is on the screen
    sought = Signal(object, object)  # str, int: a person wants to see this camera at this time
    picked = Signal(object)  # Hit: a person wants this result
    selected = Signal(object)  # Window | None: the span of a clip
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self.zone = PARIS
        self._forget()
        session.left.connect(self._leave)

    def _forget(self) -> None:
        self._lanes = NO_LANES
        self._gathering = Gathering()
        self._marks: Mapping[str, Marks] | None = {}
        self._stale: tuple[tuple[Hit, ...], Verdicts] | None = None
        self._coverage: Mapping[str, Runs] | None = None
        self._cursor: Cursor | None = None
        self._visible = NEVER
        self._limits = NEVER
        self._untouched = True
        self.asked: Window | None = None
        self.selection: Window | None = None
        self.chosen: Hit | None = None
        self.row = 0
        self.version = 0

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """One lane for each camera of the basis, then of the footage."""
        return self._lanes.lanes

    @property
    def unplaced(self) -> tuple[Footage, ...]:
        """Footage whose clock nobody claimed."""
        return self._lanes.unplaced

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The answer on show; `Marks.row` counts in it."""
        return self._stale[0] if self._stale else self._gathering.hits

    @property
    def marks(self) -> Mapping[str, Marks]:
        """The hits by camera, as columns; worked out when somebody looks."""
        if self._stale is not None:
            self._gathering.take(*self._stale)
            self._stale, self._marks = None, None
        if self._marks is None:
            self._marks = self._gathering.marks()
        return self._marks

    @property
    def coverage(self) -> Mapping[str, Runs] | None:
        """What the answer on show covered, by camera; None without an answer."""
        return self._coverage

    @property
    def span(self) -> Window:
        """From the first picture to the last; the basis' window while there is none."""
        extents = [lane.extent for lane in self.lanes]
        return visible.hull(*extents) or self._allowed() or NEVER

    @property
    def visible(self) -> Window:
        """What is on the screen."""
        return self._visible

    @property
    def cursor(self) -> Cursor | None:
        """Where the player, or the keyboard, stands."""
        return self._cursor

    @property
    def lane(self) -> Lane | None:
        """The lane that the keyboard is on."""
        return self.lanes[self.row] if self.row < len(self.lanes) else None

    def set_sheets(self, sheets: tuple[FootageSheet, ...]) -> None:
        """Show this footage; the lanes follow when they are worked out."""
        if not self._session.in_case:
            return
        basis = self._session.where.case.basis
        if self._job is not None:
            self._job.drop()
        self._job = self._session.tasks.ask(
            lambda: lanes_of(sheets, basis.cameras, basis.window),
            self._lay,
            self.failed.emit,
            TaskLane.PICTURES,
        )

    def set_hits(self, hits: tuple[Hit, ...], verdicts: Verdicts) -> None:
        """Show this answer; call it again when it grew or when a verdict changed."""
        self._stale = (hits, verdicts)
        self._touch()

    def set_coverage(self, coverage: Coverage | None) -> None:
        """Show what an answer covered."""
        self._coverage = coverage_of(coverage.stretches) if coverage else None
        self._touch()

    def set_asked(self, asked: Window | None) -> None:
        """Shade what the question leaves out."""
        self.asked = asked
        self.changed.emit()

    def set_selection(self, selection: Window | None) -> None:
        """Mark the span of a clip."""
        if selection != self.selection:
            self.selection = selection
            self.changed.emit()
            self.selected.emit(selection)

    def set_chosen(self, hit: Hit | None) -> None:
        """Point at the result that is chosen elsewhere, and bring it on the screen."""
        self.chosen = hit
        if hit is not None and hit.event.start.corrected is not None:
            self.reveal(hit.event.start.corrected)
        self.changed.emit()

    def set_cursor(self, camera: str, at: int) -> None:
        """The player stands here; the screen follows a cursor that it shows."""
        followed = self._cursor is None or self._shows(self._cursor.at)
        self._cursor = Cursor(camera, at)
        self._go_to_lane(camera)
        if followed:
            self.reveal(at)
        self.changed.emit()

    def seek(self, camera: str, at: int) -> None:
        """A person wants to see this camera at this time."""
        self._cursor = Cursor(camera, at)
        self._go_to_lane(camera)
        self.changed.emit()
        self.sought.emit(camera, at)

    def pick(self, hit: Hit) -> None:
        """A person wants this result."""
        self.picked.emit(hit)

    def go_to(self, row: int) -> None:
        """Put the keyboard on the lane of that row, and the cursor with it."""
        if self.lanes:
            self.row = min(max(row, 0), len(self.lanes) - 1)
            at = self._cursor.at if self._cursor else self._middle()
            self._cursor = Cursor(self.lanes[self.row].camera, at)
            self.changed.emit()

    def step(self, by: int, step: Step) -> None:
        """Move the cursor to the next stroke of the ruler, or the one before."""
        at = self._cursor.at if self._cursor else self._middle()
        self._point(next_stroke(at, by, step, self.zone))

    def to_end(self, last: bool) -> None:
        """Move the cursor to the beginning of the lane's footage, or to its end."""
        extent = (self.lane.extent if self.lane else None) or self.span
        self._point(extent.end - 1 if last else extent.start)

    def zoom(self, at: int, factor: float) -> None:
        """Show `factor` times less time; the instant `at` stays where it is."""
        self._show(visible.zoomed(self._visible, at, factor, self._limits))

    def pan(self, microseconds: int) -> int:
        """Move later (or earlier, when negative); what it really moved by."""
        before = self._visible.start
        self._show(visible.panned(self._visible, microseconds, self._limits))
        return self._visible.start - before

    def fit(self) -> None:
        """Show everything."""
        self._show(visible.fitted(self.span))
        self._untouched = True

    def fit_lane(self, camera: str) -> None:
        """Show all the footage of one camera."""
        for lane in self.lanes:
            if lane.camera == camera and lane.extent is not None:
                self._show(visible.fitted(lane.extent))

    def fit_selection(self) -> None:
        """Show the span of the clip."""
        if self.selection is not None:
            self._show(visible.fitted(self.selection))

    def reveal(self, at: int) -> None:
        """Bring an instant on the screen: the next page when it is near, else around it."""
        shown, length = self._visible, self._visible.end - self._visible.start
        if shown.start <= at < shown.end:
            return
        if shown.end <= at < shown.end + length:
            self._show(visible.within_calendar(at - length // LEAD, length))
        elif shown.start - length < at < shown.start:
            self._show(visible.within_calendar(at - length + length // LEAD, length))
        else:
            self._show(visible.centred(shown, at))

    def show(self, window: Window) -> None:
        """Show exactly this."""
        self._show(visible.within_calendar(window.start, window.end - window.start))

    def _show(self, window: Window) -> None:
        self._untouched = False
        if window != self._visible:
            self._visible = window
            self.moved.emit(window)
            self.changed.emit()

    def _lay(self, lanes: Lanes) -> None:
        self._lanes = lanes
        self._job = None
        self.row = min(self.row, max(len(lanes.lanes) - 1, 0))
        self._limits = visible.hull(self.span, self._allowed()) or NEVER
        if self._untouched:
            self.fit()
        self._touch()

    def _touch(self) -> None:
        self.version += 1
        self.changed.emit()

    def _point(self, at: int) -> None:
        if self.lane is not None:
            self._cursor = Cursor(self.lane.camera, at)
            self.reveal(at)
            self.changed.emit()

    def _go_to_lane(self, camera: str) -> None:
        for row, lane in enumerate(self.lanes):
            if lane.camera == camera:
                self.row = row

    def _shows(self, at: int) -> bool:
        return self._visible.start <= at < self._visible.end

    def _middle(self) -> int:
        return (self._visible.start + self._visible.end) // 2

    def _allowed(self) -> Window | None:
        return self._session.where.case.basis.window if self._session.in_case else None

    def _leave(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None
        self._forget()
        self._touch()
        self.moved.emit(self._visible)
