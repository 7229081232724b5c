"""Every text that the widgets of a window show, wherever they show it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QTabBar,
    QWidget,
)

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


@dataclass(frozen=True, slots=True)
class Text:
    """One text on the screen.

    rich: Qt would read markup in it; mnemonic: Qt would take a "&" out of it.
    """

    where: str
    what: str
    rich: bool = False
    mnemonic: bool = False


def texts() -> Iterator[Text]:
    """All of the program, hidden pages included."""
    for widget in QApplication.allWidgets():
        where = type(widget).__name__
        yield from _about(widget, where)
        if isinstance(widget, QLabel):
            yield Text(where, widget.text(), _reads(widget), widget.buddy() is not None)
        elif isinstance(widget, QAbstractButton):
            yield Text(where, widget.text(), mnemonic=True)
        elif isinstance(widget, QGroupBox):
            yield Text(where, widget.title(), mnemonic=True)
        elif isinstance(widget, QComboBox | QAbstractItemView):
            yield from _items(widget.model(), where)
        elif isinstance(widget, QTabBar):
            yield from (Text(where, widget.tabText(i), False, True) for i in range(widget.count()))


def might_be_rich(text: str) -> bool:
    """Whether Qt may take a text of unknown form for markup: more often than it does (Qt 6.11)."""
    return re.search("<[a-zA-Z!/]", text) is not None


def _about(widget: QWidget, where: str) -> Iterator[Text]:
    for text in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
        yield Text(f"{where} tip", text, might_be_rich(text))
    for text in (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription()):
        yield Text(where, text)
    for action in widget.actions():
        yield Text(f"{where} action", action.text(), mnemonic=True)


def _reads(label: QLabel) -> bool:
    """Whether the label takes its text for markup."""
    guessing = label.textFormat() is Qt.TextFormat.AutoText
    rich = guessing and might_be_rich(label.text())
    return rich or label.textFormat() not in (Qt.TextFormat.PlainText, Qt.TextFormat.AutoText)


def _items(
    model: QAbstractItemModel | None, where: str, parent: QModelIndex | None = None
) -> Iterator[Text]:
    if model is None:
        return
    at = parent or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(at)
    for row in range(model.rowCount(at)):
        for column in range(columns):
            index = model.index(row, column, at)
            for role in ROLES:
                text = model.data(index, role)
                if isinstance(text, str):
                    tip = role == Qt.ItemDataRole.ToolTipRole
                    yield Text(f"{where} item", text, tip and might_be_rich(text))
        yield from _items(model, where, model.index(row, 0, at))
