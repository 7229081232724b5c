"""The question being put together, and whether the answer on show still belongs to it."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.state.backdrop import Backdrop
from app.state.choice import Choice
from app.state.drawing import Drawing
from app.state.narrowing import put, without
from app.state.parts import Part, Parts
from app.state.session import Session
from app.state.standing import Standing, standing
from app.state.taking import parts_of
from vsa_core.desk.footage import FootageSheet
from vsa_core.desk.queries import KindSheet
from vsa_core.domain.filters import Filter
from vsa_core.domain.geometry import Place
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query, Setting

USUAL = "line_crossing"
"""What a question begins with: a narrow one, since the first is often the last."""


class Question(QObject):
    """Parts, one of them on show, that become a Query when nothing is lacking.

    `drawing` holds the places, one a camera, shape and part: geometry belongs
    to the picture it was drawn on. `playhead` (corrected microseconds) and
    `selection` are offered as periods; the window keeps them up to date.
    `joins`: how parts can be joined, each with its sliders.
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
        self.joins: tuple[KindSheet, ...] = session.desks.queries.combining()
        self.drawing = Drawing(self)
        self.backdrop = Backdrop(session, self)
        self.playhead: int | None = None
        self.selection: Window | None = None
        self._sheets: tuple[FootageSheet, ...] | None = None
        self._usual = next((s for s in self.kinds if s.kind == USUAL), self.kinds[0])
        self._parts = Parts((Part(0, Choice(self._usual)),))
        self._last: Query | None = None
        self.drawing.changed.connect(self._redrawn)
        self.backdrop.arrived.connect(self.background)
        self.backdrop.failed.connect(self.failed)
        session.entered.connect(self._begin)
        session.left.connect(self._leave)

    @property
    def parts(self) -> Parts:
        """What it is put together of."""
        return self._parts

    @property
    def choice(self) -> Choice:
        """What was chosen so far for the part on show."""
        return self._parts.choice

    @property
    def kind(self) -> str:
        """The kind asked about."""
        return self.choice.sheet.kind

    @property
    def place(self) -> Place | None:
        """The place of this part on this camera."""
        return self.choice.place

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
        others about the choice and its parts: see `Parts.lacking`.
        """
        for part in self._parts.listed:
            cameras = () if part.fixed else part.choice.cameras
            at = self.standing(*cameras)
            if cameras and at in (Standing.EMPTY, Standing.UNREAD):
                return at.value
        return self._parts.lacking(self.allowed)[1]

    @property
    def faulty(self) -> int:
        """The part that `problem` is about."""
        return self._parts.lacking(self.allowed)[0]

    @property
    def stale(self) -> bool:
        """Whether the question is no longer the one that was last asked."""
        return self._last is not None and self.query() != self._last

    def query(self) -> Query | None:
        """The question as it stands, None while something is lacking."""
        return None if self.problem else self._parts.query(self.every_camera)

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

    def take(self, query: Query) -> None:
        """Put a question from elsewhere in the place of this one, its places drawn."""
        self._parts = parts_of(query, self.kinds, self.every_camera)
        for part in self._parts.listed:
            if part.fixed is None:
                choice = part.choice
                self.drawing.put((choice.camera, choice.shape, part.number), choice.place)
        self._become(self.choice)

    def follow(self, query: Query) -> None:
        """The answer on show was tuned to these values: the question is that one now."""
        if not self.stale:
            self.take(query)
            self._last = self.query()
            self.changed.emit()

    def start_over(self) -> None:
        """Begin anew, with the first camera and nothing drawn."""
        every = self.every_camera
        self.drawing.forget()
        self._parts = Parts((Part(0, Choice(self._usual).on_cameras(every[:1], every)),))
        self._become(self.choice)

    def add_part(self) -> None:
        """One more part, on show."""
        self._arrange(self._parts.added())

    def remove_part(self, index: int) -> None:
        """One part less."""
        self._arrange(self._parts.removed(index))

    def show_part(self, index: int) -> None:
        """Another part on show, to be changed."""
        self._arrange(self._parts.show(index))

    def except_part(self, index: int, excepted: bool) -> None:
        """Want what does not answer that part, or what does."""
        self._arrange(self._parts.excepting(index, excepted))

    def join(self, word: str, values: Iterable[tuple[str, int]] = ()) -> None:
        """Join the parts by "all", "any" or "then", with these values of its sliders."""
        sheet = next(sheet for sheet in self.joins if sheet.kind == word)
        given = dict(values)
        settings = tuple(
            Setting(p.name, given.get(p.name, p.default), p.low, p.high) for p in sheet.parameters
        )
        self._arrange(self._parts.by(word, settings))

    def choose_kind(self, name: str) -> None:
        """Ask about another kind; a place drawn for kinds of the same shape stays."""
        sheet = next(sheet for sheet in self.kinds if sheet.kind == name)
        if sheet != self.choice.sheet:
            self._become(self.choice.of_kind(sheet))

    def choose_shape(self, shape: str) -> None:
        """Ask with another sort of place, with none where the kind may do without."""
        if shape != self.choice.shape:
            self._become(self.choice.of_shape(shape))

    def narrow(self, narrowed: Filter) -> None:
        """Put a filter in the place of its sort."""
        self._become(replace(self.choice, filters=put(self.choice.filters, narrowed)))

    def widen(self, sort: str) -> None:
        """Take the filter of that sort away."""
        self._become(replace(self.choice, filters=without(self.choice.filters, sort)))

    def choose_cameras(self, names: Iterable[str]) -> None:
        """Ask about these cameras; one alone, the new one, where a place is wanted."""
        choice = self.choice
        chosen = choice.on_cameras(tuple(names), self.every_camera)
        if choice.place is not None and not choice.camera and chosen.camera:
            # A place that was typed without its camera goes onto the one chosen now.
            self.drawing.put((chosen.camera, chosen.shape, self._parts.shown.number), choice.place)
        self._become(chosen)

    def choose_classes(self, names: Iterable[str]) -> None:
        """Ask about these classes of objects, about all when there are none."""
        self._become(self.choice.of_classes(tuple(names)))

    def choose_direction(self, direction: str) -> None:
        """Ask about one direction of the kind, about any with ""."""
        self._become(replace(self.choice, direction=direction))

    def choose_period(self, period: tuple[int, int] | None) -> None:
        """Ask from one instant to another (corrected microseconds); None: all that is allowed."""
        self._become(replace(self.choice, period=period))

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
        self._become(self.choice.with_value(name, value))

    def reset_values(self) -> None:
        """Put every setting back at its default."""
        self._become(replace(self.choice, values=()))

    def load_background(self, camera: str) -> None:
        """Have the picture that places are drawn on; recorded, and asked for once a camera."""
        self.backdrop.load(camera)

    def _become(self, choice: Choice) -> None:
        self._arrange(self._parts.with_choice(choice))

    def _arrange(self, parts: Parts) -> None:
        self._parts = parts
        self.drawing.turn(self.choice.camera, self.choice.shape, parts.shown.number)
        self._redrawn()

    def _allowed_part(self, window: Window) -> tuple[int, int]:
        """What of it the basis allows; all of it, to be refused in words, when that is nothing."""
        allowed = self.allowed
        if allowed is None or not allowed.overlaps(window.start, window.end):
            return window.start, window.end
        return max(window.start, allowed.start), min(window.end, allowed.end)

    def _redrawn(self) -> None:
        choice = replace(self.choice, place=self.drawing.place)
        self._parts = self._parts.with_choice(choice)
        self.changed.emit()

    def _begin(self) -> None:
        every = self.every_camera
        self._become(Choice(self.choice.sheet).on_cameras(every[:1], every))

    def _leave(self) -> None:
        self._last, self._sheets = None, None
        self.playhead, self.selection = None, None
        self._parts = Parts((Part(0, Choice(self.choice.sheet)),))
        self.drawing.forget()
        self.offered.emit()
