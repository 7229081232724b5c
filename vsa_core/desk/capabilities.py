"""What this installation can do and cannot, signed; and what it could do on a date of the past."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vsa_core.audit.review import Logged, Wanted, read
from vsa_core.desk.capabilities_list import Listing, read_listing
from vsa_core.desk.capabilities_start import Start
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import canonical, digest
from vsa_core.errors import Tampered, WrongUsage
from vsa_core.legal.calendar import day

TELLING = frozenset({Act.CAPABILITIES, Act.MODEL_ADD, Act.MODEL_REMOVE})
"""The records that tell what an installation can do."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The list of now. Before anybody is enrolled nobody can sign it: both texts are empty.

    digest: SHA-256 (hex) of the canonical document; signature: Ed25519 (hex)
    of the document by `public_key` (hex), the installation's.
    """

    listing: Listing
    digest: str
    signature: str = ""
    public_key: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A model added to the installation, or taken away, while a list was in force."""

    at: int
    added: bool
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class InForce:
    """A list as the journal tells it: from which record on, and what changed until the next.

    since: microseconds since 1970 UTC of the first start that declared it;
    sequence: of that record; listing: None where the journal names the list
    by its digest and no longer holds it.
    """

    since: int
    sequence: int
    digest: str
    listing: Listing | None
    changes: tuple[Change, ...] = ()


class Capabilities:
    """The list of this build, and the lists of the journal."""

    def __init__(self, register: Register, tickets: Tickets, start: Start) -> None:
        self._register = register
        self._tickets = tickets
        self._start = start

    def listed(self) -> Signed:
        """What this build can and cannot do, for anybody, signed in or not.

        It says nothing of any person or case. Where there is an installation
        the reading is recorded first, and the list signed. Raises Unreadable
        (CAS-120) when a file of the program cannot be read.
        """
        machine = self._start.machine
        if not machine.founded:
            listing = self._start.listing()
            return Signed(listing, listing.digest)
        self._register.write(None, Deed(Act.CONSULT, about={"what": "capabilities"}))
        listing = self._start.listing()
        signature = machine.sign(canonical(listing.fields())).hex()
        return Signed(listing, listing.digest, signature, machine.public_key)

    def on(self, who: SignedIn, period: Window) -> tuple[InForce, ...]:
        """The lists in force at some time of a period, in order, from the journal.

        Every role may ask: the answer tells what the machine could do, never
        what anybody did; asking is recorded. Raises WrongUsage for a period
        that ends before the first list (CAS-121) or begins after now
        (CAS-122), Tampered (CAS-123) when a list is not the one its digest names.
        """
        self._tickets.keys(who)
        deed = Deed(Act.CAPABILITIES, about={"period_us": [period.start, period.end]})
        self._register.permit(who.person, deed)
        if period.start > self._register.now():
            raise WrongUsage("CAS-122")
        told = tuple(read(self._start.machine.audit, Wanted(acts=TELLING)))
        found = _in_force(told, period)
        if not found:
            first = next((day(one.time) for one in told if _declared(one)), "–")
            raise WrongUsage("CAS-121", first=first)
        return found


def _in_force(told: Iterable[Logged], period: Window) -> tuple[InForce, ...]:
    """Every list that stood within the period, with the changes made while it did."""
    lists: dict[str, Listing] = {}
    found: list[InForce] = []
    for one in told:
        declared = _declared(one)
        if declared and "document" in _about(one):
            lists[declared] = _listing(one, declared)
        if one.time >= period.end:
            continue  # a document that an earlier start named may still stand further on
        if declared and (not found or found[-1].digest != declared):
            if one.time <= period.start:
                found.clear()
            found.append(InForce(one.time, one.sequence, declared, None))
        elif found and one.act is not Act.CAPABILITIES:
            found[-1] = replace(found[-1], changes=(*found[-1].changes, _change(one)))
    return tuple(replace(one, listing=lists.get(one.digest)) for one in found)


def _about(one: Logged) -> Mapping[str, Any]:
    about = one.fields["about"]
    return about if isinstance(about, Mapping) else {}


def _declared(one: Logged) -> str:
    """The digest of the list that a start declared; "" for any other record."""
    return str(_about(one).get("digest", "")) if one.act is Act.CAPABILITIES else ""


def _listing(one: Logged, declared: str) -> Listing:
    """The list that a record holds whole."""
    document = _about(one)["document"]
    try:
        if digest(document) != declared:
            raise ValueError("another list")
        return read_listing(document)
    except (ValueError, KeyError, TypeError) as wrong:
        raise Tampered("CAS-123", place=one.sequence) from wrong


def _change(one: Logged) -> Change:
    about = _about(one)
    added = one.act is Act.MODEL_ADD
    return Change(one.time, added, str(about.get("name", "")), str(about.get("digest", "")))
