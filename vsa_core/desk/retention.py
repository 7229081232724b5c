"""What is to be erased, and when: told to whoever must see to it, by role; no case is opened."""

from dataclasses import replace

from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.terms import terms
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act, Person
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.term import ShardTerm, Term, Terms
from vsa_core.legal.roles import TOLD_OF_EVERY_CASE, TOLD_OF_SHARDS


class Retention:
    """The terms of this installation; being late is in the journal with each reading."""

    def __init__(self, machine: Machine, register: Register, tickets: Tickets) -> None:
        self._machine = machine
        self._register = register
        self._tickets = tickets

    def listed(self, who: SignedIn) -> Terms:
        """The terms that this role is told of; the reading is recorded, with what is late.

        DPO and magistrate: of every case and every volume of the journal;
        administrator: of volumes alone; the others: of their own cases.
        """
        self._tickets.keys(who)
        seen = self._for(who.person, terms(self._machine, self._register.latest()))
        about: dict[str, Canonical] = {
            "what": "retention",
            "passed": seen.of_cases(Term.PASSED),
            "soon": seen.of_cases(Term.SOON),
            "shards": seen.shards_due,
        }
        self._register.write(who.person, Deed(Act.CONSULT, about=about))
        return seen

    def _for(self, person: Person, every: Terms) -> Terms:
        """What of it a person of this role is told."""
        all_cases = person.role in TOLD_OF_EVERY_CASE
        holders = self._machine.vault.holders
        cases = tuple(
            case for case in every.cases if all_cases or person.name in holders(case.number)
        )
        shards = every.shards if person.role in TOLD_OF_SHARDS else ()
        return Terms(cases, tuple(one if all_cases else _nameless(one) for one in shards))


def _nameless(shard: ShardTerm) -> ShardTerm:
    """Without the numbers of cases, which an administrator does not see."""
    return replace(shard, held_by=())
