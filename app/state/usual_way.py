"""The usual direction of travel on a camera, learnt from its film and shown before it is used."""

from PySide6.QtCore import QObject, Signal

from app.state.question import Question
from app.state.session import Session
from app.tasks import Job, Lane
from vsa_core.desk.flows import LearntFlow
from vsa_core.domain.geometry import NO_FLOW
from vsa_core.domain.moment import Window
from vsa_core.errors import Fault


class UsualWay(QObject):
    """`learnt` waits to be looked at; `use` puts it into the question."""

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, question: Question, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question = question
        self._job: Job | None = None
        self.learnt: LearntFlow | None = None
        self.fault: Fault | None = None
        session.left.connect(self.forget)

    @property
    def busy(self) -> bool:
        """Whether it is being learnt."""
        return self._job is not None

    @property
    def told(self) -> int:
        """In how many cells of the picture a direction holds."""
        cells = self.learnt.flow.cells if self.learnt is not None else ()
        return sum(cell != NO_FLOW for cell in cells)

    def learn(self) -> None:
        """Learn it from the question's camera and period; a question that is recorded."""
        choice, session = self._question.choice, self._session
        camera, period, motive = choice.camera, choice.period, session.motive
        window = Window(*period) if period and period[0] < period[1] else None
        desk, who, where = session.desks.queries, session.who, session.where
        self.forget()
        self._job = session.tasks.ask(
            lambda: desk.flow(who, where, camera, window, motive),
            self._came,
            self._refused,
            Lane.PICTURES,
        )
        self.changed.emit()

    def use(self) -> None:
        """Ask with what was learnt."""
        learnt = self.learnt
        if learnt is not None and learnt.camera == self._question.choice.camera:
            self._question.drawing.draw(learnt.flow)

    def forget(self) -> None:
        """Forget what was learnt and not used."""
        if self._job is not None:
            self._job.drop()
        self._job, self.learnt, self.fault = None, None, None
        self.changed.emit()

    def _came(self, learnt: LearntFlow) -> None:
        self._job, self.learnt = None, learnt
        self.changed.emit()

    def _refused(self, fault: Fault) -> None:
        self._job, self.fault = None, fault
        self.changed.emit()
        self.failed.emit(fault)
