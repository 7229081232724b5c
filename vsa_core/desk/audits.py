"""What the DPO can do: read the journal, remark on it, have it verified. No footage is in reach."""

from dataclasses import dataclass

from vsa_core.audit.review import Verdict, Wanted, verify_log
from vsa_core.desk.audit_overview import Overview, Rule, overview
from vsa_core.desk.audit_records import (
    Leaf,
    Place,
    Remark,
    every,
    found,
    in_use,
    leaf,
    place_in,
)
from vsa_core.desk.audit_witness import witnesses
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Tampered, WrongUsage
from vsa_core.keys.signatures import verify

PAGE = 500
"""Records on a page unless another size is asked for."""

TEXT_MAX = 500
"""Characters of a remark at most: more would be cut by the journal."""

HOURS = Rule()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records to read: one person, one case, one act, one period; empty means all."""

    person: str = ""
    case: str = ""
    act: Act | None = None
    period: Window | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A journal found whole: records of the shard in use, and `size : root` as on paper.

    `total` counts those of all shards, `cosigned` the cosignatures that hold;
    `given_up` names shards that were found damaged and followed by another.
    """

    records: int
    printed: str
    shard: str
    total: int
    cosigned: int
    given_up: tuple[str, ...]


class Audits:
    """The journal of this installation, read, remarked on and verified."""

    def __init__(self, machine: Machine, register: Register, tickets: Tickets) -> None:
        self._machine = machine
        self._register = register
        self._tickets = tickets

    def read(self, who: SignedIn, wanted: Filter, page: int = 1, size: int = PAGE) -> Leaf:
        """One page of the records asked for, page 1 the newest; the reading is itself a record.

        Raises Refused for a role that may not read the journal, WrongUsage
        (CAS-102) below page 1 or a size of 1.
        """
        self._tickets.keys(who)
        about: dict[str, Canonical] = {
            "person": wanted.person,
            "number": wanted.case,
            "wanted": wanted.act.value if wanted.act else "",
            "period_us": _span(wanted.period),
        }
        self._register.permit(who.person, Deed(Act.AUDIT_READ, about=about))
        acts = frozenset({wanted.act}) if wanted.act else frozenset()
        chosen = Wanted(wanted.person, wanted.case, acts, wanted.period)
        return leaf(self._machine.audit, chosen, page, size)

    def overview(self, who: SignedIn, period: Window | None = None, rule: Rule = HOURS) -> Overview:
        """What was done in a period, and what the rule brings forward; a reading like `read`.

        It counts acts and questions, and never by person: Refused as by `read`.
        """
        self._tickets.keys(who)
        about: dict[str, Canonical] = {
            "what": "overview",
            "period_us": _span(period),
            "hours": f"{rule.hours.first}–{rule.hours.last}",
        }
        self._register.permit(who.person, Deed(Act.AUDIT_READ, about=about))
        return overview(every(self._machine.audit), period, rule, self._register.now())

    def remark(self, who: SignedIn, record: str, text: str) -> Remark:
        """Write a remark about a record, named "2026H2/41", or "41" in the newest shard.

        It is a record in clear, shown beside the other: no name of a person
        under inquiry belongs in it. Refused (LAW-001) to whoever is not DPO;
        WrongUsage (CAS-103) for no such record, (CAS-104) for a text that is
        empty or longer than 500 characters.
        """
        self._tickets.keys(who)
        said = text.strip()
        self._register.grant(who.person, Deed(Act.REMARK, about={"what": record[:40]}))
        if not said or len(said) > TEXT_MAX:
            raise WrongUsage("CAS-104", length=len(said), most=TEXT_MAX)
        audit = self._machine.audit
        place = place_in(audit, record)
        found(audit, place)
        deed = Deed(Act.REMARK, about={**place.fields(), "text": said})
        receipt = self._register.write(who.person, deed)
        own = Place(in_use(audit), receipt.sequence)
        return Remark(own, self._register.journal.time, who.person.name, said)

    def verify(self, printed: str = "", who: SignedIn | None = None) -> Whole:
        """Check every byte of the journal; anybody may ask; a whole one then records it.

        `printed` is a "size : root" from paper that must be found again.
        Raises Tampered (AUD-…) naming the exact place of the break, WrongUsage
        (CAS-030) when `printed` is not of that form, Refused (CAS-015) where
        nobody was ever enrolled.
        """
        machine = self._machine
        machine.check_begun()
        if who is not None:
            self._tickets.keys(who)
        paper, known = _printed(printed), witnesses(machine.audit)
        verdict = verify_log(machine.audit, machine.public_key, verify, paper, witnesses=known)
        if not verdict.ok:
            raise _broken(verdict)
        about: dict[str, Canonical] = {
            "what": "verify",
            "records": verdict.records,
            "root": verdict.root,
        }
        act = Act.AUDIT_VERIFY if who else Act.CONSULT
        self._register.write(who.person if who else None, Deed(act, about=about))
        return Whole(
            records=verdict.records,
            printed=f"{verdict.records} : {verdict.root}",
            shard=verdict.shard,
            total=verdict.total,
            cosigned=len(verdict.cosigned),
            given_up=verdict.given_up,
        )


def _span(period: Window | None) -> Canonical:
    return [period.start, period.end] if period else None


def _printed(text: str) -> tuple[int, str] | None:
    if not text:
        return None
    size, _, root = (part.strip() for part in text.partition(":"))
    if not size.isdecimal() or len(root) != 64:
        raise WrongUsage("CAS-030", text=text)
    return int(size), root.lower()


def _broken(verdict: Verdict) -> Tampered:
    return Tampered(verdict.reason, place=verdict.place, file=verdict.file, shard=verdict.shard)
