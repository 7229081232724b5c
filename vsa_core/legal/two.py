"""Two different people of two different roles for what destroys or widens."""

from vsa_core.domain.case import Person, Role
from vsa_core.domain.request import Kind, Pending, Request
from vsa_core.errors import Refused
from vsa_core.legal.articles import cited
from vsa_core.legal.calendar import day
from vsa_core.legal.law_data import law


def pairs(kind: Kind) -> frozenset[frozenset[Role]]:
    """The pairs of roles that may sign it, in either order."""
    return frozenset(frozenset(map(Role, pair)) for pair in law("two")[kind.value]["pairs"])


def check_asker(person: Person, kind: Kind) -> None:
    """Raise Refused (LAW-039) unless somebody of this role may be one of the two."""
    if not any(person.role in pair for pair in pairs(kind)):
        role, article = person.role.value, _of(kind)
        raise Refused("LAW-039", person=person.name, role=role, kind=kind.value, article=article)


def check_second(person: Person, request: Request) -> None:
    """Raise Refused: LAW-040 the same person, LAW-041 a pair of roles that may not sign it."""
    if person.name == request.asked_by:
        raise Refused("LAW-040", person=person.name, kind=request.kind.value)
    if person.role is request.role or {person.role, request.role} not in pairs(request.kind):
        raise Refused(
            "LAW-041",
            person=person.name,
            role=person.role.value,
            other=request.role.value,
            kind=request.kind.value,
            article=_of(request.kind),
        )


def check_live(pending: Pending, now: int) -> None:
    """Raise Refused: LAW-042 older than a day, LAW-043 already carried out."""
    if pending.done:
        raise Refused("LAW-043", kind=pending.request.kind.value, name=pending.name[:16])
    if not pending.request.made <= now < pending.request.expires:
        expired = day(pending.request.expires)
        raise Refused("LAW-042", kind=pending.request.kind.value, expired=expired)


def _of(kind: Kind) -> str:
    return cited(str(law("two")[kind.value]["article"]))
