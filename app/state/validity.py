"""What a habilitation says, and whether it holds, ends soon, or has ended."""

from dataclasses import dataclass
from enum import StrEnum

from vsa_core.domain.case import Person, Role
from vsa_core.domain.moment import MICROSECONDS

DAY = 86_400 * MICROSECONDS
SOON = 30
"""Days before its end from which a habilitation is brought forward: a signature takes weeks."""


@dataclass(frozen=True, slots=True)
class Held:
    """A habilitation as typed: reference, signatory, nature of the data, dates or None."""

    reference: str
    signatory: str = ""
    data: str = ""
    begins: int = 0
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to enrol, as typed."""

    name: str
    role: Role
    full_name: str
    held: Held


class Validity(StrEnum):
    """How a habilitation stands today."""

    HOLDS = "holds"
    SOON = "soon"
    ENDED = "ended"
    NOT_YET = "not_yet"


def validity(person: Person, now: int) -> Validity:
    """How it stands at `now`, microseconds since 1970 UTC; the desk decides at each act.

    The administrator's has no end that counts: they reach no data of a case.
    """
    if person.role is Role.ADMINISTRATOR:
        return Validity.HOLDS
    if person.ends is not None and now >= person.ends:
        return Validity.ENDED
    if now < person.begins:
        return Validity.NOT_YET
    if person.ends is not None and person.ends - now <= SOON * DAY:
        return Validity.SOON
    return Validity.HOLDS
