"""The only door to search: basis, journal, run; each batch is recorded before it is shown."""

from dataclasses import dataclass, replace
from functools import partial

from vsa_core.desk.archive import Archive
from vsa_core.desk.asking import Asking, Question, Telling, answered
from vsa_core.desk.audit_breadth import reach
from vsa_core.desk.counting import Count, counted
from vsa_core.desk.explaining import Explanation, explained
from vsa_core.desk.flows import LearntFlow, learnt_flow, question_of
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.remembered import Remembered
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.desk.tuning import Settled, Tuned, never, retold, values_of
from vsa_core.domain.case import Act, Basis
from vsa_core.domain.filters import METRIC, Range
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Cancel
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.query import Query
from vsa_core.domain.sliders import nodes
from vsa_core.errors import Fault, Refused, WrongUsage
from vsa_core.events.combining import COMBINATIONS, Combination, check_shape, resolved
from vsa_core.events.interface import EventKind
from vsa_core.events.registry import KINDS, completed, kind_named
from vsa_core.search.plan import plan, scope_key, scope_of


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
    """What may be asked: a kind, the places it takes, its directions and its sliders.

    many: whether its events are about several tracks together.
    """

    kind: str
    version: int
    places: tuple[str, ...]
    directions: tuple[str, ...]
    parameters: tuple[Slider, ...]
    many: bool = False

    @property
    def place(self) -> str:
        """The usual sort of place; "" when it takes none."""
        return self.places[0]


class Queries:
    """Questions over the observations of a case."""

    def __init__(self, register: Register, tickets: Tickets) -> None:
        self._register = register
        self._tickets = tickets

    def kinds(self) -> tuple[KindSheet, ...]:
        """Every kind that may be asked by itself; says nothing of any case."""
        return tuple(_sheet(kind) for kind in KINDS)

    def combining(self) -> tuple[KindSheet, ...]:
        """The ways to make a question of questions, with their sliders."""
        return tuple(_sheet(combination) for combination in COMBINATIONS)

    def kind(self, name: str) -> KindSheet:
        """One kind by name; WrongUsage (EVT-001) names the known ones."""
        return _sheet(kind_named(name))

    def ask(self, who: SignedIn, where: InCase, query: Query, motive: str) -> Asking:
        """Ask a question; batches of hits come as they are found, coverage with the last.

        The question is on the disk before it runs, and each batch before it
        is shown; the end is recorded too, after a failure or when the asker
        stops listening as well. Raises WrongUsage (EVT-…) for a question that
        makes no sense, Refused (LAW-…) outside the basis.
        """
        question, telling = self._asked(who, where, query, motive)
        return Asking(question, answered(question, telling, self._register.monotonic))

    def count(self, who: SignedIn, where: InCase, query: Query, motive: str) -> Count:
        """How many hits a question has, on each camera; none of them leaves.

        A recorded question like any other. Raises as `ask` does.
        """
        return counted(*self._asked(who, where, query, motive, count=True))

    def tune(
        self,
        who: SignedIn,
        where: InCase,
        asking: Asking,
        query: Query,
        cancel: Cancel = never,
    ) -> Tuned:
        """The answer at other values of its sliders, under the receipt of the question.

        Nothing of it can be looked at, judged or exported before it is
        settled. Cut short by `cancel`, it is not whole. Raises what `ask`
        raises by the law of now, Refused (CAS-142) for somebody else's
        answer, WrongUsage: CAS-140 for another question or a value outside
        the range declared, CAS-141 before the answer is whole.
        """
        question, _ = self._tunable(who, where, asking)
        return retold(question, query, cancel)

    def settle(
        self,
        who: SignedIn,
        where: InCase,
        asking: Asking,
        query: Query,
        cancel: Cancel = never,
    ) -> Settled:
        """Record the values that came to rest, and keep what they give as an answer of its own.

        One record: values, count, running digest. Cut short by `cancel`,
        it raises WrongUsage (CAS-143) and records nothing. Raises as `tune`.
        """
        question, deed = self._tunable(who, where, asking)
        told = retold(question, query, cancel)
        if not told.whole or asking.coverage is None:
            raise WrongUsage("CAS-143")
        about: dict[str, Canonical] = {
            "of": question.receipt.sequence,
            "settings": values_of(query),
            "hits": len(told.hits),
            "running": told.running,
            "failures": [failure.code for failure in told.failures],
        }
        log_key = question.archive.keys.log
        deed = replace(deed, about=about, secret=query.fields(), log_key=log_key)
        receipt = self._register.write(who.person, deed)
        question.archive.keep_answer(receipt, query, told.hits, asking.coverage)
        return Settled(told, receipt.number, self._register.journal.time)

    def explain(self, who: SignedIn, where: InCase, hit: str, motive: str) -> Explanation:
        """Why a hit is one: rule, values, thresholds, what nearly was one too, and what saw it.

        `hit`: its name, or the beginning of it. What nearly was one is told
        from the same camera, within minutes, within the basis. Recorded as a
        consultation; raises Refused (LAW-…) as looking at the hit does.
        """
        archive = self._tickets.archive(who, where)
        kept = archive.catalogue.answers.hit(hit)
        camera = str(kept.fields["camera"])
        about: dict[str, Canonical] = {"what": "explanation", "hit": kept.name, "camera": camera}
        deed = Deed(Act.CONSULT, where.case, motive, about=about)
        grant = self._register.grant(who.person, replace(deed, act=Act.VIEW), (camera,))
        self._register.write(who.person, deed)
        return explained(archive, kept, grant)

    def flow(
        self, who: SignedIn, where: InCase, camera: str, window: Window | None, motive: str
    ) -> LearntFlow:
        """The usual directions of travel on a camera, learnt from what was seen in the window.

        A recorded question of kind "flow". Raises Refused (LAW-…) as `ask`.
        """
        archive = self._tickets.archive(who, where)
        query = question_of(camera, window)
        with archive.alone:
            deed = _deed(where, archive, query, motive)
            grant = self._register.grant(who.person, deed, (camera,), window)
            receipt = self._register.write(who.person, deed)
            telling = Telling(self._register, who, where, receipt)
            return learnt_flow(archive, grant, query, telling)

    def _asked(
        self, who: SignedIn, where: InCase, query: Query, motive: str, *, count: bool = False
    ) -> tuple[Question, Telling]:
        """A question on the disk, and its tracks of that instant, whatever is being indexed."""
        archive = self._tickets.archive(who, where)
        with archive.alone:
            query = completed(grounded(query, archive, where.case.basis))
            deed = _deed(where, archive, query, motive, count=count)
            cameras = cameras_of(query, where.case.basis)
            grant = self._register.grant(who.person, deed, cameras, query.window)
            known = archive.known(cameras)
            make = partial(scope_of, query, grant)
            planned = plan(query, grant, known.made(scope_key(query, grant), make))
            receipt = self._register.write(who.person, deed)
            telling = Telling(self._register, who, where, receipt)
            try:
                case = archive.snapshot()
            except Fault as fault:
                telling.end(fault.code)
                raise
        shelf = Remembered(case.shelf)
        question = Question(who, where, archive, planned, receipt, motive, case, shelf)
        return question, telling

    def _tunable(self, who: SignedIn, where: InCase, asking: Asking) -> tuple[Question, Deed]:
        """A whole answer of this person here, lawful still, and the deed that settles it."""
        self._tickets.archive(who, where)
        question = asking.question
        plan, receipt = question.plan, question.receipt
        deed = Deed(Act.SETTLE, where.case, question.motive, receipt.question)
        if (question.who.ticket, question.where.ticket) != (who.ticket, where.ticket):
            refusal = Refused("CAS-142")
            self._register.deny(who.person, deed, refusal)
            raise refusal
        self._register.grant(who.person, deed, plan.grant.cameras, plan.query.window)
        if asking.coverage is None:
            raise WrongUsage("CAS-141")
        return question, deed


def cameras_of(query: Query, basis: Basis) -> tuple[str, ...]:
    """The cameras that any part asks, each once: those it names, or all of the basis."""
    asked = (leaf.cameras or basis.cameras for leaf in resolved(query).leaves())
    return tuple(dict.fromkeys(camera for cameras in asked for camera in cameras))


def grounded(query: Query, archive: Archive, basis: Basis) -> Query:
    """The question with the calibrations of its cameras, when one of its filters is metric.

    Those in force, unless it brings some that were: a question asked again is the same.
    """
    check_shape(query)
    filters = [narrowed for node in nodes(query) for narrowed in node.filters]
    if not any(isinstance(one, Range) and one.what in METRIC for one in filters):
        return replace(query, grounds=())
    rows = archive.catalogue.grounds
    if query.grounds and all(map(rows.knows, query.grounds)):
        return query
    found = [rows.of(camera) for camera in cameras_of(query, basis)]
    return replace(query, grounds=tuple(ground for ground in found if ground is not None))


def _deed(
    where: InCase, archive: Archive, query: Query, motive: str, *, count: bool = False
) -> Deed:
    about = _about(query, where.case.basis) | ({"count": True} if count else {})
    secret = query.fields()
    return Deed(
        Act.QUERY,
        where.case,
        motive,
        query.digest,
        about=about,
        secret=secret,
        log_key=archive.keys.log,
    )


def _about(query: Query, basis: Basis) -> dict[str, Canonical]:
    """What of a question stands in clear: never its geometry."""
    return {
        **reach(query.window, basis.window, len(basis.cameras)),
        "kind": query.kind,
        "cameras": list(query.named_cameras()),
        "classes": list(query.named_classes()),
        "kinds": [leaf.kind for leaf in query.leaves()],
        "window_us": [query.window.start, query.window.end] if query.window else None,
    }


def _sheet(kind: EventKind | Combination) -> KindSheet:
    sliders = tuple(Slider(p.name, p.default, p.low, p.high, p.unit) for p in kind.PARAMETERS)
    places = kind.PLACES
    return KindSheet(kind.KIND, kind.VERSION, places, kind.DIRECTIONS, sliders, kind.MANY)
