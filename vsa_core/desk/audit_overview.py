"""What was done over time: counts by day or week, and what the rules bring forward.

Facts about acts and questions, never figures about a person: the journal
serves to check lawfulness, not to measure work (dir. 2016/680 art. 25 § 2).
"""

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from vsa_core.audit.review import Logged
from vsa_core.audit.rules import ANSWERS
from vsa_core.desk.audit_breadth import Breadth
from vsa_core.desk.audit_hours import Hours, midnight, paris
from vsa_core.desk.audit_records import Noted, Remarks
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window

MOST = 200
"""Records that one heading brings forward; the rest are counted."""

DAYS = 62
"""The longest period, in days, that is told day by day; a longer one is told by weeks."""

OUT_OF_HOURS = "out_of_hours"
_QUIET = frozenset(ANSWERS) | {Act.DENIED, Act.CONSULT}
"""What follows from an earlier act, only lists, or was not done: none is an act out of hours."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is brought forward, as it was told with the answer."""

    hours: Hours = field(default_factory=Hours)
    breadth: Breadth = field(default_factory=Breadth)


@dataclass(frozen=True, slots=True)
class Fact:
    """One record brought forward, and why: a code of refusal, or the names of what holds.

    `act` of a refusal is the act refused.
    """

    noted: Noted
    act: Act
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """The newest facts under one heading, in the order of the journal, and how many there are."""

    total: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """How often each act was done from `start` to `end`, in microseconds since 1970 UTC."""

    start: int
    end: int
    counts: tuple[tuple[Act, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The use of an installation in a period; `weekly`: bins are weeks from Monday, else days."""

    rule: Rule
    weekly: bool
    bins: tuple[Bin, ...]
    acts: tuple[tuple[Act, int], ...]
    reasons: tuple[tuple[str, int], ...]
    refusals: Brought
    out_of_hours: Brought
    broad: Brought


def overview(records: Iterable[Logged], period: Window | None, rule: Rule, now: int) -> Overview:
    """Count what was done in a period, None for all of the journal; days are those of Paris.

    `records`: the whole journal, oldest first.
    """
    count = _Count(rule)
    begun = now
    for logged in records:
        begun = min(begun, logged.time)
        count.remarks.hear(logged)
        if period is None or period.overlaps(logged.time, logged.time + 1):
            count.add(logged)
    start = max(period.start, begun) if period else begun
    end = min(period.end - 1, now) if period else now
    return count.told(start, max(start, end))


@dataclass(slots=True)
class _Heading:
    total: int = 0
    facts: deque[tuple[Logged, Act, tuple[str, ...]]] = field(
        default_factory=lambda: deque(maxlen=MOST)
    )

    def add(self, logged: Logged, act: Act, *why: str) -> None:
        self.total += 1
        self.facts.append((logged, act, why))

    def told(self, remarks: Remarks) -> Brought:
        facts = (Fact(remarks.noted(logged), act, why) for logged, act, why in self.facts)
        return Brought(self.total, tuple(facts))


class _Count:
    """Everything counted in one pass."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._days: Counter[tuple[date, Act]] = Counter()
        self._reasons: Counter[str] = Counter()
        self._refusals, self._late, self._broad = _Heading(), _Heading(), _Heading()
        self.remarks = Remarks()

    def add(self, logged: Logged) -> None:
        self._days[paris(logged.time).date(), logged.act] += 1
        about = logged.fields["about"]
        inner = about if isinstance(about, Mapping) else {}
        if logged.act is Act.DENIED:
            code = str(inner.get("code", ""))
            self._reasons[code] += 1
            self._refusals.add(logged, _refused(inner), code)
        if self._begun_late(logged):
            self._late.add(logged, logged.act, OUT_OF_HOURS)
        reasons = self._rule.breadth.broad(inner) if logged.act is Act.QUERY else ()
        if reasons:
            self._broad.add(logged, logged.act, *reasons)

    def told(self, start: int, end: int) -> Overview:
        first, last = paris(start).date(), paris(end).date()
        weekly = (last - first).days >= DAYS
        acts: Counter[Act] = Counter()
        for (_, act), times in self._days.items():
            acts[act] += times
        return Overview(
            rule=self._rule,
            weekly=weekly,
            bins=tuple(self._bins(first, last, weekly)),
            acts=_ordered(acts),
            reasons=tuple(sorted(self._reasons.items())),
            refusals=self._refusals.told(self.remarks),
            out_of_hours=self._late.told(self.remarks),
            broad=self._broad.told(self.remarks),
        )

    def _begun_late(self, logged: Logged) -> bool:
        """Whether a person began it in a case, outside the hours."""
        ours = bool(logged.fields["role"] and logged.case) and logged.act not in _QUIET
        return ours and self._rule.hours.outside(logged.time)

    def _bins(self, first: date, last: date, weekly: bool) -> Iterable[Bin]:
        step = timedelta(days=7 if weekly else 1)
        binned: dict[date, Counter[Act]] = {}
        for (day, act), times in self._days.items():
            binned.setdefault(_bin(day, weekly), Counter())[act] += times
        day = _bin(first, weekly)
        while day <= last:
            counts = _ordered(binned.get(day, Counter()))
            yield Bin(midnight(day), midnight(day + step), counts)
            day += step


def _bin(day: date, weekly: bool) -> date:
    return day - timedelta(days=day.weekday()) if weekly else day


def _ordered(counts: Counter[Act]) -> tuple[tuple[Act, int], ...]:
    """In the order of the acts, so that nothing is ranked."""
    return tuple((act, counts[act]) for act in Act if counts[act])


def _refused(about: Mapping[str, object]) -> Act:
    """The act that was refused; `denied` where a record does not name one that exists."""
    try:
        return Act(str(about.get("act")))
    except ValueError:
        return Act.DENIED
