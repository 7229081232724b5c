"""The errand of having footage looked at: how far it is, how long it takes, what it did."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.state.pace import Pace
from app.state.session import Session
from app.state.stopwatch import Stopwatch
from app.tasks import Job
from vsa_core.desk.indexing import Indexed
from vsa_core.domain.coverage import Level
from vsa_core.errors import Fault

TICK = 1000


@dataclass(frozen=True, slots=True)
class Headway:
    """Per mille done, the file looked at ("" before the first), and seconds of work.

    remaining: None while nobody can say.
    """

    per_mille: int
    file: str
    elapsed: int
    remaining: int | None


NOTHING = Headway(0, "", 0, None)


def milliseconds() -> int:
    """Of a clock that never goes back."""
    return time.monotonic_ns() // 1_000_000


class LookingState(QObject):
    """One indexing at a time; it goes on when nobody looks, and is told once a second.

    `outcome` or `fault` stays until it is dismissed or the next one starts.
    """

    changed = Signal()
    advanced = Signal(object)  # Headway
    ended = Signal(object)  # Indexed
    failed = Signal(object)  # Fault

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        *,
        clock: Callable[[], int] = milliseconds,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._job: Job | None = None
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tell)
        self.outcome: Indexed | None = None
        self.fault: Fault | None = None
        self._begin()
        session.left.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Whether footage is being looked at, or waits to be."""
        return self._job is not None

    @property
    def paused(self) -> bool:
        """Whether it holds, or will at the next safe place."""
        return self._job is not None and self._job.paused

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop, and has not stopped yet."""
        return self._stopping

    @property
    def motive(self) -> str:
        """The motive with which ordinary acts of this session are recorded."""
        return self._session.motive

    def start(self, level: Level, cameras: tuple[str, ...], motive: str) -> None:
        """Have the files of these cameras looked at, all of the basis when empty."""
        if self.busy:
            return
        desk, who, where = self._session.desks.indexing, self._session.who, self._session.where
        self._begin()
        self._job = self._session.tasks.errand(
            lambda progress, cancel: desk.index(
                who, where, level, cameras, motive, progress, cancel
            ),
            self._ended,
            self._failed,
            self._advance,
        )
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        """Hold at the next safe place."""
        if self._job is None or self._stopping:
            return
        self._job.pause()
        self._watch.hold()
        self.changed.emit()

    def resume(self) -> None:
        """Go on."""
        if self._job is None:
            return
        self._watch.go_on()
        self._job.resume()
        self.changed.emit()

    def cancel(self) -> None:
        """Stop at the next safe place; finished slices are kept, and the journal says so."""
        if self._job is None:
            return
        if self._job.withdraw():
            self._over()
        else:
            self._stopping = True
            self._job.cancel()
        self.changed.emit()

    def dismiss(self) -> None:
        """Say nothing any more of how the last one ended."""
        self.outcome, self.fault = None, None
        self.changed.emit()

    def _begin(self) -> None:
        self._watch = Stopwatch(self._clock)
        self._pace = Pace()
        self._done, self._total, self._file = 0, 0, ""
        self._stopping = False
        self.headway = NOTHING
        self.outcome, self.fault = None, None

    def _advance(self, done: int, total: int, what: str) -> None:
        if not self._total:  # what came before, waiting and getting ready, is no measure
            self._watch = Stopwatch(self._clock)
            if self.paused:
                self._watch.hold()
        self._done, self._total, self._file = done, total, what
        self._tell()

    def _tell(self) -> None:
        elapsed = self._watch.elapsed
        if self._total and not self.paused:
            self._pace.heard(elapsed, self._done)
        left = self._pace.remaining(self._total - self._done)
        self.headway = Headway(
            per_mille=self._done * 1000 // self._total if self._total else 0,
            file=self._file,
            elapsed=elapsed // 1000,
            remaining=None if left is None else -(-left // 1000),
        )
        self.advanced.emit(self.headway)

    def _ended(self, indexed: Indexed) -> None:
        self._over()
        self.outcome = indexed
        self.changed.emit()
        self.ended.emit(indexed)

    def _failed(self, fault: Fault) -> None:
        self._over()
        self.fault = fault
        self.changed.emit()
        self.failed.emit(fault)

    def _over(self) -> None:
        self._timer.stop()
        self._job, self._stopping = None, False

    def _leave(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._over()
        self._begin()
        self.changed.emit()
