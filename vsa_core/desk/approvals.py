"""What one person may not do alone: asked by one, approved by another, both by signature."""

from collections.abc import Mapping
from dataclasses import replace

from vsa_core.desk.consents import Consents
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.request import VALID, Kind, Pending, Request, Signature
from vsa_core.errors import Fault, Refused
from vsa_core.legal.habilitation import check_habilitation
from vsa_core.legal.two import check_asker, check_live, check_second


class Approvals:
    """The requests of this installation; each needs two people of two roles within a day."""

    def __init__(
        self, register: Register, tickets: Tickets, machine: Machine, consents: Consents
    ) -> None:
        self._register = register
        self._tickets = tickets
        self._machine = machine
        self._consents = consents

    def ask(
        self,
        who: SignedIn,
        kind: Kind,
        terms: Mapping[str, Canonical],
        number: str = "",
        motive: str = "",
    ) -> Pending:
        """Sign a request and record it; it is open for a day. Nothing else happens.

        number: of the case, "" for none; terms: what exactly is asked, which
        both people sign. Raises Refused: LAW-001, LAW-039 for a role that is
        not one of the two.
        """
        keys = self._tickets.keys(who)
        now = self._register.latest()
        request = Request(
            kind=kind,
            case=number,
            terms=terms,
            asked_by=who.person.name,
            role=who.person.role,
            made=now,
            expires=now + VALID,
            origin=self._machine.origin,
        )
        signature = keys.sign(request.message).hex()
        asked = Signature(who.person.name, who.person.role, who.person.signing_key, signature, now)
        about = {"request": request.fields(), "signature": asked.fields()}
        deed = Deed(Act.REQUEST, None, motive, request.digest, about, number=number)
        self._register.grant(who.person, deed)
        try:
            check_asker(who.person, kind)
        except Refused as refusal:
            self._register.deny(who.person, _short(deed, kind), refusal)
            raise
        self._register.write(who.person, deed)
        pending = Pending(request, asked)
        self._consents.keep(pending)
        return pending

    def approve(self, who: SignedIn, name: str) -> Pending:
        """Sign somebody else's request and record it; still nothing else happens.

        name: the request's digest, or its first eight characters. Raises
        Refused: CAS-082 no such request, LAW-040 the same person, LAW-041 a
        pair of roles that may not, LAW-042 older than a day, LAW-043 done
        already; Tampered (CAS-092) when a signature does not hold.
        """
        keys = self._tickets.keys(who)
        deed = Deed(Act.APPROVAL)
        try:
            pending = self._consents.find(name)
            request = pending.request
            deed = Deed(
                Act.APPROVAL,
                question=request.digest,
                about={"kind": request.kind.value, "request": request.digest},
                number=request.case,
            )
            check_live(pending, self._register.latest())
            check_second(who.person, request)
            check_habilitation(
                self._consents.signer(request, pending.asked), self._register.latest()
            )
        except Fault as fault:
            self._register.deny(who.person, deed, fault)
            raise
        second = Signature(
            who.person.name,
            who.person.role,
            who.person.signing_key,
            keys.sign(request.message).hex(),
            self._register.latest(),
        )
        signed = replace(deed, about={**deed.about, "signature": second.fields()})
        self._register.permit(who.person, signed)
        approved = replace(pending, approved=second)
        self._consents.keep(approved)
        return approved

    def listed(self, who: SignedIn, everything: bool = False) -> tuple[Pending, ...]:
        """The requests that are still open, or all there ever were; the reading is recorded."""
        self._tickets.keys(who)
        self._register.write(who.person, Deed(Act.CONSULT, about={"what": "requests"}))
        now = self._register.latest()
        return tuple(
            one
            for one in self._consents.all()
            if everything or (not one.done and now < one.request.expires)
        )


def _short(deed: Deed, kind: Kind) -> Deed:
    return replace(deed, about={"kind": kind.value})
