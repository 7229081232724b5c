"""What the DPO can do: read the journal, and have it verified. No footage is within reach."""

from collections.abc import Mapping
from dataclasses import dataclass

from vsa_core.audit.review import Verdict, Wanted, read, verify_log
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Tampered, WrongUsage
from vsa_core.keys.signatures import verify


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records to read: one person, one case, one act, one period; empty means all."""

    person: str = ""
    case: str = ""
    act: Act | None = None
    period: Window | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A journal found whole: how many records, and `size : root` as printed on paper."""

    records: int
    printed: str


class Audits:
    """The journal of this installation, read and verified."""

    def __init__(self, machine: Machine, register: Register, tickets: Tickets) -> None:
        self._machine = machine
        self._register = register
        self._tickets = tickets

    def read(self, who: SignedIn, wanted: Filter) -> tuple[Mapping[str, Canonical], ...]:
        """The records asked for, sealed parts still sealed; the reading is itself a record.

        Raises Refused for a role that may not read the journal.
        """
        self._tickets.keys(who)
        about: dict[str, Canonical] = {
            "person": wanted.person,
            "number": wanted.case,
            "wanted": wanted.act.value if wanted.act else "",
            "period_us": [wanted.period.start, wanted.period.end] if wanted.period else None,
        }
        self._register.permit(who.person, Deed(Act.AUDIT_READ, about=about))
        acts = frozenset({wanted.act}) if wanted.act else frozenset()
        chosen = Wanted(wanted.person, wanted.case, acts, wanted.period)
        return tuple(logged.fields for logged in read(self._machine.audit, chosen))

    def verify(self, printed: str = "") -> Whole:
        """Check every byte of the journal; anybody may ask; a whole one then records it.

        `printed` is a "size : root" from paper that must be found again.
        Raises Tampered (AUD-…) naming the exact place of the break, WrongUsage
        (CAS-030) when `printed` is not of that form, Refused (CAS-015) where
        nobody was ever enrolled.
        """
        machine = self._machine
        machine.check_begun()
        verdict = verify_log(machine.audit, machine.public_key, verify, _printed(printed))
        if not verdict.ok:
            raise _broken(verdict)
        about: dict[str, Canonical] = {
            "what": "verify",
            "records": verdict.records,
            "root": verdict.root,
        }
        self._register.write(None, Deed(Act.CONSULT, about=about))
        return Whole(verdict.records, f"{verdict.records} : {verdict.root}")


def _printed(text: str) -> tuple[int, str] | None:
    if not text:
        return None
    size, _, root = (part.strip() for part in text.partition(":"))
    if not size.isdecimal() or len(root) != 64:
        raise WrongUsage("CAS-030", text=text)
    return int(size), root.lower()


def _broken(verdict: Verdict) -> Tampered:
    return Tampered(verdict.reason, place=verdict.place, file=verdict.file)
