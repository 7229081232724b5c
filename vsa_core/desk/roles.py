"""Another role for a person: asked by one, approved by another, then carried out."""

from dataclasses import replace

from vsa_core.desk.approvals import Approvals
from vsa_core.desk.consents import Consents
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.roll import Roll
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Act, Person, Role
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.request import Kind, Pending
from vsa_core.errors import Fault, Refused
from vsa_core.keys.vault import HOLDERS


class Roles:
    """One person keeps one role at a time; changing it takes two people."""

    def __init__(
        self,
        register: Register,
        roll: Roll,
        machine: Machine,
        approvals: Approvals,
        consents: Consents,
    ) -> None:
        self._register = register
        self._roll = roll
        self._machine = machine
        self._approvals = approvals
        self._consents = consents

    def ask(self, who: SignedIn, name: str, role: Role) -> Pending:
        """Ask that `name` be given another role. Refused: CAS-011, and as `Approvals.ask`."""
        try:
            self._roll.find(name)
        except Refused as refusal:
            self._register.deny(who.person, Deed(Act.REQUEST), refusal)
            raise
        terms: dict[str, Canonical] = {"name": name, "role": role.value}
        return self._approvals.ask(who, Kind.CHANGE_ROLE, terms)

    def carry_out(self, who: SignedIn, request: str) -> Person:
        """Give the role that two people signed; by an administrator, recorded.

        Whoever may hold no case key any more loses those they had, and whoever
        is signed in under the old role is refused from the next act. Raises
        Refused: LAW-001, and what `Consents.ready` raises.
        """
        deed = Deed(Act.PERSON_CHANGE, about={"request": request})
        self._register.grant(who.person, deed)
        try:
            pending = self._consents.ready(request, Kind.CHANGE_ROLE)
            terms = pending.request.terms
            person = self._roll.find(str(terms["name"])).person
        except Fault as fault:
            self._register.deny(who.person, deed, fault)
            raise
        role = Role(str(terms["role"]))
        about: dict[str, Canonical] = {"request": pending.name, **terms}
        self._register.write(who.person, Deed(Act.PERSON_CHANGE, about=about))
        if role not in HOLDERS:
            self._withdraw(person.name)
        changed = replace(person, role=role)
        self._roll.change(changed)
        self._consents.finish(pending)
        return changed

    def _withdraw(self, name: str) -> None:
        vault = self._machine.vault
        for number in vault.cases():
            if name in vault.holders(number):
                vault.withdraw(number, name)
