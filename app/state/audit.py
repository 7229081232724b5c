"""The journal as the screen knows it: a page of it, its use over time, and whether it is whole."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.state.audit_records import Records
from app.state.session import Session
from app.tasks import Job
from app.words import Words
from vsa_core.desk.audit_hours import Hours
from vsa_core.desk.audit_overview import Overview, Rule
from vsa_core.desk.audit_records import Leaf
from vsa_core.desk.audits import PAGE, Filter, Whole
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.errors import Fault, Tampered

T = TypeVar("T")

Checked = Whole
"""A journal found whole, as the desk tells it: views do not know the desk."""


class Audit(QObject):
    """Reads the journal, remarks on it and has it verified; each leaves a record itself.

    `leaf` and `overview` are what was last read, None before.
    """

    began = Signal()
    read_out = Signal()
    seen = Signal()
    remarked = Signal(str)  # the place of the record remarked on
    verified = Signal(object)  # Whole
    broken = Signal(object)  # Tampered
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs: list[Job] = []
        self._wanted = Filter()
        self.rule = Rule()
        self.leaf: Leaf | None = None
        self.overview: Overview | None = None
        self.records = Records(words, self)
        session.left.connect(self._forget)

    def read(
        self, person: str = "", case: str = "", act: Act | None = None, period: Window | None = None
    ) -> None:
        """Read the newest records of one person, case, act, period; empty means all."""
        self._wanted = Filter(person, case, act, period)
        self.turn_to(1)

    def turn_to(self, page: int) -> None:
        """Read another page of what was asked for last."""
        desks, who, wanted = self._session.desks, self._session.who, self._wanted
        self.began.emit()
        self._ask(lambda: desks.audits.read(who, wanted, page, PAGE), self._read)

    def survey(self, period: Window | None = None) -> None:
        """See the use in a period, None for all of it, and what the rule brings forward."""
        desks, who, rule = self._session.desks, self._session.who, self.rule
        self._ask(lambda: desks.audits.overview(who, period, rule), self._surveyed)

    def keep_hours(self, first: int, last: int) -> None:
        """Count from now on what lies outside these hours of the service."""
        self.rule = Rule(Hours(first, last), self.rule.breadth)

    def show_facts(self, heading: int) -> None:
        """Show what a heading of the overview brings forward: refusals, out of hours, broad."""
        seen = self.overview
        if seen is not None:
            brought = (seen.refusals, seen.out_of_hours, seen.broad)[heading]
            self.records.fill([fact.noted for fact in brought.facts])

    def show_page(self) -> None:
        """Show the page that was read last."""
        self.records.fill(self.leaf.records if self.leaf else ())

    def remark(self, record: str, text: str) -> None:
        """Write a remark on a record, then read the page again."""
        desks, who = self._session.desks, self._session.who
        self.began.emit()
        self._ask(lambda: desks.audits.remark(who, record, text), lambda _: self._remarked(record))

    def verify(self, printed: str = "") -> None:
        """Check every byte; `printed` is a "size : root" from paper that must be found again."""
        desks, who = self._session.desks, self._session.who
        self.began.emit()
        self._session.tasks.ask(
            lambda: desks.audits.verify(printed, who), self._whole, self._not_whole
        )

    def _ask(self, call: Callable[[], T], done: Callable[[T], None]) -> None:
        job = self._session.tasks.ask(call, done, self.failed.emit)
        self._jobs = [*(one for one in self._jobs if not one.over), job]

    def _forget(self) -> None:
        for job in self._jobs:
            job.drop()
        self.leaf = self.overview = None
        self.records.fill(())

    def _read(self, leaf: Leaf) -> None:
        self.leaf = leaf
        self.records.fill(leaf.records)
        self.read_out.emit()

    def _surveyed(self, overview: Overview) -> None:
        self.overview = overview
        self.seen.emit()

    def _remarked(self, record: str) -> None:
        self.remarked.emit(record)
        self.turn_to(self.leaf.number if self.leaf else 1)

    def _whole(self, whole: Whole) -> None:
        self.verified.emit(whole)

    def _not_whole(self, fault: Fault) -> None:
        (self.broken if isinstance(fault, Tampered) else self.failed).emit(fault)
