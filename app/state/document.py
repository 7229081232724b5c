"""The SHA-256 of a document that a person chooses: it is read once, and kept nowhere."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.tasks import Job, Lane, Tasks
from vsa_core.errors import Fault, Unreadable

UNREADABLE = "CAS-090"


class Document(QObject):
    """Reads the document last chosen; `known` carries its name and digest (hex)."""

    known = Signal(str, str)
    failed = Signal(object)  # Fault

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._job: Job | None = None

    def look_at(self, path: str) -> None:
        """Read that document; one still being read matters no more."""
        if self._job is not None:
            self._job.drop()
        self._job = self._tasks.ask(
            lambda: digest_of(path),
            lambda digest: self.known.emit(Path(path).stem, digest),
            self._fail,
            Lane.PICTURES,
        )

    def _fail(self, fault: Fault) -> None:
        self.failed.emit(fault)


def digest_of(path: str) -> str:
    """SHA-256 (hex) of a file; Unreadable (CAS-090) when it cannot be read."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Unreadable(UNREADABLE, file=Path(path).name, why=error.strerror or "") from error
