"""The report of a measurement, written into a folder and recorded in the journal."""

import hashlib
import shutil
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Signal

from app.state import validation_record
from app.state.session import Session
from app.state.validation import Report
from app.tasks import Job
from app.times import iso
from vsa_core.domain.assessment import Assessment
from vsa_core.errors import Fault


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the report: its path, and the SHA-256 of its bytes in hexadecimal."""

    path: str
    digest: str


class ReportWriting(QObject):
    """One report at a time; `written` or `fault` stays until it is dismissed.

    `found`: what the last report tells of.
    """

    changed = Signal()

    def __init__(self, session: Session, report: Report, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._report = report
        self._job: Job | None = None
        self.found: Assessment | None = None
        self.written: tuple[Written, ...] = ()
        self.fault: Fault | None = None
        session.signed_out.connect(self.dismiss)

    @property
    def busy(self) -> bool:
        """Whether a report is being written."""
        return self._job is not None

    def write(self, found: Assessment, folder: str, language: str) -> None:
        """Write it as a new folder in `folder`, unless one is being written.

        A report whose record fails does not stay.
        """
        if self.busy:
            return
        desk, who = self._session.desks.models, self._session.who

        def call() -> tuple[Written, ...]:
            made = self._report(found, beside(Path(folder), found), language)
            try:
                written = _digested(made)
                digests = {Path(one.path).name: one.digest for one in written}
                desk.assessed(who, validation_record.reported(found, digests))
            except Exception:
                shutil.rmtree(made, ignore_errors=True)
                raise
            return written

        self.found, self.written, self.fault = found, (), None
        self._job = self._session.tasks.ask(call, self._done, self._failed)
        self.changed.emit()

    def dismiss(self) -> None:
        """Say nothing any more of how it ended."""
        self._job, self.found, self.written, self.fault = None, None, (), None
        self.changed.emit()

    def _done(self, written: tuple[Written, ...]) -> None:
        self._job, self.written = None, written
        self.changed.emit()

    def _failed(self, fault: Fault) -> None:
        self._job, self.fault = None, fault
        self.changed.emit()


def beside(folder: Path, found: Assessment) -> Path:
    """A folder of a new name in `folder`, named after what was measured, and when."""
    digits = "".join(c for c in iso(found.made)[:19] if c.isdigit())
    told = "".join(c if c.isalnum() else "-" for c in PurePath(found.folder).name)
    name = "-".join(part for part in ("validation", told, digits) if part)
    tried = (folder / (f"{name}-{n}" if n else name) for n in count())
    return next(path for path in tried if not path.exists())


def _digested(made: Path) -> tuple[Written, ...]:
    """The files of the report itself; the pictures beside them are named in them."""
    return tuple(
        Written(str(path), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(made.iterdir())
        if path.is_file()
    )
