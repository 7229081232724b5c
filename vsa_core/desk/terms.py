"""By when each case here must be erased, and until when each volume of the journal is kept.

Known from the journal and from which cases have a key: no case is opened.
"""

from collections.abc import Mapping

from vsa_core.audit.keeping import keeping
from vsa_core.audit.review import Logged, skim
from vsa_core.desk.machine import Machine
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.term import CaseTerm, ShardTerm, Term, Terms
from vsa_core.legal.retention import term

_PAPERS = frozenset({Act.CASE_OPEN, Act.BASIS_CHANGE, Act.CASE_CLOSE})


def terms(machine: Machine, now: int) -> Terms:
    """All terms at `now`, in microseconds since 1970 UTC; what was erased is in none.

    Raises what reading the journal raises (Tampered, Unreadable), Unreadable
    and Tampered (KEY-…) where the vault cannot be read.
    """
    numbers = machine.vault.cases()
    dates, closings = _told(machine)
    cases = [_case(number, dates.get(number), closings.get(number), now) for number in numbers]
    shards = tuple(
        ShardTerm(one.shard, one.until, _term(one.until, now), len(one.held_by), one.held_by)
        for one in keeping(machine.audit, now, numbers)
    )
    return Terms(tuple(sorted(cases, key=_order)), shards)


def _told(machine: Machine) -> tuple[dict[str, int], dict[str, int]]:
    """The latest date of erasure and the closing of each case, as the journal says them."""
    dates: dict[str, int] = {}
    closings: dict[str, int] = {}
    for logged in skim(machine.audit, _PAPERS):
        date = _erase_by(logged)
        if date is not None:
            dates[logged.case] = date
        if logged.act is Act.CASE_CLOSE:
            closings[logged.case] = logged.time
    return dates, closings


def _erase_by(logged: Logged) -> int | None:
    about = logged.fields["about"]
    inner: Mapping[str, Canonical] = about if isinstance(about, Mapping) else {}
    if logged.act is Act.BASIS_CHANGE:
        changed = inner.get("terms")
        inner = changed if isinstance(changed, Mapping) else {}
    date = inner.get("erase_by_us")
    return date if isinstance(date, int) else None


def _case(number: str, erase_by: int | None, closed: int | None, now: int) -> CaseTerm:
    told = [date for date in (erase_by, closed) if date is not None]
    date = min(told) if told else None
    return CaseTerm(number, date, closed, _term(date, now))


def _term(date: int | None, now: int) -> Term:
    return Term.AHEAD if date is None else term(date, now)


def _order(case: CaseTerm) -> tuple[int, str]:
    """What no record dates comes first: somebody must look."""
    return case.erase_by or 0, case.number
