"""Who is signed in, and in which case: what every other state stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.tasks import Job, Tasks
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Aipd, Person
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Fault

if TYPE_CHECKING:
    from app.sample import Sample  # brings OpenCV: slow to import, and seldom wanted

T = TypeVar("T")

ROUTINE = "M01"
"""Motive of the ordinary work of a session until the person states another."""

PROVEN = "proven"
"""Reason by which a session closes that was opened only to check a passphrase."""

SampleMaker = Callable[[Progress, Cancel], "Sample"]
"""Renders, admits and indexes the sample archive in a place of its own."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What anybody may know before signing in: the installation's folder, and which program."""

    folder: str
    program: str


class Session(QObject):
    """The person at the desk and the case they are in.

    `motive` is what ordinary acts of this session are recorded with;
    examining and accepting always ask for one of their own.
    """

    signed_in = Signal()
    signed_out = Signal()
    entered = Signal()
    left = Signal()
    amended = Signal()
    failed = Signal(object)  # Fault
    busy = Signal(bool)
    advanced = Signal(int, int)  # of the sample case: done, total
    proven = Signal()

    def __init__(
        self,
        desks: Desks,
        tasks: Tasks,
        sample: SampleMaker,
        parent: QObject | None = None,
        *,
        installation: Installation | None = None,
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.installation = installation or Installation("", "")
        self.motive = ROUTINE
        self._own = desks
        self._desks = desks
        self._sample = sample
        self._rendering: Job | None = None
        self._who: SignedIn | None = None
        self._where: InCase | None = None
        self._closing: Job | None = None
        self._asked: Job | None = None

    @property
    def desks(self) -> Desks:
        """The desks of the installation that the person is signed in to."""
        return self._desks

    @property
    def who(self) -> SignedIn:
        """Who is signed in; RuntimeError while nobody is."""
        if self._who is None:
            raise RuntimeError("nobody is signed in")
        return self._who

    @property
    def where(self) -> InCase:
        """The case entered; RuntimeError outside a case."""
        if self._where is None:
            raise RuntimeError("no case is entered")
        return self._where

    @property
    def person(self) -> Person | None:
        """Who is signed in, None while nobody is."""
        return self._who.person if self._who else None

    @property
    def in_case(self) -> bool:
        """Whether a case is entered."""
        return self._where is not None

    @property
    def founded(self) -> bool:
        """Whether anybody is enrolled on this installation."""
        return self._own.people.founded()

    @property
    def in_sample(self) -> bool:
        """Whether the person works in the sample case, an installation of its own."""
        return self._desks is not self._own

    @property
    def asking(self) -> bool:
        """Whether a call of this session is on its way."""
        return self._asked is not None

    @property
    def rendering(self) -> bool:
        """Whether the sample case is being made."""
        return self._rendering is not None

    def now(self) -> int:
        """The machine's time, in microseconds since 1970 UTC; reads no case and writes nothing."""
        return self._desks.health.now()

    def enrol(
        self, new: NewPerson, passphrase: str, then: Callable[[], None], aipd: Aipd | None = None
    ) -> Job:
        """Enrol a person; `aipd`: the impact assessment, which the first one alone may tell."""
        desks, by = self._desks, self._who
        return self.ask(lambda: desks.people.add(new, passphrase, by, aipd), lambda _: then())

    def sign_in(self, name: str, passphrase: str) -> Job:
        """Sign in; `signed_in` follows, or `failed`."""
        desks = self._own
        return self.ask(lambda: desks.people.sign_in(name, passphrase), self._signed)

    def prove(self, passphrase: str) -> Job:
        """Whoever is signed in shows that it is them: `proven` follows, or `failed`; recorded."""
        desks, name = self._desks, self.who.person.name

        def call() -> None:
            desks.people.sign_out(desks.people.sign_in(name, passphrase), PROVEN)

        return self.ask(call, lambda _: self.proven.emit())

    def open_case(self, folder: str, new: NewCase, motive: str = "") -> Job:
        """Open a new case in an empty folder, and enter it."""
        desks, who, motive = self._desks, self.who, motive or self.motive
        self._outside()
        opening = self.once_closed(lambda: desks.cases.open(who, folder, new, motive))
        return self.ask(opening, self._inside)

    def enter(self, folder: str) -> Job:
        """Enter the case that lies in a folder, once the one before it is closed."""
        desks, who = self._desks, self.who
        self._outside()
        return self.ask(self.once_closed(lambda: desks.cases.enter(who, folder)), self._inside)

    def try_sample(self) -> Job:
        """Make the sample case and enter it, as its own analyst."""
        job = self.tasks.errand(
            self._sample, self.take, self._spoilt, lambda done, total, _: self._tell(done, total)
        )
        self._rendering = job
        self.busy.emit(True)
        return job

    def give_up_sample(self) -> None:
        """Stop making the sample case; what it left lies in its own place, and is not entered."""
        if self._rendering is None:
            return
        self._rendering.drop()
        self._rendered()

    def take(self, sample: "Sample") -> None:
        """Go on in a sample case; whoever was signed in is signed out first."""
        self._rendered()
        self.sign_out()
        self._desks = sample.desks
        self._signed(sample.who)
        self._inside(sample.where)

    def amend(self, where: InCase) -> None:
        """Go on in the same case, whose papers changed: `amended` follows."""
        self._where = where
        self.amended.emit()

    def leave(self) -> None:
        """Go back from the case to the list of cases; out of the sample case, signed out."""
        if self.in_sample:
            self.sign_out()
        else:
            self._outside()

    def sign_out(self, then: Callable[[], None] = lambda: None, reason: str = "") -> None:
        """Stop what runs for this person, record their leaving, forget their keys; then `then`.

        reason: why, where they did not ask to leave.
        """
        self.tasks.halt()
        self._rendered()
        self._asked = None
        if self._who is None:
            then()
            return
        desks, who = self._desks, self._who
        self._where, self._who, self._desks = None, None, self._own
        self.motive = ROUTINE
        self.left.emit()

        def not_recorded(fault: Fault) -> None:
            self.failed.emit(fault)
            then()

        # What the states close on leaving is recorded first.
        self.tasks.last(lambda: desks.people.sign_out(who, reason), lambda _: then(), not_recorded)
        self.signed_out.emit()

    def once_closed(self, call: Callable[[], T]) -> Callable[[], T]:
        """The call, after the case before is closed: nobody enters a case twice (STO-007)."""
        closing = self._closing

        def waiting() -> T:
            if closing is not None:
                closing.wait()
            return call()

        return waiting

    def ask(self, call: Callable[[], object], done: Callable[..., None]) -> Job:
        """Ask the desk for the person signed in; `done` is told the result, `failed` the fault.

        One at a time: what a second click asks for meanwhile is not done.
        """
        if self._asked is not None:
            return self._asked
        by = self._who
        self.busy.emit(True)

        def told(result: object) -> None:
            self._answered(job)
            if self._who is by:  # else they left while it ran
                done(result)

        def not_done(fault: Fault) -> None:
            self._answered(job)
            self.failed.emit(fault)

        job = self._asked = self.tasks.ask(call, told, not_done)
        return job

    def _answered(self, job: Job) -> None:
        if self._asked is job:
            self._asked = None
        self.busy.emit(self.rendering or self._asked is not None)

    def _spoilt(self, fault: Fault) -> None:
        self._rendered()
        self.failed.emit(fault)

    def _rendered(self) -> None:
        self._rendering = None
        self.busy.emit(False)

    def _tell(self, done: int, total: int) -> None:
        self.advanced.emit(done * 1000 // max(total, 1), 1000)

    def _signed(self, who: SignedIn) -> None:
        self._who = who
        self.signed_in.emit()

    def _inside(self, where: InCase) -> None:
        self._where = where
        self.entered.emit()

    def _outside(self) -> None:
        """Stop what runs in the case, let the states close what they show, then close it.

        A sample case that is being made is given up: it would come in the middle of the next.
        """
        self.give_up_sample()
        if self._where is None:
            return
        desks, who, where = self._desks, self.who, self._where
        self.tasks.halt()
        self._where, self.motive = None, ROUTINE
        self.left.emit()
        self._closing = self.tasks.last(
            lambda: desks.cases.leave(who, where), lambda _: None, self.failed.emit
        )
