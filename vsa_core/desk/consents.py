"""What the desks that destroy or widen stand on: requests that two people really signed."""

from dataclasses import replace

from vsa_core.desk.machine import Machine
from vsa_core.desk.open_requests import Requests
from vsa_core.desk.register import Register
from vsa_core.desk.roll import Roll
from vsa_core.domain.case import Person
from vsa_core.domain.request import Kind, Pending, Request, Signature
from vsa_core.errors import Refused, Tampered
from vsa_core.keys.signatures import verify
from vsa_core.legal.habilitation import check_habilitation
from vsa_core.legal.two import check_live, check_second


class Consents:
    """The requests of this installation as the other desks use them; no face reaches them."""

    def __init__(self, register: Register, roll: Roll, machine: Machine) -> None:
        self._register = register
        self._roll = roll
        self._machine = machine
        self._requests = Requests(machine)

    def all(self) -> tuple[Pending, ...]:
        """Every request, in order of asking; Tampered (CAS-010) when the file is not as signed."""
        return self._requests.all()

    def keep(self, pending: Pending) -> None:
        """Add a request, or put it in the place of the one of its name."""
        self._requests.keep(pending)

    def find(self, name: str) -> Pending:
        """The request of that digest, or that begins so; Refused (CAS-082) without one."""
        return self._requests.find(name)

    def ready(self, name: str, kind: Kind, number: str = "", begun: bool = False) -> Pending:
        """A request that both signed and that may be carried out now.

        begun: whether it was begun in time and only has to be finished. Raises
        Refused: CAS-082, CAS-093 for another kind or another case, CAS-094
        before the second signature, LAW-040 to LAW-043; Tampered (CAS-092).
        """
        pending = self._requests.find(name)
        request, second = pending.request, pending.approved
        if (request.kind, request.case) != (kind, number):
            raise Refused("CAS-093", kind=kind.value, case=number, name=pending.name[:16])
        if second is None:
            raise Refused("CAS-094", kind=kind.value, name=pending.name[:16])
        people = [self.signer(request, one) for one in (pending.asked, second)]
        check_second(people[1], request)
        now = request.made if begun else self._register.latest()
        check_live(pending, now)
        for person in people:
            check_habilitation(person, now)
        return pending

    def finish(self, pending: Pending) -> None:
        """Note that a request was carried out: it cannot be a second time."""
        self._requests.keep(replace(pending, done=True))

    def signer(self, request: Request, signature: Signature) -> Person:
        """Who signed, as enrolled now; Tampered (CAS-092) unless that person's key signed this."""
        person = self._roll.find(signature.name).person
        good = (
            request.origin == self._machine.origin
            and (person.signing_key, person.role) == (signature.key, signature.role)
            and verify(signature.key, request.message, bytes.fromhex(signature.signature))
        )
        if not good:
            raise Tampered("CAS-092", person=signature.name, name=request.digest[:16])
        return person
