"""A case with a wider basis: what a magistrate's decision allows, and never less than before."""

from dataclasses import replace

from vsa_core.domain.case import Basis, Case
from vsa_core.domain.widening import Wider
from vsa_core.errors import Refused
from vsa_core.legal.articles import ERASURE
from vsa_core.legal.basis import KEPT_YEARS, check_alive, check_basis
from vsa_core.legal.calendar import day, years_after
from vsa_core.legal.retention import Renewal, renewed

LONGEST_REFERENCE = 200
"""Characters: what two people sign is written whole into the journal."""


def widened(case: Case, wider: Wider, now: int) -> Case:
    """The case with its basis widened.

    now: the later of the wall clock and the journal's time. Raises Refused:
    LAW-021 without a magistrate's decision, LAW-050 when it is dated later
    than now, LAW-038 when nothing would be wider or something narrower,
    LAW-035 when the case is closed, LAW-036 when it should be erased already,
    and what a basis or a renewal is refused for.
    """
    if not wider.decision.strip() or len(wider.decision) > LONGEST_REFERENCE:
        raise Refused("LAW-021", case=case.number, article=ERASURE)
    if wider.decided > now:
        raise Refused("LAW-050", case=case.number, decided=day(wider.decided))
    check_alive(case, now)
    result = replace(case, basis=_basis(case, wider), erase_by=_erase_by(case, wider))
    if result == case:
        raise Refused("LAW-038", case=case.number)
    check_basis(result)
    return result


def _basis(case: Case, wider: Wider) -> Basis:
    basis = case.basis
    cameras = tuple(dict.fromkeys((*basis.cameras, *wider.cameras)))
    window = wider.window or basis.window
    expires = basis.expires if wider.expires is None else wider.expires
    within = window.start <= basis.window.start and window.end >= basis.window.end
    if not within or expires < basis.expires:
        raise Refused("LAW-038", case=case.number)
    return replace(basis, cameras=cameras, window=window, expires=expires)


def _erase_by(case: Case, wider: Wider) -> int:
    """Within three years the decision suffices; beyond, only the renewals of 230-22."""
    if wider.erase_by is None:
        return case.erase_by
    if wider.erase_by < case.erase_by:
        raise Refused("LAW-038", case=case.number)
    if wider.erase_by <= years_after(case.opened, KEPT_YEARS):
        return wider.erase_by
    latest = renewed(case, Renewal(wider.decision, wider.decided))
    if wider.erase_by > latest:
        raise Refused("LAW-015", case=case.number, latest=day(latest), article=ERASURE)
    return wider.erase_by
