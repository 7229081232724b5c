"""The only door to search: basis, journal, run; each batch is recorded before it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from vsa_core.desk.archive import Archive, Snapshot
from vsa_core.desk.audit_breadth import reach
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act, Basis
from vsa_core.domain.coverage import Looked
from vsa_core.domain.event import Hit
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.query import Query
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Fault
from vsa_core.events.interface import EventKind
from vsa_core.events.registry import KINDS, completed, kind_named
from vsa_core.search.plan import Plan, plan
from vsa_core.search.run import Batch, run

BATCH = 50
"""Hits told at once: each batch costs one record on the disk."""


@dataclass(frozen=True, slots=True)
class Slider:
    """One parameter of an event kind, with its range and unit."""

    name: str
    default: int
    low: int
    high: int
    unit: str


@dataclass(frozen=True, slots=True)
class KindSheet:
    """What may be asked: a kind, the place it needs, its directions and its sliders."""

    kind: str
    version: int
    place: str
    directions: tuple[str, ...]
    parameters: tuple[Slider, ...]


class Queries:
    """Questions over the observations of a case."""

    def __init__(self, register: Register, tickets: Tickets) -> None:
        self._register = register
        self._tickets = tickets

    def kinds(self) -> tuple[KindSheet, ...]:
        """Everything that may be asked; says nothing of any case."""
        return tuple(_sheet(kind) for kind in KINDS)

    def kind(self, name: str) -> KindSheet:
        """One kind by name; WrongUsage (EVT-001) names the known ones."""
        return _sheet(kind_named(name))

    def ask(self, who: SignedIn, where: InCase, query: Query, motive: str) -> Iterator[Batch]:
        """Ask a question; batches of hits come as they are found, coverage with the last.

        The question is on the disk before it runs, and each batch before it
        is shown; the end is recorded too, after a failure or when the asker
        stops listening as well. Raises WrongUsage (EVT-…) for a question that
        makes no sense, Refused (LAW-…) outside the basis.
        """
        archive = self._tickets.archive(who, where)
        with archive.alone:  # coverage and tracks are of one instant, whatever is being indexed
            planned, receipt = self._planned(who, where, archive, completed(query), motive)
            told = _Told(receipt)
            try:
                case = archive.snapshot()
            except Fault as fault:
                self._ended(who, where, told, fault.code)
                raise
        return self._answer(who, where, archive, case, planned, told)

    def _planned(
        self, who: SignedIn, where: InCase, archive: Archive, query: Query, motive: str
    ) -> tuple[Plan, Receipt]:
        held = archive.held()
        deed = Deed(
            Act.QUERY,
            where.case,
            motive,
            query.digest,
            about=_about(query, where.case.basis),
            secret=query.fields(),
            log_key=archive.keys.log,
        )
        cameras = query.cameras or where.case.basis.cameras
        grant = self._register.grant(who.person, deed, cameras, query.window)
        planned = plan(query, grant, held.files, held.stretches, held.pedigrees)
        return planned, self._register.write(who.person, deed)

    def _answer(
        self,
        who: SignedIn,
        where: InCase,
        archive: Archive,
        case: Snapshot,
        planned: Plan,
        told: "_Told",
    ) -> Iterator[Batch]:
        receipt = told.receipt
        try:
            for batch in run(planned, receipt, case.shelf, BATCH):
                told.count(batch)
                self._record(Act.RESULT if batch.last else Act.BATCH, who, where, told, batch)
                if batch.coverage is not None:
                    archive.keep_answer(receipt, planned.query, told.hits, batch.coverage)
                yield batch
        except Fault as fault:
            self._ended(who, where, told, fault.code)
            raise
        finally:
            self._ended(who, where, told, "stopped")

    def _record(self, act: Act, who: SignedIn, where: InCase, told: "_Told", batch: Batch) -> None:
        about: dict[str, Canonical] = {
            "of": told.receipt.sequence,
            "hits": len(told.hits),
            "running": batch.running,
        }
        if batch.coverage is not None:
            about["coverage_us"] = {
                looked.value: batch.coverage.microseconds(looked) for looked in Looked
            }
            about["failures"] = [failure.code for failure in batch.failures]
            told.ended = True
        self._register.write(
            who.person, Deed(act, where.case, question=told.receipt.question, about=about)
        )

    def _ended(self, who: SignedIn, where: InCase, told: "_Told", reason: str) -> None:
        if told.ended:
            return
        told.ended = True
        about: dict[str, Canonical] = {
            "of": told.receipt.sequence,
            "hits": len(told.hits),
            "reason": reason,
        }
        deed = Deed(Act.ABORTED, where.case, question=told.receipt.question, about=about)
        self._register.write(who.person, deed)


@dataclass(slots=True)
class _Told:
    """What was told so far under one receipt."""

    receipt: Receipt
    hits: list[Hit] = field(default_factory=list)
    ended: bool = False

    def count(self, batch: Batch) -> None:
        self.hits.extend(batch.hits)


def _about(query: Query, basis: Basis) -> dict[str, Canonical]:
    """What of a question stands in clear: never its geometry."""
    return {
        **reach(query.window, basis.window, len(basis.cameras)),
        "kind": query.kind,
        "cameras": list(query.cameras),
        "classes": list(query.classes),
        "window_us": [query.window.start, query.window.end] if query.window else None,
    }


def _sheet(kind: EventKind) -> KindSheet:
    sliders = tuple(Slider(p.name, p.default, p.low, p.high, p.unit) for p in kind.PARAMETERS)
    return KindSheet(kind.KIND, kind.VERSION, kind.PLACE, kind.DIRECTIONS, sliders)
