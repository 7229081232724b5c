"""Where the usual direction of travel is learnt from the film, seen, and then used."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app.state.question import Question
from app.state.usual_way import UsualWay
from app.theme import Theme
from app.widgets.elided import Elided
from app.widgets.empty import Empty
from app.widgets.flow_canvas import FlowCanvas
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.words import Words, visible
from vsa_core.domain.geometry import FLOW_SIDE, Flow

SIDE = 16


class FlowView(QWidget):
    """In the place of the player: nothing learnt is asked with before it was seen and used."""

    done = Signal()

    def __init__(
        self,
        question: Question,
        usual: UsualWay,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._usual = usual
        self._words = words
        self.title = Elided(use="heading")
        self.learn = QPushButton(theme.icon("flow"), self.tr("Learn from the film"))
        self.use = QPushButton(theme.icon("check", "on_accent"), self.tr("Use this way"))
        self.use.setProperty("use", "primary")
        self.back = QPushButton(self.tr("Close"))
        self.canvas = FlowCanvas(theme)
        self.canvas.setAccessibleName(self.tr("Usual direction of travel"))
        self.empty = Empty(theme, "flow", self.tr("Preparing the picture…"), "")
        self.notice = Notice(words, theme)
        self.sign = Label()
        self.sign.setPixmap(theme.icon("info", "muted").pixmap(QSize(SIDE, SIDE)))
        self.told = Label(wraps=True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.learn)
        self.refresh()

    def refresh(self) -> None:
        """Show what was learnt, or what the question holds."""
        question, usual = self._question, self._usual
        camera = question.choice.camera
        if usual.learnt is not None and usual.learnt.camera != camera:
            usual.forget()  # it was of another camera
            return
        picture = question.backdrop.picture(camera)
        held = question.place if isinstance(question.place, Flow) else None
        learnt = usual.learnt
        self.title.setText(self.tr("Camera {camera}").format(camera=visible(camera)))
        self.canvas.show_picture(picture)
        self.canvas.show_flow(learnt.flow if learnt else held, learnt.support if learnt else ())
        self._pages.setCurrentWidget(self.empty if picture is None else self.canvas)
        self.learn.setEnabled(not usual.busy and bool(camera))
        self.use.setEnabled(learnt is not None and usual.told > 0)
        self.told.setText(self._tell(held))
        self.canvas.setAccessibleDescription(self.told.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """A look at a camera's picture is recorded: only when the person comes here."""
        super().showEvent(event)
        if self._question.choice.camera:
            self._question.load_background(self._question.choice.camera)

    def _tell(self, held: Flow | None) -> str:
        usual = self._usual
        if usual.busy:
            return self.tr("Learning from the tracks of the period… This question is recorded.")
        if usual.learnt is not None and not usual.told:
            return self.tr("No direction holds: too few tracks go the same way here.")
        if usual.learnt is not None:
            text = self.tr(
                "A direction holds in {told} of {all} cells; pale arrows rest on few tracks. "
                "Nothing is asked with it before you use it."
            )
            return text.format(told=usual.told, all=FLOW_SIDE**2)
        if held is not None:
            return self.tr("This is the way that the question uses.")
        return self.tr("Learnt from the tracks of this camera over the period of the question.")

    def _use(self) -> None:
        self._usual.use()
        self.done.emit()

    def _connect(self) -> None:
        self.learn.clicked.connect(self._usual.learn)
        self.use.clicked.connect(self._use)
        self.back.clicked.connect(self.done)
        self._usual.changed.connect(self.refresh)
        self._usual.changed.connect(self._clear)
        self._usual.failed.connect(self.notice.tell)
        self._question.changed.connect(self.refresh)
        self._question.backdrop.changed.connect(self.refresh)

    def _clear(self) -> None:
        if self._usual.busy:
            self.notice.clear()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(8)
        bar.addWidget(self.learn)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.back)
        bar.addWidget(self.use)
        below = QHBoxLayout()
        below.setContentsMargins(12, 8, 12, 8)
        below.setSpacing(8)
        below.addWidget(self.sign)
        below.addWidget(self.told, 1)
        self._pages = QStackedLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(bar)
        rows.addWidget(self.notice)
        rows.addLayout(self._pages, 1)
        for page in (self.canvas, self.empty):  # once it lies in the view, else it shows a window
            self._pages.addWidget(page)
        rows.addLayout(below)
