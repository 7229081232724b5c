"""An answer on its way: each batch on the disk before it is shown, and its end in any case."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

from vsa_core.desk.archive import Archive, Snapshot
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.remembered import Remembered
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Coverage, Looked
from vsa_core.domain.event import Hit
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.query import Query
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Fault
from vsa_core.search.plan import Plan
from vsa_core.search.run import Batch, run

BATCH = 50
"""Hits told at once: each batch costs one record on the disk."""

WAIT = 25_000
"""Microseconds that hits wait for more of them, while other recordings are read."""

Clock = Callable[[], int]
"""Microseconds since some fixed instant."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question on the disk, and all that it takes to answer it.

    `case` keeps the files that `shelf` leads to, as long as anybody refers to it.
    """

    who: SignedIn
    where: InCase
    archive: Archive
    plan: Plan
    receipt: Receipt
    motive: str
    case: Snapshot
    shelf: Remembered


class Telling:
    """The records of one answer: what was told of it so far, and how it ended."""

    def __init__(self, register: Register, who: SignedIn, where: InCase, receipt: Receipt) -> None:
        self._register = register
        self._who = who
        self._where = where
        self._receipt = receipt
        self._ended = False
        self.told = 0

    def record(self, batch: Batch, hits: int) -> None:
        """Write a batch of so many hits down before it is shown; the last one ends the answer."""
        self.told += hits
        about: dict[str, Canonical] = {"hits": self.told, "running": batch.running}
        if batch.coverage is not None:
            about["coverage_us"] = lengths(batch.coverage)
            about["failures"] = [failure.code for failure in batch.failures]
        self.write(Act.RESULT if batch.last else Act.BATCH, about)

    def end(self, reason: str) -> None:
        """Write down that it came to no end, unless it did."""
        if not self._ended:
            self.write(Act.ABORTED, {"hits": self.told, "reason": reason})

    def write(self, act: Act, about: dict[str, Canonical]) -> None:
        """One record of this answer; any but a batch is its last."""
        self._ended = self._ended or act is not Act.BATCH
        about = {"of": self._receipt.sequence, **about}
        deed = Deed(act, self._where.case, question=self._receipt.question, about=about)
        self._register.write(self._who.person, deed)


class Pace:
    """Whether hits should leave now: the first at once, others when the last left WAIT ago."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = clock() - WAIT

    def __call__(self) -> bool:
        return self._clock() - self._last >= WAIT

    def told(self) -> None:
        """Hits leave now."""
        self._last = self._clock()


class Asking:
    """Batches of hits as they come, coverage with the last; it may then be told at other values.

    Dropped before its last batch, it records that nobody listened any more.
    As long as it is kept, the tracks that it read stay in memory.
    """

    def __init__(self, question: Question, batches: Iterator[Batch]) -> None:
        self._question = question
        self._batches = batches
        self._coverage: Coverage | None = None

    @property
    def query(self) -> Query:
        """The question as it was recorded: every setting, its range, its calibrations."""
        return self._question.plan.query

    @property
    def answer(self) -> int:
        """The number of the answer among the records of the journal."""
        return self._question.receipt.number

    @property
    def motive(self) -> str:
        """Why it was asked."""
        return self._question.motive

    @property
    def question(self) -> Question:
        """What the desk answers from."""
        return self._question

    @property
    def coverage(self) -> Coverage | None:
        """What was looked at; None until the last batch came."""
        return self._coverage

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Batch:
        batch = next(self._batches)
        self._coverage = batch.coverage or self._coverage
        return batch

    def close(self) -> None:
        """Stop listening."""
        close = getattr(self._batches, "close", None)
        if close is not None:
            close()


def lengths(coverage: Coverage) -> dict[str, Canonical]:
    """How long each fate lasted, in microseconds."""
    return {looked.value: coverage.microseconds(looked) for looked in Looked}


def answered(question: Question, telling: Telling, clock: Clock) -> Iterator[Batch]:
    """The batches of a question, each recorded, then given; the whole answer is kept."""
    found: list[Hit] = []
    try:
        pace = Pace(clock)
        for batch in run(question.plan, question.receipt, question.shelf, BATCH, pace):
            pace.told()
            found.extend(batch.hits)
            telling.record(batch, len(batch.hits))
            if batch.coverage is not None:
                question.archive.keep_answer(
                    question.receipt, question.plan.query, found, batch.coverage
                )
            yield batch
    except Fault as fault:
        telling.end(fault.code)
        raise
    finally:
        telling.end("stopped")
