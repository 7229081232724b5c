"""What the doctor finds on this machine, asked away from the window."""

from PySide6.QtCore import QObject, Signal

from app.diagnosis import examine, told
from app.state.session import Session
from app.words import Words
from vsa_core.desk.health import Finding

Line = tuple[str, str, str, str]
"""State (good, warning, bad), subject, what was found, what to do."""


class Diagnosis(QObject):
    """Needs nobody signed in, reads no case."""

    began = Signal()
    ended = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self.lines: tuple[Line, ...] = ()

    def examine(self) -> None:
        """Look at everything again."""
        health = self._session.desks.health
        self.began.emit()
        self._session.tasks.ask(lambda: examine(health), self._found, self.failed.emit)

    def _found(self, findings: tuple[Finding, ...]) -> None:
        self.lines = tuple(self._line(finding) for finding in findings)
        self.ended.emit()

    def _line(self, finding: Finding) -> Line:
        found, following = told(finding, self._words)
        return finding.state.value, self._words.say(f"doctor.{finding.what}.name"), found, following
