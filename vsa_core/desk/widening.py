"""A wider basis: asked by one person, approved by another, then carried out, each recorded."""

from vsa_core.desk.approvals import Approvals
from vsa_core.desk.consents import Consents
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.request import Kind, Pending
from vsa_core.domain.widening import Wider, wider_of
from vsa_core.errors import Fault, Refused
from vsa_core.legal.widening import widened


class Widening:
    """Cameras, window, end or date of erasure of a basis, moved outwards by a decision."""

    def __init__(
        self, register: Register, tickets: Tickets, approvals: Approvals, consents: Consents
    ) -> None:
        self._register = register
        self._tickets = tickets
        self._approvals = approvals
        self._consents = consents

    def ask(self, who: SignedIn, where: InCase, wider: Wider, motive: str = "") -> Pending:
        """Ask for a wider basis; somebody of another role approves it within a day.

        Raises Refused: LAW-021 without a magistrate's decision, LAW-038 when
        nothing would be wider or something narrower, LAW-015, LAW-022,
        LAW-023 for a date of erasure that the law does not allow, LAW-035 or
        LAW-036 for a case that is closed or should be erased; and what
        `Approvals.ask` raises.
        """
        self._tickets.archive(who, where)
        try:
            widened(where.case, wider, self._register.latest())
        except Refused as refusal:
            self._register.deny(who.person, Deed(Act.REQUEST, where.case, motive), refusal)
            raise
        return self._approvals.ask(who, Kind.WIDEN_BASIS, wider.fields(), where.case.number, motive)

    def carry_out(self, who: SignedIn, where: InCase, name: str) -> InCase:
        """Put an approved widening in force, by the supervisor; gives back the stay to go on with.

        The record is written before the case changes; cut short, the same
        request may be carried out again, with the same end. Raises what
        `Consents.ready` and `ask` raise, Refused (LAW-001) for another role.
        """
        archive = self._tickets.archive(who, where)
        deed = Deed(Act.BASIS_CHANGE, where.case, about={"request": name})
        self._register.grant(who.person, deed)
        try:
            pending = self._consents.ready(name, Kind.WIDEN_BASIS, where.case.number)
            wider = wider_of(pending.request.terms)
            case = widened(where.case, wider, self._register.latest())
        except Fault as fault:
            self._register.deny(who.person, deed, fault)
            raise
        about: dict[str, Canonical] = {"request": pending.name, "terms": wider.fields()}
        self._register.write(who.person, Deed(Act.BASIS_CHANGE, case, about=about))
        archive.catalogue.set_case(case)
        self._consents.finish(pending)
        return self._tickets.amend(who, where, case)
