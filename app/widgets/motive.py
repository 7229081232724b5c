"""Why it is done: the motive that goes into the journal with the act."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.steady import steady
from app.widgets.tip import plain_tip
from app.words import Words

ROOM = "motives."
WIDE = 440
BESIDE = 24
"""Pixels of the frame and the scroll bar beside the words of a list."""


class MotiveBox(QComboBox):
    """The motives, by code; `code` is "" until one is chosen."""

    changed = Signal(str)

    def __init__(self, words: Words, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Motive"))
        self.setPlaceholderText(self.tr("Choose a motive"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        steady(self)
        for key in sorted(key for key in words.sentences if key.startswith(ROOM)):
            self.addItem(words.say(key), key.removeprefix(ROOM))
        self.currentIndexChanged.connect(self._tell)
        self.choose(chosen)

    @property
    def code(self) -> str:
        """The code of the motive chosen, "" when none is."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Show that motive; none for a code that is not one."""
        self.setCurrentIndex(self.findData(code))

    def shown(self) -> str:
        """What is painted: the motive, or its beginning where there is no room for the whole."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        text = option.currentText if self.currentIndex() >= 0 else self.placeholderText()
        end = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(text, end, field.width() - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown()
        if self.currentIndex() < 0:
            muted = option.palette.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, muted)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + BESIDE)
        super().showPopup()

    def _tell(self) -> None:
        self.setToolTip(plain_tip(self.currentText()))
        self.changed.emit(self.code)


class MotiveDialog(QDialog):
    """Asks for the motive of one act: nothing is chosen beforehand; `chosen` carries the code."""

    chosen = Signal(str)

    def __init__(
        self,
        words: Words,
        theme: Theme,
        title: str,
        explanation: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDE)
        self.setAccessibleDescription(explanation)
        self.box = MotiveBox(words)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.agree = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.agree.setText(title)
        self.agree.setEnabled(False)
        self._lay_out(theme, explanation)
        self.box.changed.connect(self._allow)
        self.buttons.accepted.connect(self._agree)
        self.buttons.rejected.connect(self.reject)

    def _allow(self, code: str) -> None:
        self.agree.setEnabled(bool(code))

    def _agree(self) -> None:
        self.accept()
        self.chosen.emit(self.box.code)

    def _lay_out(self, theme: Theme, explanation: str) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(Label(explanation, wraps=True))
        rows.addWidget(self.box)
        rows.addLayout(self._journalled(theme))
        rows.addStretch()
        rows.addWidget(self.buttons)

    def _journalled(self, theme: Theme) -> QHBoxLayout:
        picture = Label()
        picture.setPixmap(theme.icon("journal", "muted").pixmap(QSize(16, 16)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        told = self.tr("The motive is written in the journal with this act, before it is done.")
        row.addWidget(Label(told, wraps=True, use="muted"), 1)
        return row
