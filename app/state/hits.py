"""The answer on show: hits as they come, what was looked at, what is chosen, what was decided."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.state.hit_list import HitList
from app.state.hit_order import Order, Sieve, counted, same
from app.state.session import Session
from app.state.thumbnails import Thumbnails
from app.tasks import Job
from vsa_core.desk.asking import Asking
from vsa_core.desk.reviews import Judged
from vsa_core.desk.tickets import InCase
from vsa_core.domain.coverage import Coverage
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Footage
from vsa_core.domain.objects import coarsely
from vsa_core.domain.query import Query
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Fault


class Stage(StrEnum):
    """How far the answer has come."""

    IDLE = "idle"
    ASKING = "asking"
    ANSWERED = "answered"
    STOPPED = "stopped"
    FAILED = "failed"


class Unread(Protocol):
    """A recording whose observations could not be read, and the code that says why."""

    @property
    def recording(self) -> str: ...

    @property
    def code(self) -> str: ...


class Told(Protocol):
    """Some hits of an answer, as the desk tells them; coverage comes with the last."""

    @property
    def hits(self) -> tuple[Hit, ...]: ...

    @property
    def coverage(self) -> Coverage | None: ...

    @property
    def failures(self) -> Sequence[Unread]: ...


class Hits(QObject):
    """One answer at a time. `coverage` stays None until the whole of it has come.

    `asking` is what a whole answer can be tuned by; `provisional`: the hits on
    show are of values not recorded yet, and cannot be decided on. `listed`
    holds the rows that are shown; `thumbnails` their pictures; `files` the
    footage that addresses are told with, by digest.
    """

    begun = Signal()
    grew = Signal(object)  # tuple[Hit, ...]
    ended = Signal()
    chosen = Signal(object)  # Hit | None
    judged = Signal(object)  # Judged
    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._verdicts: dict[str, Verdict] = {}
        self._job: Job | None = None
        self._motive = session.motive
        self.state = Stage.IDLE
        self.query: Query | None = None
        self.asking: Asking | None = None
        self.provisional = False
        self.coverage: Coverage | None = None
        self.failures: tuple[Unread, ...] = ()
        self.fault: Fault | None = None
        self.current: Hit | None = None
        self.files: Mapping[str, Footage] = {}
        self._seen: tuple[str, ...] = ()
        self._classes: Counter[str] = Counter()
        self.thumbnails = Thumbnails(session, self)
        self.listed = HitList(self.verdict, self)
        self.thumbnails.arrived.connect(self.listed.repaint)
        self.thumbnails.failed.connect(self.failed)
        session.entered.connect(self._read_verdicts)
        session.left.connect(self._leave)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Every hit told so far, in the order it came."""
        return self.listed.hits

    @property
    def counts(self) -> dict[Sieve, int]:
        """How many hits each sieve keeps."""
        decided = [said for name, said in self._verdicts.items() if self.listed.known(name)]
        return counted(self.listed.total, decided)

    @property
    def coarse(self) -> dict[str, int]:
        """How many hits have a coarse name only, which may be a finer one that was asked for."""
        asked = self.query.named_classes() if self.query is not None else ()
        return {name: n for name, n in self._classes.items() if coarsely(asked, name)}

    def verdict(self, name: str) -> Verdict | None:
        """What was decided; None: still to verify."""
        return self._verdicts.get(name)

    def know(self, files: Iterable[Footage]) -> None:
        """Name files by these from now on."""
        self.files = {footage.digest: footage for footage in files}
        self.changed.emit()

    def ask(self, query: Query, motive: str) -> None:
        """Ask a question; the answer before it is put away."""
        desk, who, where = self._session.desks.queries, self._session.who, self._session.where
        self._drop()
        self._motive = motive
        self._start_over(Stage.ASKING, query)
        self.begun.emit()
        self.changed.emit()
        held: list[Asking] = []

        def call() -> Asking:
            held.append(desk.ask(who, where, query, motive))
            return held[0]

        self._job = self._session.tasks.stream(
            call, self._take, lambda: self._end(held[0]), self._fail
        )

    def retell(self, hits: tuple[Hit, ...], query: Query, *, provisional: bool) -> None:
        """The same answer at other values: what was chosen stays so, if it is still there."""
        chosen, self.query, self.provisional = self.current, query, provisional
        self._classes = Counter(hit.event.object_class for hit in hits)
        self.listed.clear()
        self.listed.add(hits)
        if chosen is not None and self.listed.known(chosen.name) is None:
            again = same(chosen, hits)
            self.choose(again.name if again is not None else None)
        self._want()
        self.grew.emit(hits)
        self.changed.emit()

    def stop(self) -> None:
        """Stop listening; the journal says so, and what was told stays."""
        if self.state is Stage.ASKING:
            self._drop()
            self._over(Stage.STOPPED)

    def choose(self, which: str | int | None) -> None:
        """Choose a hit by its name or its row; None, or one that is not there, chooses nothing."""
        hit = self.listed.hit(which) if isinstance(which, int) else self.listed.known(which or "")
        if hit != self.current:
            self.current = hit
            self._want()
            self.chosen.emit(hit)

    def next(self) -> None:
        """Choose the row below, the first when nothing is chosen; the last stays chosen."""
        self._step(1)

    def previous(self) -> None:
        """Choose the row above, the first when nothing is chosen."""
        self._step(-1)

    def arrange(self, order: Order | None = None, sieve: Sieve | None = None) -> None:
        """List in that order what that sieve keeps; None leaves it as it is."""
        self.listed.arrange(order or self.listed.order, sieve or self.listed.sieve)
        if self.current is not None and self.listed.row(self.current.name) is None:
            self.choose(None)
        self.changed.emit()

    def see(self, names: Sequence[str]) -> None:
        """These hits are on the screen: their thumbnails are wanted, and the chosen one's."""
        self._seen = tuple(names)
        self._want()

    def judge(self, verdict: Verdict, motive: str, hit: Hit | None = None) -> None:
        """Decide on a hit, the chosen one unless told; `judged` follows, or `failed`."""
        hit = hit or self.current
        if hit is None or self.provisional:
            return
        desk, who, where = self._session.desks.reviews, self._session.who, self._session.where
        name = hit.name
        self._session.tasks.ask(
            lambda: desk.judge(who, where, name, verdict, motive),
            lambda judged: self._decided(where, judged),
            self.failed.emit,
        )

    def _start_over(self, state: Stage, query: Query | None) -> None:
        self.state, self.query, self.asking, self.provisional = state, query, None, False
        self.coverage, self.failures, self.fault = None, (), None
        self.current, self._seen = None, ()
        self._classes.clear()
        self.thumbnails.clear()
        self.listed.clear()
        self.chosen.emit(None)

    def _want(self) -> None:
        if self.provisional:
            return  # only what is recorded may be looked at
        first = (self.current.name,) if self.current is not None else ()
        self.thumbnails.want(tuple(dict.fromkeys((*first, *self._seen))), self._motive)

    def _drop(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = None

    def _leave(self) -> None:
        self._drop()
        self._verdicts.clear()
        self.files = {}
        self._start_over(Stage.IDLE, None)
        self.changed.emit()

    def _take(self, told: Told) -> None:
        self.listed.add(told.hits)
        self._classes.update(hit.event.object_class for hit in told.hits)
        if told.coverage is not None:
            self.coverage, self.failures = told.coverage, tuple(told.failures)
        self.grew.emit(told.hits)
        self.changed.emit()

    def _end(self, asking: Asking) -> None:
        self.asking = asking
        self._over(Stage.ANSWERED)

    def _fail(self, fault: Fault) -> None:
        self.fault = fault
        self._over(Stage.FAILED)
        self.failed.emit(fault)

    def _over(self, state: Stage) -> None:
        self._job = None
        self.state = state
        self.ended.emit()
        self.changed.emit()

    def _step(self, by: int) -> None:
        row = self.listed.row(self.current.name) if self.current else None
        aim = 0 if row is None else min(max(row + by, 0), self.listed.rowCount() - 1)
        if self.listed.hit(aim) is not None:
            self.choose(aim)

    def _read_verdicts(self) -> None:
        desk, who, where = self._session.desks.reviews, self._session.who, self._session.where
        self._session.tasks.ask(
            lambda: desk.judged(who, where),
            lambda judged: self._know_verdicts(where, judged),
            self.failed.emit,
        )

    def _know_verdicts(self, where: InCase, judged: tuple[Judged, ...]) -> None:
        if not self._inside(where):
            return
        self._verdicts |= {one.hit: one.verdict for one in judged if one.hit not in self._verdicts}
        self.listed.rejudged(tuple(self._verdicts))
        self.changed.emit()

    def _decided(self, where: InCase, judged: Judged) -> None:
        """Unmasking is by track: every thumbnail of its recording may show another mask now."""
        if not self._inside(where):
            return
        self._verdicts[judged.hit] = judged.verdict
        hit, row = self.listed.known(judged.hit), self.listed.row(judged.hit)
        if hit is not None:
            home = hit.event.recording
            self.thumbnails.forget([h.name for h in self.hits if h.event.recording == home])
        self.listed.rejudged((judged.hit,))
        self._follow(judged.hit, row)
        self.judged.emit(judged)
        self.changed.emit()

    def _follow(self, name: str, row: int | None) -> None:
        """A chosen hit that the sieve no longer keeps leaves its choice to the row after it."""
        if self.current is None or self.current.name != name or self.listed.row(name) is not None:
            return
        if row is not None:
            self.choose(min(row, self.listed.rowCount() - 1))

    def _inside(self, where: InCase) -> bool:
        return self._session.in_case and self._session.where == where
