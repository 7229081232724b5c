"""Whether this person may do this act in this case now, and on what terms."""

import re

from vsa_core.domain.case import Act, Basis, Case, Framework, Grant, Person
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused
from vsa_core.legal.articles import (
    AUTHORISATION,
    ERASURE,
    HELD_DOCUMENTS,
    IMPACT,
    REQUISITION,
    SAME_PROCEDURE,
    SCOPE,
)
from vsa_core.legal.calendar import day, years_after
from vsa_core.legal.habilitation import check_habilitation
from vsa_core.legal.modules import check_modules, check_named
from vsa_core.legal.roles import FOOTAGE, IN_CASE, check_role

KEPT_YEARS = 3
"""Nothing is kept longer than this after the opening (CPP art. 230-22)."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_WITHOUT_OFFENCE = frozenset({Framework.ARTICLE_74, Framework.ARTICLE_74_1})


def decide(
    person: Person,
    case: Case | None,
    act: Act,
    *,
    cameras: tuple[str, ...],
    window: Window | None,
    now: int,
    log_time: int,
    modules: tuple[str, ...] = (),
) -> Grant:
    """Leave to do the act on these cameras within this window, or Refused (LAW-…).

    now: the wall clock; log_time: the journal's last time; both microseconds
    since 1970 UTC: setting the clock back does not revive a basis. Empty
    `cameras` asks for all of the basis, None for its whole window. The grant
    never reaches beyond the basis; what was asked beyond its window is left
    out of the grant's window and becomes coverage "outside basis". `modules`
    are those the act uses, which the basis must name (LAW-037).
    """
    check_role(person, act)
    at = max(now, log_time)
    check_habilitation(person, at)
    if act not in IN_CASE:
        return Grant(person.name, person.role, act, case.number if case else "", (), None)
    if case is None:
        raise Refused("LAW-004", act=act.value)
    _check_person(person, case)
    if act not in FOOTAGE:
        return Grant(person.name, person.role, act, case.number, (), None)
    check_basis(case)
    check_alive(case, at)
    check_named(case, modules)
    if at >= case.basis.expires:
        raise Refused("LAW-005", case=case.number, expired=day(case.basis.expires))
    return Grant(
        person=person.name,
        role=person.role,
        act=act,
        case=case.number,
        cameras=_granted_cameras(case, cameras),
        window=_granted_window(case, window),
    )


def check_case(case: Case) -> None:
    """Raise Refused unless a case may be opened as it stands.

    LAW-006 to LAW-018: a basis that is complete and alive, people, and an
    erase-by date after the opening and at most three years later; LAW-030:
    the impact assessment; LAW-031, LAW-032: modules of the closed list.
    """
    for field, value in (("number", case.number), ("people", "".join(case.people))):
        if not value.strip():
            raise Refused("LAW-014", field=field)
    check_basis(case)
    check_modules(case)
    if not case.aipd.reference.strip() or not _SHA256.fullmatch(case.aipd.digest):
        raise Refused("LAW-030", case=case.number, article=IMPACT)
    if case.basis.framework not in _WITHOUT_OFFENCE and not case.basis.offence.strip():
        raise Refused("LAW-013", case=case.number, article=SCOPE)
    if case.basis.expires <= case.opened:
        raise Refused("LAW-018", case=case.number, expired=day(case.basis.expires))
    _check_erasure(case)


def check_exhibit(reference: str) -> None:
    """Raise Refused (LAW-012) unless a file comes from an exhibit (CPP art. 230-21)."""
    if not reference.strip():
        raise Refused("LAW-012", article=HELD_DOCUMENTS)


def _check_person(person: Person, case: Case) -> None:
    if person.name not in case.people:
        raise Refused("LAW-002", person=person.name, case=case.number, article=SAME_PROCEDURE)


def check_alive(case: Case, now: int) -> None:
    """Raise Refused: LAW-035 the case is closed, LAW-036 it should be erased already.

    now: the later of the wall clock and the journal's time, in microseconds.
    """
    check_open(case)
    if now >= case.erase_by:
        raise Refused("LAW-036", case=case.number, due=day(case.erase_by), article=ERASURE)


def check_open(case: Case) -> None:
    """Raise Refused (LAW-035) when the case is closed."""
    if case.closed is not None:
        raise Refused("LAW-035", case=case.number, closed=day(case.closed), article=ERASURE)


def check_basis(case: Case) -> None:
    """Raise Refused (LAW-006, LAW-009 to LAW-011, LAW-017) unless the basis is complete."""
    basis = case.basis
    if not basis.requisition.strip():
        raise Refused("LAW-010", case=case.number, article=REQUISITION)
    if not basis.magistrate.strip():
        raise Refused("LAW-011", case=case.number, article=AUTHORISATION)
    if not _authorised(basis):
        raise Refused("LAW-006", case=case.number, article=AUTHORISATION)
    if not basis.cameras:
        raise Refused("LAW-009", case=case.number)
    for camera in basis.cameras:
        if not camera.strip() or basis.cameras.count(camera) > 1:
            raise Refused("LAW-017", case=case.number, camera=camera)


def _authorised(basis: Basis) -> bool:
    """Authorisation is given for each procedure; in flagrance it is deemed given (R. 40-40)."""
    return basis.framework is Framework.FLAGRANCE or bool(basis.authorisation.strip())


def _check_erasure(case: Case) -> None:
    latest = years_after(case.opened, KEPT_YEARS)
    if case.erase_by > latest:
        raise Refused("LAW-015", case=case.number, latest=day(latest), article=ERASURE)
    if case.erase_by <= case.opened:
        raise Refused("LAW-016", case=case.number, opened=day(case.opened), article=ERASURE)


def _granted_cameras(case: Case, asked: tuple[str, ...]) -> tuple[str, ...]:
    for camera in asked:
        if camera not in case.basis.cameras:
            raise Refused("LAW-007", camera=camera, case=case.number)
    return tuple(dict.fromkeys(asked)) or case.basis.cameras


def _granted_window(case: Case, asked: Window | None) -> Window:
    allowed = case.basis.window
    if asked is None:
        return allowed
    if not asked.overlaps(allowed.start, allowed.end):
        raise Refused("LAW-008", case=case.number, first=day(allowed.start), last=day(allowed.end))
    return Window(max(asked.start, allowed.start), min(asked.end, allowed.end))
