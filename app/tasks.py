"""Where threads are born: a desk call goes out, and comes back to the window's own thread."""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from enum import Enum
from threading import Event, Lock
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from app.faults import Reported
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Fault

T = TypeVar("T")
Failed = Callable[[Fault], None]
Advanced = Callable[[int, int, str], None]


class Lane(Enum):
    """Calls of one lane run one after the other, in the order asked, beside the other lanes."""

    DESK = "desk"  # short: questions, lists, decisions
    PICTURES = "pictures"  # decoding what the screen shows
    AHEAD = "ahead"  # decoding what it will show next
    STILLS = "stills"  # thumbnails and backgrounds, which a player need not wait for
    ERRANDS = "errands"  # long: admitting, indexing, exporting


class Job:
    """One call on its way. After `drop` nothing of it is told any more.

    `brief`: it ends soon by itself, and what it writes was promised to a person.
    """

    def __init__(self, brief: bool = False) -> None:
        self.brief = brief
        self._stopped = Event()
        self._running = Event()
        self._running.set()
        self._dropped = False
        self._future: Future[None] | None = None

    def cancel(self) -> None:
        """Ask the call to stop at its next safe place; what it finished stays finished."""
        self._stopped.set()
        self._running.set()

    def pause(self) -> None:
        """Hold the call at its next safe place, until `resume` or `cancel`."""
        self._running.clear()

    def resume(self) -> None:
        """Let the call go on."""
        self._running.set()

    def withdraw(self) -> bool:
        """Take back a call that still waits in its lane: True when it will never begin."""
        return self._future is not None and self._future.cancel()

    def drop(self) -> None:
        """Cancel, and hear nothing more of it; one that has not begun never begins."""
        self._dropped = True
        self.cancel()
        if self._future is not None:
            self._future.cancel()

    @property
    def paused(self) -> bool:
        """Whether the call was asked to hold."""
        return not self._running.is_set()

    @property
    def over(self) -> bool:
        """Whether the call has ended, or will never begin."""
        return self._future is not None and self._future.done()

    @property
    def dropped(self) -> bool:
        """Whether nobody wants to hear of it."""
        return self._dropped

    def stopped(self) -> bool:
        """What a `Cancel` port answers; holds the calling thread while the job is paused."""
        self._running.wait()
        return self._stopped.is_set()

    def wait(self) -> None:
        """Wait until the call has ended, or will never begin; from another lane only."""
        if self._future is not None:
            with suppress(CancelledError):
                self._future.exception()

    def sent(self, future: "Future[None]") -> None:
        """The call is in its lane."""
        self._future = future


class _Arrival(QEvent):
    """Something to be done in the window's own thread."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, job: Job, deliver: Callable[[], None]) -> None:
        super().__init__(self.KIND)
        self.job = job
        self.deliver = deliver


class _Latest:
    """A Progress port that never floods the window: one message is on its way at most."""

    def __init__(
        self, post: Callable[[Callable[[], None]], None], advanced: Advanced | None
    ) -> None:
        self._post = post
        self._advanced = advanced
        self._alone = Lock()
        self._waiting: tuple[int, int, str] | None = None

    def __call__(self, done: int, total: int, what: str) -> None:
        if self._advanced is None:
            return
        with self._alone:
            first, self._waiting = self._waiting is None, (done, total, what)
        if first:
            self._post(self._deliver)

    def _deliver(self) -> None:
        with self._alone:
            latest, self._waiting = self._waiting, None
        if latest is not None and self._advanced is not None:
            self._advanced(*latest)


class Tasks(QObject):
    """Runs desk calls beside the window; every callback is called in the window's thread.

    `report` turns what nobody foresaw into a Fault with a report file. Call
    `close` before the program ends: it stops what runs and waits for it.
    """

    def __init__(
        self, report: Reported, unheard: Failed | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._report = report
        self._unheard = unheard
        self._jobs: list[Job] = []
        self.closed = False
        self._lanes = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane.value) for lane in Lane
        }

    def ask(
        self,
        call: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        lane: Lane = Lane.DESK,
        *,
        brief: bool | None = None,
    ) -> Job:
        """Run `call`, then `done(result)`, or `failed(fault)`; by default a desk call is brief."""

        def run(job: Job) -> None:
            result = call()
            self._post(job, lambda: done(result))

        return self._send(run, failed, lane, brief=lane is Lane.DESK if brief is None else brief)

    def stream(
        self,
        call: Callable[[], Iterator[T]],
        each: Callable[[T], None],
        done: Callable[[], None],
        failed: Failed | None = None,
        lane: Lane = Lane.DESK,
    ) -> Job:
        """Run `call` and hand over each item as it comes, then `done()`, or `failed(fault)`.

        A cancelled stream is closed, so that the desk can record its end.
        """

        def run(job: Job) -> None:
            items = call()
            try:
                for item in items:
                    if job.stopped():
                        return
                    self._post(job, lambda item=item: each(item))  # type: ignore[misc]
                self._post(job, done)
            finally:
                close = getattr(items, "close", None)
                if close is not None:
                    close()

        return self._send(run, failed, lane)

    def errand(
        self,
        call: Callable[[Progress, Cancel], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        advanced: Advanced | None = None,
        lane: Lane = Lane.ERRANDS,
    ) -> Job:
        """Run a long call that tells where it stands, and can be paused and cancelled."""

        def run(job: Job) -> None:
            progress = _Latest(lambda deliver: self._post(job, deliver), advanced)
            result = call(progress, job.stopped)
            self._post(job, lambda: done(result))

        return self._send(run, failed, lane)

    def halt(self) -> None:
        """Drop what is long or only to look at; a decision just taken is still written."""
        for job in self._jobs:
            if not job.brief:
                job.drop()

    def last(
        self, call: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> Job:
        """Run `call` when everything asked before it has ended; nothing but its `Job` stops it."""
        before = [job for job in self._jobs if not job.over]

        def after() -> T:
            for job in before:
                job.wait()
            return call()

        return self.ask(after, done, failed, Lane.ERRANDS, brief=True)

    @property
    def busy(self) -> bool:
        """Whether anything is still on its way."""
        return any(not job.over for job in self._jobs)

    def close(self) -> None:
        """Stop what is long, let what is brief be written, and wait until no thread is left."""
        self.halt()
        self.closed = True
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        for job in self._jobs:
            job.drop()

    def event(self, event: QEvent) -> bool:
        """Qt delivers here, in the thread that this object lives in."""
        if isinstance(event, _Arrival):
            if not event.job.dropped:
                event.deliver()
            return True
        return super().event(event)

    def _send(
        self,
        run: Callable[[Job], None],
        failed: Failed | None,
        lane: Lane,
        brief: bool = False,
    ) -> Job:
        job = Job(brief)

        def work() -> None:
            try:
                with self._report():
                    run(job)
            except Fault as fault:
                self._tell(job, fault, failed)

        self._jobs = [known for known in self._jobs if not known.over]
        self._jobs.append(job)
        job.sent(self._lanes[lane].submit(work))
        return job

    def _tell(self, job: Job, fault: Fault, failed: Failed | None) -> None:
        heard = failed or self._unheard
        if heard is not None:
            self._post(job, lambda: heard(fault))

    def _post(self, job: Job, deliver: Callable[[], Any]) -> None:
        QCoreApplication.postEvent(self, _Arrival(job, deliver))
