"""A small world for the journal's tests: a key, a clock that ticks, a case, some entries."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from vsa_core.audit.cosignature import Witness
from vsa_core.audit.disk import Disk, PosixDisk
from vsa_core.audit.entry import Entry
from vsa_core.audit.head import note
from vsa_core.audit.inception import Inception
from vsa_core.audit.journal import Journal
from vsa_core.audit.lines import parse
from vsa_core.audit.pen import Pen
from vsa_core.audit.shard import Shard, newest, shards
from vsa_core.audit.tree import Range, leaf
from vsa_core.domain.case import Act, Basis, Framework, Role
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import digest

ORIGIN = "relecture/test-0001"
BEGUN = 1_795_252_443_120_123  # 2026-11-21T09:14:03.120Z
SECOND = 1_000_000
DAY = 86_400 * SECOND
NEXT = BEGUN + 60 * DAY  # 2027-01-20, in the half-year after
BASIS = Basis(
    Framework.PRELIMINARY, "REQ 77-1-1", "Mme Le Guen", "AUT 12", "NATINF 7151", ("rue",),
    Window(0, 9), BEGUN + 10**12,
)  # fmt: skip


def private(seed: int = 7) -> Ed25519PrivateKey:
    """A key that is always the same."""
    return Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)


def public(seed: int = 7) -> str:
    """Its public half, in hexadecimal."""
    return private(seed).public_key().public_bytes_raw().hex()


def verify(key: str, message: bytes, signature: bytes) -> bool:
    """Ed25519 by the library."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@dataclass
class Ticking:
    """A clock that advances by one second each time it is read."""

    t: int = BEGUN

    def now(self) -> int:
        self.t += SECOND
        return self.t

    def monotonic(self) -> int:
        return self.t - BEGUN


def pen(seed: int = 7, disk: Disk | None = None, clock: Ticking | None = None) -> Pen:
    """The means to write with the key of that seed."""
    return Pen(
        public(seed), private(seed).sign, verify, clock or Ticking(), "boot-1", "0.1.0",
        disk=disk or PosixDisk(),
    )  # fmt: skip


def inception(seed: int = 7) -> Inception:
    """How the tests' journals begin."""
    return Inception(ORIGIN, public(seed), "admin", aipd="AIPD 4", aipd_digest="ab" * 32)


def begin(folder: Path, means: Pen | None = None) -> Journal:
    """A new journal."""
    return Journal.create(folder, inception(), means or pen())


def reopen(folder: Path, means: Pen | None = None) -> Journal:
    """The journal that is there."""
    return Journal.open(folder, origin=ORIGIN, pen=means or pen())


def reopen_later(folder: Path, t: int = NEXT, disk: Disk | None = None) -> Journal:
    """The journal that is there, opened at `t`."""
    return reopen(folder, pen(disk=disk, clock=Ticking(t)))


def names_of(folder: Path) -> list[str]:
    """The shards that are there."""
    return [shard.name for shard in shards(folder)]


def cosign(note: bytes, name: str = "dpo.example/ledoux", seed: int = 9, time: int = 5) -> bytes:
    """A checkpoint as the DPO brings it back."""
    body = note.partition(b"\n\n")[0] + b"\n"
    key_id = Witness(name, public(seed)).key_id
    signature = private(seed).sign(f"cosignature/v1\ntime {time}\n".encode() + body)
    mark = base64.b64encode(key_id + time.to_bytes(8, "big") + signature).decode()
    return note + f"— {name} {mark}\n".encode()


def query(number: int = 0, who: str = "alice", case: str = "2026/17") -> Entry:
    """A question, each number another one."""
    return Entry(
        Act.QUERY, who, Role.ANALYST, case, BASIS, "M01", digest({"n": number}), {"cameras": 1}
    )


def result(number: int, of: int, act: Act = Act.RESULT) -> Entry:
    """Its answer."""
    return Entry(
        act, "alice", Role.ANALYST, "2026/17", question=digest({"n": number}), about={"of": of}
    )


def ask(journal: Journal, count: int) -> None:
    """Ask and answer `count` questions: two records each."""
    for number in range(count):
        receipt = journal.append(query(number))
        journal.append(result(number, receipt.sequence))


def shard_of(folder: Path) -> Shard:
    """The log in use."""
    return newest(folder)


def lines_of(folder: Path) -> list[bytes]:
    """The log's lines with their line feeds."""
    return shard_of(folder).log.read_bytes().splitlines(keepends=True)


def rewrite(folder: Path, lines: Sequence[bytes]) -> None:
    """Put other lines in the log."""
    shard_of(folder).log.write_bytes(b"".join(lines))


def head_at(folder: Path, size: int) -> bytes:
    """The head copy as it was after `size` records."""
    tree = Range()
    for raw in lines_of(folder)[:size]:
        tree = tree.added(leaf(parse(raw, 0).body))
    head = pen().checker(ORIGIN).head(tree)
    return note(head, public(), pen().sign(head.body))
