"""How many there would be: a count of the question as it stands, without its answer."""

from PySide6.QtCore import QObject, Signal

from app.state.question import Question
from app.state.session import Session
from app.tasks import Job
from vsa_core.desk.counting import Count
from vsa_core.domain.query import Query
from vsa_core.errors import Fault


class Counting(QObject):
    """`count` is of the question `asked`; it is forgotten when the question changes."""

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, question: Question, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question = question
        self._job: Job | None = None
        self._asked: Query | None = None
        self.count: Count | None = None
        self.fault: Fault | None = None
        question.changed.connect(self._follow)
        session.left.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether a count is on its way."""
        return self._job is not None

    def ask(self, motive: str) -> None:
        """Count; it is recorded as a question like any other."""
        query = self._question.query()
        if query is None:
            return
        self._forget()
        self._asked = query
        desk, who, where = self._session.desks.queries, self._session.who, self._session.where
        self._job = self._session.tasks.ask(
            lambda: desk.count(who, where, query, motive), self._counted, self._refused
        )
        self.changed.emit()

    def _counted(self, count: Count) -> None:
        self._job, self.count = None, count
        self.changed.emit()

    def _refused(self, fault: Fault) -> None:
        self._job, self.fault = None, fault
        self.changed.emit()
        self.failed.emit(fault)

    def _follow(self) -> None:
        if self._asked is not None and self._question.query() != self._asked:
            self._forget()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._job, self._asked, self.count, self.fault = None, None, None, None
        self.changed.emit()
