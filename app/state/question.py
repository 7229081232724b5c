"""The question being put together, and whether the answer on show still belongs to it."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.state.backdrop import Backdrop
from app.state.choice import Choice
from app.state.drawing import Drawing
from app.state.session import Session
from app.state.standing import Standing, standing
from vsa_core.desk.footage import FootageSheet
from vsa_core.desk.queries import KindSheet
from vsa_core.domain.geometry import Place
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query


class Question(QObject):
    """A choice that becomes a Query when nothing is lacking.

    `drawing` holds the places, one a camera and shape: geometry belongs to
    the picture it was drawn on. `playhead` (corrected microseconds) and
    `selection` are offered as periods; the window keeps them up to date.
    """

    changed = Signal()
    offered = Signal()  # whether there is a playhead or a selection has changed
    asked = Signal(object, str)  # Query, code of the motive
    background = Signal(object)  # Picture
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.kinds: tuple[KindSheet, ...] = session.desks.queries.kinds()
        self.drawing = Drawing(self)
        self.backdrop = Backdrop(session, self)
        self.playhead: int | None = None
        self.selection: Window | None = None
        self._sheets: tuple[FootageSheet, ...] | None = None
        self._choice = Choice(self.kinds[0])
        self._last: Query | None = None
        self.drawing.changed.connect(self._redrawn)
        self.backdrop.arrived.connect(self.background)
        self.backdrop.failed.connect(self.failed)
        session.entered.connect(self._begin)
        session.left.connect(self._leave)

    @property
    def choice(self) -> Choice:
        """What was chosen so far."""
        return self._choice

    @property
    def kind(self) -> str:
        """The kind asked about."""
        return self._choice.sheet.kind

    @property
    def place(self) -> Place | None:
        """The line or zone of this kind on this camera."""
        return self._choice.place

    @property
    def motive(self) -> str:
        """The motive that this session's ordinary acts are recorded with."""
        return self._session.motive

    @property
    def every_camera(self) -> tuple[str, ...]:
        """The cameras of the basis; none outside a case."""
        return self._session.where.case.basis.cameras if self._session.in_case else ()

    @property
    def allowed(self) -> Window | None:
        """The window of the basis; None outside a case."""
        return self._session.where.case.basis.window if self._session.in_case else None

    @property
    def problem(self) -> str:
        """Why it cannot be asked yet, a key of the words under question.problem; "" when it can.

        "empty" and "unread" are about the footage of the chosen cameras, the
        others about the choice: see `Choice.lacking`.
        """
        at = self.standing(*self._choice.cameras)
        if at in (Standing.EMPTY, Standing.UNREAD) and self._choice.cameras:
            return at.value
        return self._choice.lacking(self.allowed)

    @property
    def stale(self) -> bool:
        """Whether the question is no longer the one that was last asked."""
        return self._last is not None and self.query() != self._last

    def query(self) -> Query | None:
        """The question as it stands, None while something is lacking."""
        return None if self.problem else self._choice.query(self.every_camera)

    def standing(self, *cameras: str) -> Standing:
        """How far these cameras are ready to be asked about; with none, all of the basis."""
        return standing(self._sheets, cameras or self.every_camera)

    def know(self, sheets: Iterable[FootageSheet]) -> None:
        """Take the list of the case's files, as the archive tells it."""
        self._sheets = tuple(sheets)
        self.changed.emit()

    def ask(self, motive: str) -> None:
        """Ask, when nothing is lacking: `asked` follows."""
        query = self.query()
        if query is not None:
            self._last = query
            self.changed.emit()
            self.asked.emit(query, motive)

    def choose_kind(self, name: str) -> None:
        """Ask about another kind; a place drawn for kinds of the same shape stays."""
        sheet = next(sheet for sheet in self.kinds if sheet.kind == name)
        if sheet != self._choice.sheet:
            self._become(self._choice.of_kind(sheet))

    def choose_cameras(self, names: Iterable[str]) -> None:
        """Ask about these cameras; one alone, the new one, where the kind wants a place."""
        self._become(self._choice.on_cameras(tuple(names), self.every_camera))

    def choose_classes(self, names: Iterable[str]) -> None:
        """Ask about these classes of objects, about all when there are none."""
        self._become(self._choice.of_classes(tuple(names)))

    def choose_direction(self, direction: str) -> None:
        """Ask about one direction of the kind, about any with ""."""
        self._become(replace(self._choice, direction=direction))

    def choose_period(self, period: tuple[int, int] | None) -> None:
        """Ask from one instant to another (corrected microseconds); None: all that is allowed."""
        self._become(replace(self._choice, period=period))

    def set_window_from(self, selection: Window | None) -> None:
        """Take a stretch of the timeline as the period, as far as the basis allows; None: all."""
        self.choose_period(None if selection is None else self._allowed_part(selection))

    def take_around(self, reach: int) -> None:
        """Take the `reach` microseconds before and after the playhead as the period."""
        if self.playhead is not None:
            self.set_window_from(Window(self.playhead - reach, self.playhead + reach))

    def offer(self, playhead: int | None, selection: Window | None = None) -> None:
        """Where the playhead stands and what is selected: periods that can be taken."""
        before = (self.playhead is None, self.selection)
        self.playhead, self.selection = playhead, selection
        if before != (playhead is None, selection):
            self.offered.emit()

    def set_value(self, name: str, value: int) -> None:
        """Move one setting."""
        self._become(self._choice.with_value(name, value))

    def reset_values(self) -> None:
        """Put every setting back at its default."""
        self._become(replace(self._choice, values=()))

    def load_background(self, camera: str) -> None:
        """Have the picture that places are drawn on; recorded, and asked for once a camera."""
        self.backdrop.load(camera)

    def _become(self, choice: Choice) -> None:
        self._choice = choice
        self.drawing.turn(choice.camera, choice.sheet.place)
        self._redrawn()

    def _allowed_part(self, window: Window) -> tuple[int, int]:
        """What of it the basis allows; all of it, to be refused in words, when that is nothing."""
        allowed = self.allowed
        if allowed is None or not allowed.overlaps(window.start, window.end):
            return window.start, window.end
        return max(window.start, allowed.start), min(window.end, allowed.end)

    def _redrawn(self) -> None:
        self._choice = replace(self._choice, place=self.drawing.place)
        self.changed.emit()

    def _begin(self) -> None:
        every = self.every_camera
        self._become(Choice(self._choice.sheet).on_cameras(every[:1], every))

    def _leave(self) -> None:
        self._last, self._sheets = None, None
        self.playhead, self.selection = None, None
        self._choice = Choice(self._choice.sheet)
        self.drawing.forget()
        self.offered.emit()
