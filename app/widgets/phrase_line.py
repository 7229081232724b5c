"""Where a question is typed in words: completed as one types, wrong words underlined."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QStandardItem,
    QStandardItemModel,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit, QTextEdit, QWidget

from app.theme import Theme
from vsa_core.domain.phrase import Completion

LINES = 3
MOST = 12
"""Completions offered at once."""

WIDE = 320
ROOM = 14
"""Pixels around the text."""


class PhraseLine(QPlainTextEdit):
    """`typed` carries the text as it changes, `entered` comes with Enter.

    `complete` is asked for offers at a place of the text, from the second
    letter on or with Ctrl+Space. Tab leaves the field, unless it takes an offer.
    """

    typed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        complete: Callable[[int], Sequence[Completion]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wrong = QColor(theme.bad)
        self._complete = complete
        self._offers: tuple[Completion, ...] = ()
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("The question in words"))
        self.setPlaceholderText(self.tr("In words, for example: person crosses line(…)"))
        high = self.fontMetrics().lineSpacing() * LINES + ROOM
        self.setFixedHeight(high)
        self._model = QStandardItemModel(self)
        self.popup = QCompleter(self._model, self)
        self.popup.setWidget(self)
        self.popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.popup.setMaxVisibleItems(MOST)
        self.list = QListView()
        self.popup.setPopup(self.list)
        self.list.setMinimumWidth(WIDE)
        self.list.installEventFilter(self)
        self.popup.activated.connect(self._taken)
        self.textChanged.connect(lambda: self.typed.emit(self.toPlainText()))

    def show_text(self, text: str) -> None:
        """Show that text; emits nothing, and leaves the cursor where it was."""
        if text == self.toPlainText():
            return
        at = self.textCursor().position()
        with QSignalBlocker(self):
            self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)

    def underline(self, at: int, until: int) -> None:
        """Underline what is wrong; nothing is when both are the same."""
        if at >= until:
            self.setExtraSelections([])
            return
        wrong = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        length = len(self.toPlainText())
        cursor.setPosition(min(at, length))
        cursor.setPosition(min(until, length), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self._wrong)
        form.setForeground(self._wrong)
        wrong.cursor, wrong.format = cursor, form
        self.setExtraSelections([wrong])

    @property
    def offered(self) -> tuple[str, ...]:
        """The words that the popup offers now."""
        return tuple(offer.text for offer in self._offers)

    def offer(self) -> None:
        """Show what could stand here, if anything could."""
        at = self.textCursor().position()
        self._offers = tuple(self._complete(at))[:MOST]
        self._model.clear()
        for one in self._offers:
            shown = f"{one.text}\u2003{one.meaning}" if one.meaning else one.text
            self._model.appendRow(QStandardItem(shown))
        if not self._offers:
            self.list.hide()
            return
        box = self.cursorRect()
        box.setWidth(WIDE)
        box.translate(0, 4)
        self.popup.complete(box)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.hide()
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.entered.emit()
                return
            event.ignore()
            return
        if key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.offer()
            return
        super().keyPressEvent(event)
        if event.text().strip() or key in (Qt.Key.Key_Backspace, Qt.Key.Key_Space):
            self.offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the popup, Tab takes the offer under the cursor as Enter does."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            view, tab = self.list, event.key() == Qt.Key.Key_Tab
            if watched is view and tab and view.currentIndex().isValid():
                self._take(view.currentIndex().row())
                view.hide()
                return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.list.hide()

    def _taken(self, _: str) -> None:
        self._take(self.list.currentIndex().row())

    def _take(self, row: int) -> None:
        """Put the word of an offer in the place that it is offered for."""
        if not 0 <= row < len(self._offers):
            return
        one = self._offers[row]
        cursor = self.textCursor()
        cursor.setPosition(one.start)
        length = len(self.toPlainText())
        cursor.setPosition(min(one.end, length), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(one.text)
        self.setTextCursor(cursor)
