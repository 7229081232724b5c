"""The journal as the screen knows it: the records asked for, and whether the whole is unbroken."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.records import Record, Told, explained, told
from app.state.session import Session
from app.tasks import Job
from app.words import Words
from vsa_core.desk.audits import Filter, Whole
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.errors import Fault, Tampered

COLUMNS = 7
PARIS = "Europe/Paris"
Index = QModelIndex | QPersistentModelIndex
REFUSED = int(Qt.ItemDataRole.UserRole)
"""Item role: whether the record tells of a refusal."""


class Records(QAbstractTableModel):
    """Records in the order of the journal, the newest first; read only."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._records: list[Record] = []
        self._told: list[Told] = []

    def fill(self, records: Sequence[Record]) -> None:
        """Show these records instead."""
        self.beginResetModel()
        self._records = list(reversed(records))
        self._told = [told(record, self._words, PARIS) for record in self._records]
        self.endResetModel()

    def record(self, row: int) -> Record:
        """The record of a row, as the desk gave it."""
        return self._records[row]

    def whole(self, row: int) -> str:
        """The record of a row for a reader who wants all of it."""
        return explained(self._records[row], self._words, PARIS)

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
            self.tr("Motive"),
            self.tr("About"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._told[index.row()]
        if role == REFUSED:
            return one.refused
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == COLUMNS - 1:
            return f"<qt>{escape(one.about)}</qt>"  # a name in it would be read as rich text
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (str(one.sequence), one.when, one.act, one.person, one.case, one.motive, one.about)[
            index.column()
        ]


class Audit(QObject):
    """Reads the journal, and has it verified; both leave a record themselves."""

    began = Signal()
    read_out = Signal()
    verified = Signal(object)  # Whole
    broken = Signal(object)  # Tampered
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading: Job | None = None
        self.records = Records(words, self)
        session.left.connect(self._forget)

    def read(
        self, person: str = "", case: str = "", act: Act | None = None, period: Window | None = None
    ) -> None:
        """Read the records of one person, one case, one act, one period; empty means all."""
        desks, who = self._session.desks, self._session.who
        wanted = Filter(person, case, act, period)
        self.began.emit()
        self._reading = self._session.tasks.ask(
            lambda: desks.audits.read(who, wanted), self._read, self.failed.emit
        )

    def verify(self, printed: str = "") -> None:
        """Check every byte; `printed` is a "size : root" from paper that must be found again."""
        desks = self._session.desks
        self.began.emit()
        self._session.tasks.ask(lambda: desks.audits.verify(printed), self._whole, self._not_whole)

    def _forget(self) -> None:
        if self._reading is not None:
            self._reading.drop()
        self.records.fill(())

    def _read(self, records: Sequence[Record]) -> None:
        self.records.fill(records)
        self.read_out.emit()

    def _whole(self, whole: Whole) -> None:
        self.verified.emit(whole)

    def _not_whole(self, fault: Fault) -> None:
        (self.broken if isinstance(fault, Tampered) else self.failed).emit(fault)
