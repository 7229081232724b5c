"""Where a line, a zone or a path is drawn on a camera's picture, in the place of the player."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app.state.question import Question
from app.state.standing import Standing
from app.theme import Theme
from app.widgets import sketch_words
from app.widgets.canvas import STEP
from app.widgets.elided import Elided
from app.widgets.empty import Empty
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.place_section import ARROWED
from app.widgets.reshaping import turned
from app.widgets.sketch_canvas import SketchCanvas
from app.widgets.tip import plain_tip
from app.words import Words, visible
from vsa_core.domain.geometry import UNITS, Flow, Line, Place, Point
from vsa_core.errors import Refused

SIDE = 16


class SketchView(QWidget):
    """Shows the background of the question's camera, asked for when it is first shown.

    What is drawn goes into the question at once; `done` when the person has
    finished, or gives up with Esc.
    """

    done = Signal()

    def __init__(
        self, question: Question, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._words = words
        self._theme = theme
        self._camera = ""
        self.canvas = SketchCanvas(theme)
        self.canvas.sides = (self.tr("left"), self.tr("right"))
        self.empty = Empty(theme, "camera", "", "")
        self.title = Elided(use="heading")
        self.told_icon = Label()
        self.told = Label(wraps=True)
        self.where = Label(use="mono")
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.canvas)
        self.refresh()

    def refresh(self) -> None:
        """Show what the question holds now."""
        choice = self._question.choice
        if choice.camera != self._camera:
            self._camera = choice.camera
            self.canvas.start_over()
            self._load()
        self.title.setText(self._title())
        self.canvas.direction = choice.direction
        self.canvas.as_arrow = choice.sheet.kind == ARROWED
        self._show_picture()
        self.canvas.show_place(
            choice.shape, None if isinstance(choice.place, Flow) else choice.place
        )

    def event(self, event: QEvent) -> bool:
        """Plain keys belong to the drawing while it has the focus, not to the player."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _plain(event):
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()
        self.canvas.setFocus()

    def _make_buttons(self) -> None:
        button = self._button
        choose = self._question.choose_shape
        self.line = button("line", self.tr("Line"), lambda: choose("line"))
        self.zone = button("zone", self.tr("Zone"), lambda: choose("zone"))
        self.path = button("path", self.tr("Path"), lambda: choose("path"))
        self._tools = (
            (self.line, "line", self.tr("Line")),
            (self.zone, "zone", self.tr("Zone")),
            (self.path, "path", self.tr("Path")),
        )
        for tool, _, _ in self._tools:
            tool.setCheckable(True)
        self.undo = button("undo", self.tr("Undo"), self._undo, "Ctrl+Z")
        self.redo = button("redo", self.tr("Redo"), self._question.drawing.redo, "Ctrl+Shift+Z")
        self.clear = button("eraser", self.tr("Erase the drawing"), self._clear)
        self.turn = button("swap", self.tr("Reverse the direction of the line"), self._turn)
        self.smaller = button("zoom-out", self.tr("Zoom out"), lambda: self._zoom(1 / STEP), "-")
        self.fit = button("fit", self.tr("Whole picture"), self.canvas.fit)
        self.larger = button("zoom-in", self.tr("Zoom in"), lambda: self._zoom(STEP), "+")
        self.finish = QPushButton(self._theme.icon("check", "on_accent"), self.tr("Done"))
        self.finish.setProperty("use", "primary")
        self.finish.clicked.connect(self.done)

    def _button(self, icon: str, text: str, act: Callable[[], object], key: str = "") -> IconButton:
        button = IconButton(self._theme, icon, text, key)
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(4)
        for button in (self.line, self.zone, self.path):
            bar.addWidget(button)
        bar.addSpacing(12)
        for button in (self.undo, self.redo, self.turn, self.clear):
            bar.addWidget(button)
        bar.addSpacing(12)
        for button in (self.smaller, self.fit, self.larger):
            bar.addWidget(button)
        bar.addSpacing(12)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.finish)
        self._middle = QStackedLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(bar)
        rows.addLayout(self._middle, 1)
        for page in (self.canvas, self.empty):  # once it lies in the view, else it shows a window
            self._middle.addWidget(page)
        rows.addLayout(self._told_row())

    def _told_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        # Room for two lines always: the picture must not move while one draws.
        self.told.setMinimumHeight(2 * self.told.fontMetrics().lineSpacing())
        row.addWidget(self.told_icon)
        row.addWidget(self.told, 1)
        row.addWidget(self.where)
        return row

    def _connect(self) -> None:
        self.canvas.drawn.connect(self._drawn)
        self.canvas.stirred.connect(self._tell)
        self.empty.acted.connect(self._load)
        self._question.changed.connect(self.refresh)
        self._question.backdrop.changed.connect(self.refresh)
        keys = (("Ctrl+Z", self._undo), ("Ctrl+Shift+Z", self._question.drawing.redo))
        for key, act in (*keys, ("Ctrl+Y", self._question.drawing.redo)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _load(self) -> None:
        """A look at a camera's picture is recorded: only when the person comes here to draw."""
        if self.isVisible() and self._camera:
            self._question.load_background(self._camera)

    def _drawn(self, place: Place, nudged: bool) -> None:
        self._question.drawing.draw(place, nudged=nudged)

    def _undo(self) -> None:
        if self.canvas.pencil.stroke is not None:
            self.canvas.back()
        else:
            self._question.drawing.undo()

    def _clear(self) -> None:
        self.canvas.cancel()
        self._question.drawing.draw(None)

    def _turn(self) -> None:
        place = self._question.place
        if isinstance(place, Line):
            self._question.drawing.draw(turned(place))

    def _zoom(self, factor: float) -> None:
        self.canvas.zoom(factor, QPointF(self.canvas.rect().center()))

    def _title(self) -> str:
        name = visible(self._camera)
        return self.tr("Camera {camera}").format(camera=name) if name else ""

    def _show_picture(self) -> None:
        picture = self._question.backdrop.picture(self._camera)
        self.canvas.show_picture(picture)
        self._middle.setCurrentWidget(self.empty if picture is None else self.canvas)
        if picture is None:
            self._explain()

    def _explain(self) -> None:
        """Why there is no picture to draw on, and what to do about it."""
        question = self._question
        fault = question.backdrop.fault(self._camera)
        if not self._camera:
            self.empty.say(
                "camera", self.tr("No camera chosen"), self.tr("Choose one in the question.")
            )
        elif fault is not None:
            cause, *rest = self._words.explain(fault)
            code = f"[{fault.code}]"
            icon = "shield" if isinstance(fault, Refused) else "error"
            self.empty.say(icon, cause, " ".join([*rest, code]), self.tr("Try again"))
        elif question.standing(self._camera) is Standing.EMPTY:
            text = self.tr("No footage was admitted for this camera.")
            self.empty.say("film", self.tr("No picture"), text)
        else:
            text = self.tr("What moves is taken out of the picture. This look is recorded.")
            self.empty.say("film", self.tr("Preparing the picture…"), text)

    def _tell(self) -> None:
        """Beside the picture: what is wrong, or what can be done now."""
        flaw = self.canvas.pencil.flaw
        icon, use = ("warning", "warning") if flaw else ("info", "muted")
        pencil = self.canvas.pencil
        hint = sketch_words.hint(pencil, as_arrow=self.canvas.as_arrow)
        text = sketch_words.wrong(flaw, pencil.shape) if flaw else hint
        shown = self.canvas.has_picture
        self.told_icon.setPixmap(self._theme.icon(icon, use).pixmap(QSize(SIDE, SIDE)))
        self.told_icon.setVisible(shown)
        self.told.setProperty("use", use)
        self.told.style().polish(self.told)
        self.told.setText(text if shown else "")
        self.where.setText(self._position() if shown else "")
        self.canvas.setAccessibleName(self.tr("Picture to draw on"))
        self.canvas.setAccessibleDescription(f"{text} {self._position()}".strip())
        self._enable(shown)

    def _enable(self, shown: bool) -> None:
        drawing, pencil = self._question.drawing, self.canvas.pencil
        shape = self._question.choice.shape
        for tool, name, text in self._tools:
            tool.setChecked(shape == name)
            takes = name in self._question.choice.sheet.places
            tool.setEnabled(takes)
            other = self.tr("{tool}: the event chosen wants another shape").format(tool=text)
            tool.setToolTip(plain_tip(text if takes else other))
        self.undo.setEnabled(shown and (drawing.can_undo or pencil.stroke is not None))
        self.redo.setEnabled(shown and drawing.can_redo and pencil.stroke is None)
        self.clear.setEnabled(shown and (drawing.place is not None or pencil.stroke is not None))
        self.turn.setEnabled(shown and isinstance(drawing.place, Line))
        for button in (self.smaller, self.fit, self.larger):
            button.setEnabled(shown)

    def _position(self) -> str:
        """Where the corner with the focus, or the next one, lies in the picture, in pixels."""
        pencil = self.canvas.pencil
        if pencil.drawing:
            return self._pixels(pencil.cursor) if pencil.cursor else ""
        count = len(pencil.corners)
        focus = min(pencil.focus, count - 1)
        return f"{focus + 1}/{count}  {self._pixels(pencil.corners[focus])}"

    def _pixels(self, point: Point) -> str:
        wide, high = self.canvas.pencil.size
        return f"{point.x * wide / UNITS:.0f}, {point.y * high / UNITS:.0f}"


def _plain(event: QKeyEvent) -> bool:
    """A key without Ctrl, Alt or Meta that the window might have taken for itself."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    held &= ~Qt.KeyboardModifier.KeypadModifier
    return not held and event.key() not in range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)
