"""The cases that a person entered lately, and whether each is still in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.state.case_folder import Lies, look
from app.state.recent_file import KEPT, Recent, RecentFile
from app.state.session import Session
from app.tasks import Lane
from vsa_core.errors import Fault


@dataclass(frozen=True, slots=True)
class Shelf:
    """A recent case and what lies in its folder today."""

    recent: Recent
    lies: Lies

    @property
    def there(self) -> bool:
        """Whether a case still lies there."""
        return self.lies is Lies.CASE


class Recents(QObject):
    """Follows the session: read at sign-in, added to at each entry, forgotten at sign-out.

    `folder` is where the lists are kept, one per person; the sample case,
    which lives in a place of its own, is never in one.
    """

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._file = RecentFile(folder)
        self._shelves: tuple[Shelf, ...] = ()
        self._read = False
        session.signed_in.connect(self.refresh)
        session.entered.connect(self._note)
        session.signed_out.connect(self._forget)

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """The recent cases, latest first."""
        return self._shelves

    @property
    def loading(self) -> bool:
        """Whether the list is still being read."""
        return not self._read

    def refresh(self) -> None:
        """Look again at the list and at every folder in it."""
        name = self._name()
        if name:
            self._ask(lambda: _looked_at(self._file.read(name)))

    def remove(self, folder: str) -> None:
        """Take a case off the list; the case itself is not touched."""
        name = self._name()
        if name:
            self._ask(lambda: self._rewritten(name, folder, None))

    def _note(self) -> None:
        name = self._name()
        if name:
            where = self._session.where
            entry = Recent(where.folder, where.case.number, self._session.now())
            self._ask(lambda: self._rewritten(name, where.folder, entry))

    def _rewritten(self, name: str, folder: str, entry: Recent | None) -> tuple[Shelf, ...]:
        """The list without `folder`, `entry` first, as it is from now on."""
        others = [recent for recent in self._file.read(name) if recent.folder != folder]
        kept = ([entry] if entry else []) + others
        self._file.write(name, kept[:KEPT])
        return _looked_at(tuple(kept[:KEPT]))

    def _name(self) -> str:
        """Whose list it is; "" when no list is kept."""
        person = self._session.person
        return "" if person is None or self._session.in_sample else person.name

    def _ask(self, call: Callable[[], tuple[Shelf, ...]]) -> None:
        """Beside the desk, which must not wait for a disk that was taken away."""
        name = self._name()

        def take(shelves: tuple[Shelf, ...]) -> None:
            if self._name() == name:
                self._shelves, self._read = shelves, True
                self.changed.emit()

        self._session.tasks.ask(call, take, self._not_read, Lane.PICTURES, brief=True)

    def _not_read(self, fault: Fault) -> None:
        self._read = True
        self.changed.emit()
        self.failed.emit(fault)

    def _forget(self) -> None:
        self._shelves, self._read = (), False
        self.changed.emit()


def _looked_at(recents: tuple[Recent, ...]) -> tuple[Shelf, ...]:
    return tuple(Shelf(recent, look(recent.folder).lies) for recent in recents)
