"""The kinds of event to choose from, in groups that a person would look in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.theme import Theme
from app.widgets.steady import steady
from app.words import Words

SEVERAL = ("gathering", "crowd_density", "count", "proximity")
MOVING = ("seen", "line_crossing", "wrong_way", "path_following", "stopped")

Offered = tuple[str, str]
"""A kind, and the icon of the place that it usually takes."""


class KindMenu(QComboBox):
    """Titles that cannot be chosen stand over their kinds; `wanted` carries the kind chosen."""

    wanted = Signal(str)

    def __init__(
        self, kinds: Sequence[Offered], words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Event"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        steady(self)
        model = QStandardItemModel(self)
        for title, offered in self._groups(kinds):
            if offered:
                model.appendRow(_title(title))
            for kind, icon in offered:
                item = QStandardItem(theme.icon(icon), words.name("kinds.kind", kind))
                item.setData(kind, Qt.ItemDataRole.UserRole)
                model.appendRow(item)
        self.setModel(model)
        self.setMaxVisibleItems(model.rowCount())
        self.activated.connect(lambda _: self.wanted.emit(str(self.currentData() or "")))

    def show_kind(self, kind: str) -> None:
        """Show that kind as the one chosen."""
        self.setCurrentIndex(self.findData(kind))

    def _groups(self, kinds: Sequence[Offered]) -> tuple[tuple[str, list[Offered]], ...]:
        moving = [one for one in kinds if one[0] in MOVING]
        several = [one for one in kinds if one[0] in SEVERAL]
        zones = [one for one in kinds if one not in moving and one not in several]
        return (
            (self.tr("Seeing and moving"), moving),
            (self.tr("In a zone"), zones),
            (self.tr("Several objects"), several),
        )


def _title(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item
