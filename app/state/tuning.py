"""The sliders of an answer: other values at once, and one record where they come to rest."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.state.hits import Hits
from app.state.question import Question
from app.state.session import Session
from app.tasks import Job
from vsa_core.desk.tuning import Settled, Tuned
from vsa_core.domain.query import Query, Setting
from vsa_core.domain.sliders import nodes, with_value
from vsa_core.errors import Fault

REST = 300
"""Milliseconds for which a slider stands still before its value is recorded."""


@dataclass(frozen=True, slots=True)
class Slid:
    """One slider of the answer: of which part and kind, where it stands, its unit."""

    node: int
    kind: str
    setting: Setting
    unit: str


class Tuning(QObject):
    """Re-answers what `hits` shows; `settled` is when the values on show were recorded.

    settled: microseconds since 1970 UTC, None while they are those that were
    asked, or not at rest.
    """

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(
        self, session: Session, question: Question, hits: Hits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._question = question
        self._hits = hits
        self._job: Job | None = None
        self._query: Query | None = None
        self.settled: int | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._settle)
        hits.begun.connect(self._forget)
        hits.ended.connect(self._forget)
        session.left.connect(self._forget)

    @property
    def sliders(self) -> tuple[Slid, ...]:
        """What can be moved; nothing while no answer is whole."""
        asking = self._hits.asking
        if asking is None:
            return ()
        query = self._query or asking.query
        return tuple(
            Slid(place, node.kind, one, self._unit(node, one.name))
            for place, node in enumerate(nodes(query))
            for one in node.settings
            if one.low < one.high
        )

    def _unit(self, node: Query, name: str) -> str:
        sheets = (*self._question.kinds, *self._question.joins)
        units = {(sheet.kind, p.name): p.unit for sheet in sheets for p in sheet.parameters}
        return units.get((node.kind, name), "")

    @property
    def busy(self) -> bool:
        """Whether an answer at other values, or its record, is on its way."""
        return self._job is not None or self._rest.isActive()

    def move(self, node: int, name: str, value: int) -> None:
        """Answer at that value at once, and record it when it stands still."""
        asking = self._hits.asking
        if asking is None:
            return
        query = with_value(self._query or asking.query, node, name, value)
        if query == self._query:
            return
        self._drop()
        self._query, self.settled = query, None
        desk, who, where = self._session.desks.queries, self._session.who, self._session.where
        job: list[Job] = []

        def call() -> Tuned:
            return desk.tune(who, where, asking, query, lambda: bool(job) and job[0].stopped())

        self._job = self._session.tasks.ask(call, self._tuned, self._refused)
        job.append(self._job)
        self._rest.start()
        self.changed.emit()

    def _tuned(self, tuned: Tuned) -> None:
        self._job = None
        if tuned.whole:
            self._hits.retell(tuned.hits, tuned.query, provisional=True)
        self.changed.emit()
        if not self._rest.isActive():
            self._settle()

    def _settle(self) -> None:
        """Record the values on show; while their answer is on its way, that comes first."""
        asking, query = self._hits.asking, self._query
        if asking is None or query is None or self._job is not None:
            return
        desk, who, where = self._session.desks.queries, self._session.who, self._session.where
        self._job = self._session.tasks.ask(
            lambda: desk.settle(who, where, asking, query), self._settled, self._refused
        )
        self.changed.emit()

    def _settled(self, settled: Settled) -> None:
        self._job = None
        self.settled = settled.at
        self._hits.retell(settled.tuned.hits, settled.tuned.query, provisional=False)
        self._question.follow(settled.tuned.query)
        self.changed.emit()

    def _refused(self, fault: Fault) -> None:
        self._drop()
        self.changed.emit()
        self.failed.emit(fault)

    def _drop(self) -> None:
        self._rest.stop()
        if self._job is not None:
            self._job.drop()
        self._job = None

    def _forget(self) -> None:
        self._drop()
        self._query, self.settled = None, None
        self.changed.emit()
