"""The hits that are listed, as rows: sorted, sifted, and growing while the answer comes."""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.state.hit_order import Order, Place, Sieve, Verdicts, arranged, place
from vsa_core.domain.event import Hit

HIT = Qt.ItemDataRole.UserRole + 1
"""Role of a row's hit."""

Index = QModelIndex | QPersistentModelIndex


class HitList(QAbstractListModel):
    """Rows of hits; every hit that was added and that the sieve keeps is listed exactly once."""

    def __init__(self, verdict: Verdicts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verdict = verdict
        self._all: dict[str, Hit] = {}
        self._rows: list[tuple[Place, Hit]] = []
        self._found: dict[str, int] | None = None
        self.order = Order.TIME
        self.sieve = Sieve.ALL

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == HIT and 0 <= index.row() < len(self._rows):
            return self._rows[index.row()][1]
        return None

    def hit(self, row: int) -> Hit | None:
        """The hit of a row, None outside the list."""
        return self._rows[row][1] if 0 <= row < len(self._rows) else None

    def row(self, name: str) -> int | None:
        """The row of a hit, None when it is not listed."""
        if self._found is None:
            self._found = {hit.name: row for row, (_, hit) in enumerate(self._rows)}
        return self._found.get(name)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Every hit that was added, listed or not, in the order it came."""
        return tuple(self._all.values())

    @property
    def total(self) -> int:
        """How many hits were added, listed or not."""
        return len(self._all)

    def known(self, name: str) -> Hit | None:
        """A hit by its name, listed or not."""
        return self._all.get(name)

    def clear(self) -> None:
        """Forget every hit; order and sieve stay."""
        self._all.clear()
        self.arrange(self.order, self.sieve)

    def arrange(self, order: Order, sieve: Sieve) -> None:
        """List what the sieve keeps, in that order."""
        self.beginResetModel()
        self.order, self.sieve = order, sieve
        self._rows = list(arranged(self._all.values(), order, sieve, self._verdict))
        self._found = None
        self.endResetModel()

    def add(self, hits: Iterable[Hit]) -> None:
        """Put more hits where they belong, one insertion for those that stand together."""
        new = {hit.name: hit for hit in hits if hit.name not in self._all}
        self._all.update(new)
        self._insert(arranged(new.values(), self.order, self.sieve, self._verdict))

    def rejudged(self, names: Collection[str]) -> None:
        """A verdict has changed: rows come, go, or are painted anew."""
        for name in names:
            hit, row = self._all.get(name), self.row(name)
            if hit is None:
                continue
            kept = self.sieve.keeps(self._verdict(name))
            if row is None and kept:
                self._insert(((place(hit, self.order), hit),))
            elif row is not None and not kept:
                self._remove(row)
        self.repaint(names)

    def repaint(self, names: Iterable[str]) -> None:
        """Something that the rows of these hits show has changed."""
        for row in map(self.row, names):
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _insert(self, placed: tuple[tuple[Place, Hit], ...]) -> None:
        runs: list[tuple[int, list[tuple[Place, Hit]]]] = []
        for one in placed:
            at = bisect_left(self._rows, one[0], key=lambda row: row[0])
            if runs and runs[-1][0] == at:
                runs[-1][1].append(one)
            else:
                runs.append((at, [one]))
        for at, run in reversed(runs):
            self.beginInsertRows(QModelIndex(), at, at + len(run) - 1)
            self._rows[at:at] = run
            self._found = None
            self.endInsertRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self._found = None
        self.endRemoveRows()
