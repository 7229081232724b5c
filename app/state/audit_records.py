"""The records on the screen as a table: the newest first, each with the remarks made on it."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.records import Told, explained, told
from app.words import Words, visible
from vsa_core.desk.audit_records import Noted

COLUMNS = 7
ABOUT = 5
PARIS = "Europe/Paris"
Index = QModelIndex | QPersistentModelIndex
REFUSED = int(Qt.ItemDataRole.UserRole)
"""Item role: whether the record tells of a refusal."""

REMARKED = REFUSED + 1
"""Item role: how many remarks were made on the record."""


class Records(QAbstractTableModel):
    """Records in the order of the journal, the newest first; read only."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._records: list[Noted] = []
        self._told: list[Told] = []

    def fill(self, records: Sequence[Noted]) -> None:
        """Show these records instead."""
        self.beginResetModel()
        self._records = list(reversed(records))
        self._told = [told(one.fields, self._words, PARIS) for one in self._records]
        self.endResetModel()

    def record(self, row: int) -> Noted:
        """The record of a row, as the desk gave it."""
        return self._records[row]

    def row_of(self, place: str) -> int:
        """The row of the record at a place, -1 where it is not on the screen."""
        places = [str(one.place) for one in self._records]
        return places.index(place) if place in places else -1

    def whole(self, row: int) -> str:
        """The record of a row for a reader who wants all of it."""
        return explained(self._records[row].fields, self._words, PARIS)

    def said(self, row: int) -> Told:
        """The record of a row in words."""
        return self._told[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._told)

    def columnCount(self, parent: Index | None = None) -> int:
        return COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return (
            self.tr("No."),
            self.tr("Time"),
            self.tr("Act"),
            self.tr("Person"),
            self.tr("Case"),
            self.tr("About"),
            self.tr("Motive"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        said, noted = self._told[index.row()], self._records[index.row()]
        if role == REFUSED:
            return said.refused
        if role == REMARKED:
            return len(noted.remarks)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == ABOUT:
            return f"<qt>{escape(said.about)}</qt>"  # a name in it would be read as rich text
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._cells(said, noted)[index.column()]

    def _cells(self, said: Told, noted: Noted) -> tuple[str, ...]:
        about = said.about
        if noted.remarks:
            last = visible(noted.remarks[-1].text)
            text = self.tr("Remark: {text}").format(text=last)
            about = self._words.say("journal.between").join(part for part in (text, about) if part)
        motive = self._words.name("motives", said.motive) if said.motive else ""
        when = said.when[: -len(":00,000")]  # to the minute: the rest is in the record itself
        return (str(said.sequence), when, said.act, said.person, said.case, about, motive)
