"""A camera's ground measured: four clicks, four known places, and how wrong it may be."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.state.backdrop import Backdrop
from app.state.grounds import Grounds
from app.state.narrowed import KMH, decimal
from app.theme import Theme
from app.widgets.facts import Facts
from app.widgets.ground_canvas import POINTS, GroundCanvas
from app.widgets.ground_form import GroundForm
from app.widgets.label import Label
from app.widgets.motive import MotiveBox
from app.widgets.notice import Notice
from app.words import Words, visible
from vsa_core.domain.ground import Ground
from vsa_core.errors import Fault, WrongUsage

WIDE, HIGH, SIDE = 960, 600, 280


class CalibrationDialog(QDialog):
    """Keeps a calibration with a motive; the error is told while the points are moved."""

    def __init__(
        self,
        grounds: Grounds,
        backdrop: Backdrop,
        camera: str,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grounds = grounds
        self._backdrop = backdrop
        self._camera = camera
        self._words = words
        self.ground: Ground | None = None
        self.setWindowTitle(self.tr("Calibrate the ground: {name}").format(name=visible(camera)))
        self.canvas = GroundCanvas(theme)
        self.canvas.setAccessibleName(self.tr("Picture on which the ground is measured"))
        self.form = GroundForm(theme)
        self.step = Label(wraps=True)
        self.errors = Facts()
        self.wrong = Label(wraps=True, use="bad")
        self.motive = MotiveBox(words)
        self.notice = Notice(words, theme)
        self.again = QPushButton(theme.icon("eraser"), self.tr("Click the points again"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = self.buttons.addButton(
            self.tr("Keep the calibration"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.keep.setProperty("use", "primary")
        self._lay_out()
        self._connect()
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._backdrop.load(self._camera)
        self.canvas.setFocus()

    def _begin(self) -> None:
        held = self._grounds.ground(self._camera)
        if held is not None:
            self.form.show_known(held.known)
            self.canvas.show_points(held.seen)
        self._show_picture()

    def _show_picture(self) -> None:
        picture = self._backdrop.picture(self._camera)
        self.canvas.show_picture(
            picture, "" if picture is not None else self.tr("Preparing the picture…")
        )
        if picture is not None:
            self.canvas.size_of_picture = (picture.shape[1], picture.shape[0])
        self._tell()

    def _tell(self, *_: object) -> None:
        """What to do next, and how wrong it may be."""
        self.ground = self._made()
        wrong = ""
        if self.ground is not None:
            try:
                fit = self._grounds.fit(self.ground)
            except WrongUsage as fault:
                wrong = " ".join(self._words.explain(fault))
                self.ground = None
            else:
                self._tell_errors((*fit.corners, fit.middle), fit.walk)
        self.errors.setVisible(self.ground is not None)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.step.setText(self._next())
        self.keep.setEnabled(self.ground is not None and bool(self.motive.code))

    def _tell_errors(self, places: tuple[int | None, ...], walk: int | None) -> None:
        known = [place for place in places if place is not None]
        far = self.tr("beyond the horizon")
        worst = f"± {decimal(max(known), 10, 1, self._words)}\u00a0cm" if known else far
        middle = places[-1]
        here = f"± {decimal(middle, 10, 1, self._words)}\u00a0cm" if middle is not None else far
        speed = f"± {decimal(walk * KMH, 10**6, 2, self._words)}\u00a0km/h" if walk else far
        self.errors.fill(
            (
                (self.tr("In the middle"), here),
                (self.tr("At the worst point"), worst),
                (self.tr("Speed of a walker"), speed),
                ("", self.tr("For clicks wrong by 2 pixels.")),
            )
        )

    def _next(self) -> str:
        clicked = len(self.canvas.points)
        if clicked < POINTS:
            text = self.tr(
                "Click point {number} of 4 on the ground, going round. Keys: arrows, Space, "
                "Backspace."
            )
            return text.format(number=clicked + 1)
        return self.tr("Say where the points lie; drag one to set it right.")

    def _made(self) -> Ground | None:
        if not self.canvas.whole or not self.canvas.has_picture:
            return None
        a, b, c, d = self.canvas.points
        wide, high = self.canvas.size_of_picture
        return Ground(self._camera, (a, b, c, d), self.form.known, wide, high, "")

    def _keep(self) -> None:
        if self.ground is not None:
            self._grounds.keep(self.ground, self.motive.code)

    def _kept(self, camera: str) -> None:
        if camera == self._camera:
            self.accept()

    def _fail(self, fault: Fault) -> None:
        self.notice.tell(fault)

    def _connect(self) -> None:
        self.canvas.moved.connect(self._tell)
        self.form.changed.connect(self._tell)
        self.motive.changed.connect(self._tell)
        self.again.clicked.connect(lambda: self.canvas.show_points(()))
        self.keep.clicked.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        self._backdrop.changed.connect(self._show_picture)
        self._backdrop.failed.connect(self._fail)
        self._grounds.kept.connect(self._kept)
        self._grounds.failed.connect(self._fail)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(12)
        for widget in (self.step, self.again, self.form, self.errors, self.wrong):
            side.addWidget(widget)
        side.addStretch()
        side.addWidget(Label(self.tr("Why"), use="strong"))
        side.addWidget(self.motive)
        beside = QWidget()
        beside.setFixedWidth(SIDE)
        side.setContentsMargins(0, 0, 0, 0)
        beside.setLayout(side)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(beside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(self.notice)
        rows.addLayout(middle, 1)
        rows.addWidget(self.buttons)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)
