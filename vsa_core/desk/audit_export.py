"""What is handed to the DPO or the CNIL: the journal, its verifier, a table, how to use them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.notes import checkpoints, cosigned, latest_cosigned
from vsa_core.audit.proof import consistency_proof, inclusion_proof
from vsa_core.audit.shard import Shard, read_small, shards
from vsa_core.desk.audit_csv import write_csv
from vsa_core.desk.audit_records import every, found, place_in
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused, Unreadable, WrongUsage

SCRIPTS = ("verify_audit.py", "cosign.py")
READMES = ("LISEZMOI.txt", "README.txt")
RECIPIENT_MAX = 200
PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A folder written; `head` is `size : root` of the shard in use as it was handed over."""

    folder: str
    records: int
    head: str


class Handover:
    """Exports of the journal. Nothing sealed is opened."""

    def __init__(
        self, machine: Machine, register: Register, tickets: Tickets, resources: Path
    ) -> None:
        """`resources` holds the verifier and the words that go with an export."""
        self._machine = machine
        self._register = register
        self._tickets = tickets
        self._resources = resources

    def export(self, who: SignedIn, folder: str, recipient: str) -> HandedOver:
        """Write the journal into a new or empty folder, as docs/journal-format.md says.

        Recorded before anything is written. Refused (LAW-001) to whoever is
        not DPO, (CAS-111) for a folder that is not empty; WrongUsage (CAS-112)
        without a recipient; Unreadable (CAS-113) where nothing can be written.
        """
        path, told = Path(folder).resolve(), _recipient(recipient)
        self._permit(who, Deed(Act.AUDIT_EXPORT, about={"recipient": told}), path)
        about: dict[str, Canonical] = {"recipient": told, "what": "journal"}
        self._register.write(who.person, Deed(Act.AUDIT_EXPORT, about=about))
        self._register.journal.checkpoint()
        try:
            records = self._written(path, told)
        except OSError as error:
            raise Unreadable("CAS-113", folder=str(path), why=error.strerror or "") from error
        return HandedOver(str(path), records, self._register.journal.head_line())

    def prove(self, who: SignedIn, record: str, file: str, recipient: str) -> str:
        """Write the proof that one record is in the journal into a new file; its path.

        It says nothing of any other record: verify_audit.py checks it with the
        journal's key alone. Faults as `export`, and WrongUsage (CAS-103) for
        no such record.
        """
        path, told = Path(file).resolve(), _recipient(recipient)
        self._tickets.keys(who)
        self._register.grant(who.person, Deed(Act.AUDIT_EXPORT, about={"recipient": told}))
        place = place_in(self._machine.audit, record)
        found(self._machine.audit, place)
        about = {**place.fields(), "recipient": told, "what": "inclusion"}
        self._register.write(who.person, Deed(Act.AUDIT_EXPORT, about=about))
        proof = inclusion_proof(self._machine.audit, place.shard, place.sequence)
        try:
            _put(path, proof)
        except FileExistsError:
            raise Refused("CAS-111", folder=str(path)) from None
        except OSError as error:
            raise Unreadable("CAS-113", folder=str(path), why=error.strerror or "") from error
        return str(path)

    def _permit(self, who: SignedIn, deed: Deed, path: Path) -> None:
        self._tickets.keys(who)
        self._register.grant(who.person, deed)
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            occupied = any(path.iterdir())
        except OSError as error:
            raise Unreadable("CAS-113", folder=str(path), why=error.strerror or "") from error
        if occupied:
            refusal = Refused("CAS-111", folder=str(path))
            self._register.deny(who.person, deed, refusal)
            raise refusal

    def _written(self, path: Path, recipient: str) -> int:
        audit = self._machine.audit
        for shard in shards(audit):
            _copied(shard, path / "audit" / shard.name)
        for script in SCRIPTS:
            _put(path / script, (self._resources / "verifier" / script).read_bytes())
        last = latest_cosigned(audit)
        if last is not None:
            _put(path / "proof.json", consistency_proof(audit, last.shard, last.size))
        with (path / "journal.csv").open("x", encoding="utf-8-sig", newline="") as table:
            records = write_csv(table, every(audit))
        facts = {
            "origin": self._machine.origin,
            "key": self._machine.public_key,
            "recipient": recipient,
            "records": records,
            "head": self._register.journal.head_line(),
        }
        for name in READMES:
            _put(path / name, _filled(self._resources / "templates" / name, facts))
        return records


def _recipient(text: str) -> str:
    said = text.strip()
    if not said or len(said) > RECIPIENT_MAX:
        raise WrongUsage("CAS-112", most=RECIPIENT_MAX)
    return said


def _copied(shard: Shard, into: Path) -> None:
    """The files of a shard, the log last and whole lines only: others may be writing to it."""
    into.mkdir(mode=0o700, parents=True)
    _put(into / shard.inception.name, read_small(shard.inception, "AUD-116"))
    _put(into / shard.head.name, read_small(shard.head, "AUD-111"))
    for kept in (*checkpoints(shard), *cosigned(shard)):
        _put(into / kept.path.name, kept.data)
    with shard.log.open("rb") as log, (into / shard.log.name).open("xb") as copy:
        whole = 0
        while piece := log.read(PIECE):
            copy.write(piece)
            end = piece.rfind(b"\n") + 1
            whole = copy.tell() - len(piece) + end if end else whole
        copy.truncate(whole)
        copy.flush()
        os.fsync(copy.fileno())


def _filled(template: Path, facts: Mapping[str, object]) -> bytes:
    """A text with its facts, lines ended as Windows ends them: the reader's machine is unknown."""
    text = template.read_text("utf-8").format(**facts)
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _put(path: Path, data: bytes) -> None:
    """A new file on the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
