"""Whether a person's habilitation holds now (CPP art. 230-25)."""

from vsa_core.domain.case import Person, Role
from vsa_core.errors import Refused
from vsa_core.legal.articles import HABILITATION
from vsa_core.legal.calendar import day


def check_habilitation(person: Person, now: int) -> None:
    """Raise Refused: LAW-003 without a reference, LAW-033 ended, LAW-034 not begun.

    now: the later of the wall clock and the journal's last time, microseconds
    since 1970 UTC. The administrator's has no end that counts: they reach no
    data of a case, and an installation whose only administrator has ended
    could renew nobody.
    """
    if not person.habilitation.strip():
        raise Refused("LAW-003", person=person.name, article=HABILITATION)
    if person.role is Role.ADMINISTRATOR:
        return
    if person.ends is not None and now >= person.ends:
        ended = day(person.ends)
        raise Refused("LAW-033", person=person.name, ended=ended, article=HABILITATION)
    if now < person.begins:
        begins = day(person.begins)
        raise Refused("LAW-034", person=person.name, begins=begins, article=HABILITATION)
