"""Who may never hold the key of a case and asks for something in one: refused, and recorded."""

from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.errors import Refused
from vsa_core.keys.vault import HOLDERS


def record_intrusions(tickets: Tickets, register: Register) -> None:
    """From now on, what a DPO or an administrator asks of a case is a refusal in the journal.

    What a holder asks of a case that they just left is not: threads do that.
    """

    def refused(who: SignedIn, where: InCase, refusal: Refused) -> None:
        if who.person.role not in HOLDERS:
            register.deny(who.person, Deed(Act.CASE_READ, number=where.case.number), refusal)

    tickets.before_refusing(refused)
