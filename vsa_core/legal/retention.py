"""When a case must be erased: the three regimes of article 230-22."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from vsa_core.domain.case import Case, Framework
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.term import Term
from vsa_core.errors import Refused
from vsa_core.legal.articles import ERASURE
from vsa_core.legal.basis import KEPT_YEARS
from vsa_core.legal.calendar import day, years_after

RENEWED_YEARS = 2

SOON = 30 * 24 * 3600 * MICROSECONDS
"""How long before a term it is told, in microseconds."""

_ORGANISED = re.compile(r"\b706-7(?:3(?:-1)?|4)\b")


class Regime(StrEnum):
    """How long the data of a case may be kept."""

    ORDINARY = "ordinary"  # to the closure, three years at most
    ORGANISED = "organised"  # offences of 706-73 to 706-74: a magistrate may renew by two years
    SEARCH = "search"  # 74, 74-1: until the person is found or suspicion is excluded


@dataclass(frozen=True, slots=True)
class Renewal:
    """A magistrate's decision to keep for two more years: its reference and date (microseconds)."""

    decision: str
    decided: int


def regime(case: Case) -> Regime:
    """The regime of a case, from its framework and the articles that its offence cites."""
    if case.basis.framework in (Framework.ARTICLE_74, Framework.ARTICLE_74_1):
        return Regime.SEARCH
    return Regime.ORGANISED if _ORGANISED.search(case.basis.offence) else Regime.ORDINARY


def erase_date(case: Case, renewals: Sequence[Renewal] = (), ended: int | None = None) -> int:
    """When everything must be gone, in microseconds since 1970 UTC.

    `ended`: closure of the inquiry; for a search, when the person was found
    or suspicion was excluded. A renewal counts two years from its decision,
    which must come before the date it moves. Raises Refused (LAW-021 to
    LAW-023) for a renewal that is not one.
    """
    limit = min(case.erase_by, years_after(case.opened, KEPT_YEARS))
    for renewal in renewals:
        _check_renewal(case, renewal, limit)
        limit = max(limit, years_after(renewal.decided, RENEWED_YEARS))
    return limit if ended is None else min(limit, ended)


def renewed(case: Case, renewal: Renewal) -> int:
    """The latest date of erasure that one more renewal allows; errors as `erase_date`."""
    _check_renewal(case, renewal, case.erase_by)
    return years_after(renewal.decided, RENEWED_YEARS)


def due(case: Case, now: int, renewals: Sequence[Renewal] = (), ended: int | None = None) -> bool:
    """Whether the case must be erased now; errors as `erase_date`."""
    return now >= erase_date(case, renewals, ended)


def term(date: int, now: int) -> Term:
    """Where a date of erasure stands at `now`, both in microseconds since 1970 UTC."""
    if date <= now:
        return Term.PASSED
    return Term.SOON if date <= now + SOON else Term.AHEAD


def _check_renewal(case: Case, renewal: Renewal, limit: int) -> None:
    if regime(case) is not Regime.ORGANISED:
        raise Refused("LAW-022", case=case.number, article=ERASURE)
    if not renewal.decision.strip():
        raise Refused("LAW-021", case=case.number, article=ERASURE)
    if renewal.decided > limit:
        raise Refused("LAW-023", case=case.number, limit=day(limit), article=ERASURE)
