"""Who is signed in, and in which case: what every other state stands on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.sample import Sample
from app.tasks import Job, Tasks
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Person
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Fault

ROUTINE = "M01"
"""Motive of the ordinary work of a session until the person states another."""


SampleMaker = Callable[[Progress, Cancel], Sample]
"""Renders, admits and indexes the sample archive in a place of its own."""


class Session(QObject):
    """The person at the desk and the case they are in.

    `motive` is what ordinary acts of this session are recorded with;
    examining and accepting always ask for one of their own.
    """

    signed_in = Signal()
    signed_out = Signal()
    entered = Signal()
    left = Signal()
    failed = Signal(object)  # Fault
    busy = Signal(bool)
    advanced = Signal(int, int)  # of the sample case: done, total

    def __init__(
        self, desks: Desks, tasks: Tasks, sample: SampleMaker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.motive = ROUTINE
        self._own = desks
        self._desks = desks
        self._sample = sample
        self._who: SignedIn | None = None
        self._where: InCase | None = None

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

    def enrol(self, people: tuple[tuple[NewPerson, str], ...], then: Callable[[], None]) -> Job:
        """Enrol people, each with their passphrase, in that order."""
        desks = self._desks
        by = self._who

        def call() -> None:
            for new, passphrase in people:
                desks.people.add(new, passphrase, by)

        return self._run(call, lambda _: then())

    def sign_in(self, name: str, passphrase: str) -> Job:
        """Sign in; `signed_in` follows, or `failed`."""
        desks = self._own
        return self._run(lambda: desks.people.sign_in(name, passphrase), self._signed)

    def open_case(self, folder: str, new: NewCase) -> Job:
        """Open a new case in an empty folder, and enter it."""
        desks, who, motive = self._desks, self.who, self.motive
        return self._run(lambda: desks.cases.open(who, folder, new, motive), self._inside)

    def enter(self, folder: str) -> Job:
        """Enter the case that lies in a folder."""
        desks, who = self._desks, self.who
        return self._run(lambda: desks.cases.enter(who, folder), self._inside)

    def try_sample(self) -> Job:
        """Make the sample case and enter it, as its own analyst."""
        self.busy.emit(True)
        return self.tasks.errand(
            self._sample, self.take, self._not_done, lambda done, total, _: self._tell(done, total)
        )

    def take(self, sample: Sample) -> None:
        """Go on in a sample case."""
        self.busy.emit(False)
        self._desks = sample.desks
        self._signed(sample.who)
        self._inside(sample.where)

    def sign_out(self) -> None:
        """Stop what runs for this person, record their leaving, forget their keys."""
        if self._who is None:
            return
        desks, who = self._desks, self._who
        self._where, self._who, self._desks = None, None, self._own
        self.motive = ROUTINE
        self.left.emit()
        self.tasks.ask(lambda: desks.people.sign_out(who), lambda _: None, self.failed.emit)
        self.signed_out.emit()

    def _run(self, call: Callable[[], object], done: Callable[..., None]) -> Job:
        self.busy.emit(True)

        def told(result: object) -> None:
            self.busy.emit(False)
            done(result)

        return self.tasks.ask(call, told, self._not_done)

    def _not_done(self, fault: Fault) -> None:
        self.busy.emit(False)
        self.failed.emit(fault)

    def _tell(self, done: int, total: int) -> None:
        self.advanced.emit(done * 1000 // max(total, 1), 1000)

    def _signed(self, who: SignedIn) -> None:
        self._who = who
        self.signed_in.emit()

    def _inside(self, where: InCase) -> None:
        self._where = where
        self.entered.emit()
