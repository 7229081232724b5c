"""The cameras of the case, each with a mark to set and a word on what there is of it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.widgets.tip import plain_tip
from app.words import visible

ROWS = 6
"""As many rows as are shown before the list scrolls."""

MARK = 40
"""Pixels that a mark and its margins take of a row."""

Row = tuple[str, str]
"""A camera and a remark on it, "" for none."""


class CameraList(QScrollArea):
    """Radio buttons where one camera is wanted, check boxes where several are.

    `ticked` carries the names that are marked, in the order of the list.
    """

    ticked = Signal(object)  # tuple[str, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        self._texts: dict[str, str] = {}
        self._shown: tuple[bool, tuple[str, ...]] = (False, ())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Cameras"))

    @property
    def names(self) -> tuple[str, ...]:
        """The cameras that are marked."""
        return tuple(name for name, button in self.buttons.items() if button.isChecked())

    def show_cameras(self, cameras: Sequence[Row], marked: Iterable[str], *, one: bool) -> None:
        """List these cameras and mark some, one at most where `one`; emits nothing."""
        wanted = (one, tuple(name for name, _ in cameras))
        if wanted != self._shown:
            self._shown = wanted
            self._rebuild(wanted[1], one)
        chosen = set(marked)
        self._group.setExclusive(False)
        for name, remark in cameras:
            self._texts[name] = f"{visible(name)} ({remark})" if remark else visible(name)
            self.buttons[name].setChecked(name in chosen)
        self._group.setExclusive(one)
        self._fit()

    def sizeHint(self) -> QSize:
        page = self.widget()
        high = page.sizeHint().height() if page is not None else 0
        row = high / max(len(self.buttons), 1)
        return QSize(240, round(min(high, row * (ROWS + 0.5))))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _rebuild(self, names: Sequence[str], one: bool) -> None:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._group = QButtonGroup(self)
        self._texts = {}
        self.buttons = {}
        for name in names:
            button: QAbstractButton = QRadioButton() if one else QCheckBox()
            button.clicked.connect(lambda: self.ticked.emit(self.names))
            self.buttons[name] = button
            self._group.addButton(button)
            rows.addWidget(button)
        self.setWidget(page)
        self.updateGeometry()

    def _fit(self) -> None:
        """Long names give up their middle; the tip and the accessible name keep it."""
        room = max(self.viewport().width() - MARK, MARK)
        for name, button in self.buttons.items():
            text = self._texts[name]
            shown = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            button.setText(shown.replace("&", "&&"))
            button.setAccessibleName(text)
            button.setToolTip(plain_tip(text) if shown != text else "")
