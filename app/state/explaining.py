"""Why one result was found, and what nearly was: asked of the desk when a person wants to know."""

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from app.tasks import Job
from vsa_core.desk.explaining import Explanation
from vsa_core.errors import Fault


class Explaining(QObject):
    """Explanations by the name of their hit; each asking is recorded, once a hit."""

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._told: dict[str, Explanation] = {}
        self._jobs: dict[str, Job] = {}
        self._faults: dict[str, Fault] = {}
        session.left.connect(self.forget)

    def told(self, hit: str) -> Explanation | None:
        """What was explained of that hit, None while nothing was."""
        return self._told.get(hit)

    def busy(self, hit: str) -> bool:
        """Whether its explanation is on its way."""
        return hit in self._jobs

    def fault(self, hit: str) -> Fault | None:
        """Why there is none."""
        return self._faults.get(hit)

    def ask(self, hit: str) -> None:
        """Have it explained."""
        if hit in self._jobs or hit in self._told:
            return
        session = self._session
        desk, who, where, motive = (
            session.desks.queries,
            session.who,
            session.where,
            session.motive,
        )
        self._faults.pop(hit, None)
        self._jobs[hit] = session.tasks.ask(
            lambda: desk.explain(who, where, hit, motive),
            lambda told: self._explained(hit, told),
            lambda fault: self._refused(hit, fault),
        )
        self.changed.emit()

    def forget(self) -> None:
        """Forget what was explained."""
        for job in self._jobs.values():
            job.drop()
        self._jobs.clear()
        self._told.clear()
        self._faults.clear()
        self.changed.emit()

    def _explained(self, hit: str, told: Explanation) -> None:
        del self._jobs[hit]
        self._told[hit] = told
        self.changed.emit()

    def _refused(self, hit: str, fault: Fault) -> None:
        del self._jobs[hit]
        self._faults[hit] = fault
        self.changed.emit()
        self.failed.emit(fault)
