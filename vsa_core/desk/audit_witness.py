"""The DPO's cosignature: her key made known, and the heads that she cosigned brought back."""

from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.cosignature import Cosigned, Witness, read_witness
from vsa_core.desk.audit_records import every
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Fault, Refused, Tampered, Unreadable
from vsa_core.store.durable import read_regular

NOTE_MAX = 16_384
"""Bytes of a cosigned note or of a key file at most."""

OTHER_HISTORY = "AUD-125"
"""What she cosigned is not what the journal holds now: nothing less than an alarm."""

_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Sighting:
    """A head that the DPO cosigned: size and root (hex), by her clock in microseconds UTC."""

    size: int
    root: str
    at: int
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Who witnesses this journal, "" for nobody yet; what was last cosigned; records since."""

    name: str
    vkey: str
    last: Sighting | None
    since: int


class Witnessing:
    """The cosigning ceremony, on this installation's side: her private key never comes here."""

    def __init__(self, machine: Machine, register: Register, tickets: Tickets) -> None:
        self._machine = machine
        self._register = register
        self._tickets = tickets

    def standing(self, who: SignedIn) -> Standing:
        """Who witnesses, and since when nobody did; a reading of the journal."""
        self._tickets.keys(who)
        self._register.permit(who.person, Deed(Act.AUDIT_READ, about={"what": "cosign"}))
        return self._standing()

    def name(self, who: SignedIn, vkey: str) -> Standing:
        """Record the key with which the DPO cosigns from now on, as cosign.py printed it.

        `vkey`: a C2SP verifier key, or the path of the file that holds it.
        Refused (LAW-001) to whoever is not DPO, WrongUsage (AUD-023) for
        anything that is no such key.
        """
        self._tickets.keys(who)
        deed = Deed(Act.WITNESS, about={"vkey": vkey[:200]})
        self._register.grant(who.person, deed)
        witness = read_witness(_text(vkey))
        self._register.write(
            who.person, Deed(Act.WITNESS, about={"vkey": witness.written, "name": witness.name})
        )
        return self._standing()

    def bring_back(self, who: SignedIn, path: str) -> Sighting:
        """Keep a head that came back cosigned, and record it.

        Refused (LAW-001) to whoever is not DPO, (CAS-110) before a key was
        made known; Unreadable (STO-001) for no small regular file, (CAS-109)
        for what is no head of this journal cosigned with her key; Tampered
        (AUD-125) for one whose history this journal no longer has.
        """
        self._tickets.keys(who)
        deed = Deed(Act.COSIGN, about={"file": Path(path).name})
        self._register.grant(who.person, deed)
        try:
            cosigned = self._kept(Path(path))
        except Fault as fault:
            self._register.deny(who.person, deed, fault)
            raise
        self._register.write(who.person, Deed(Act.COSIGN, about=_about(cosigned)))
        return _sighting(cosigned)

    def _kept(self, path: Path) -> Cosigned:
        vkey = self._standing().vkey
        if not vkey:
            raise Refused("CAS-110")
        data, witness = read_regular(path, NOTE_MAX), read_witness(vkey)
        try:
            return self._register.journal.keep_cosigned(data, witness)
        except Tampered as fault:
            if fault.code == OTHER_HISTORY:
                raise
            raise Unreadable("CAS-109", file=path.name, name=witness.name) from fault

    def _standing(self) -> Standing:
        witness: Witness | None = None
        last: Sighting | None = None
        since = 0
        for logged in every(self._machine.audit):
            since += 1
            about = logged.fields["about"]
            if logged.act is Act.WITNESS and isinstance(about, dict):
                witness = read_witness(str(about["vkey"]))
            if logged.act is Act.COSIGN and isinstance(about, dict):
                last, since = _read(about), 0
        name, vkey = (witness.name, witness.written) if witness else ("", "")
        return Standing(name, vkey, last, since)


def witnesses(folder: Path) -> tuple[Witness, ...]:
    """Everybody who ever cosigned a journal; nobody where it cannot be read."""
    try:
        told = [one.fields["about"] for one in every(folder) if one.act is Act.WITNESS]
        keys = (str(about["vkey"]) for about in told if isinstance(about, dict))
        return tuple(read_witness(vkey) for vkey in dict.fromkeys(keys))
    except (Fault, KeyError):
        return ()


def _text(vkey: str) -> str:
    """The key itself; of a file, the last line, above which cosign.py says what it is."""
    if "+" in vkey and "\n" not in vkey.strip():
        return vkey
    lines = read_regular(Path(vkey), NOTE_MAX).decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""


def _about(cosigned: Cosigned) -> dict[str, Canonical]:
    head = cosigned.head
    return {
        "size": head.size,
        "root": head.root.hex(),
        "time": cosigned.time,
        "name": cosigned.name,
    }


def _sighting(cosigned: Cosigned) -> Sighting:
    head = cosigned.head
    return Sighting(head.size, head.root.hex(), cosigned.time * _SECOND, cosigned.name)


def _read(about: dict[str, Canonical]) -> Sighting:
    size, time = about.get("size"), about.get("time")
    return Sighting(
        size if isinstance(size, int) else 0,
        str(about.get("root", "")),
        (time if isinstance(time, int) else 0) * _SECOND,
        str(about.get("name", "")),
    )
