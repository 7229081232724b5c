"""Writes journals from docs/journal-format.md alone: no line of the program is used here."""

import base64
import hashlib
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ORIGIN = "relecture/court-0001"
BEGUN = 1_783_600_000_000_000  # 9 July 2026
SECOND = 1_000_000
Record = dict[str, Any]


def private(seed: int) -> Ed25519PrivateKey:
    """A key that is always the same."""
    return Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)


def public(seed: int) -> bytes:
    """Its public half, 32 bytes."""
    return private(seed).public_key().public_bytes_raw()


def canonical(value: object) -> bytes:
    """RFC 8785 bytes of a value without floats."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def key_id(name: str, kind: int, key: bytes) -> bytes:
    """The C2SP key identifier."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def checkpoint(origin: str, size: int, root: bytes) -> bytes:
    """The text that the log's key signs."""
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n".encode()


def mark(name: str, data: bytes) -> bytes:
    """One signature line of a note."""
    return f"— {name} {base64.b64encode(data).decode()}\n".encode()


def sealed_note(origin: str, size: int, root: bytes, seed: int, seal: bytes = b"") -> bytes:
    """A signed checkpoint; `seal`: its signature, where it is known already."""
    body = checkpoint(origin, size, root)
    signature = seal or private(seed).sign(body)
    return body + b"\n" + mark(origin, key_id(origin, 1, public(seed)) + signature)


def cosigned(note: bytes, name: str, seed: int, date: int) -> bytes:
    """The note with a cosignature below."""
    body = note.partition(b"\n\n")[0] + b"\n"
    signature = private(seed).sign(f"cosignature/v1\ntime {date}\n".encode() + body)
    return note + mark(name, key_id(name, 4, public(seed)) + date.to_bytes(8, "big") + signature)


def vkey(name: str, seed: int) -> str:
    """The C2SP verifier key of a cosigner."""
    key = base64.b64encode(b"\4" + public(seed)).decode()
    return f"{name}+{key_id(name, 4, public(seed)).hex()}+{key}"


def inception(origin: str, seed: int, previous: Record | None = None) -> bytes:
    """The bytes of inception.json."""
    said: Record = {
        "aipd": "AIPD 4", "aipd_digest": "ab" * 32, "dpo_key": "", "engagement": "",
        "enrolled_by": "admin", "key_tier": "file", "machines": [], "origin": origin,
        "previous": previous, "public_key": public(seed).hex(), "v": 1,
    }  # fmt: skip
    return canonical(said) + b"\n"


def grown(peaks: list[bytes], size: int, body: bytes) -> None:
    """Add one record to the roots of the perfect trees of `size` records."""
    node = hashlib.sha256(b"\0" + body).digest()
    while size & 1:
        node = hashlib.sha256(b"\1" + peaks.pop() + node).digest()
        size >>= 1
    peaks.append(node)


def top(peaks: list[bytes]) -> bytes:
    """The root over those trees."""
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = hashlib.sha256(b"\1" + peak + root).digest()
    return root


def instant(us: int) -> str:
    """ISO 8601 with milliseconds."""
    seconds = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(us // SECOND))
    return f"{seconds}.{us // 1000 % 1000:03}Z"


def blank(act: str, us: int) -> Record:
    """A record of that act, without its place in the log."""
    return {
        "v": 1, "seq": 0, "prev": "", "t": instant(us), "us": us, "behind_us": 0, "boot": "boot-1",
        "mono_us": us - BEGUN, "mode": "single", "seat": 0, "act": act, "who": "alice",
        "role": "analyst", "case": "2026/17", "basis": {"framework": "preliminaire"},
        "motive": "M01", "question": hashlib.sha256(str(us).encode()).hexdigest(), "about": {},
        "sealed": "", "models": [], "app": "0.1.0",
    }  # fmt: skip


@dataclass
class Writer:
    """One shard being written: `records` as values, `lines` as bytes with their line feeds."""

    name: str = "2026H2"
    origin: str = ORIGIN
    seed: int = 7
    previous: Record | None = None
    us: int = BEGUN
    records: list[Record] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    notes: dict[str, bytes] = field(default_factory=dict)
    peaks: list[bytes] = field(default_factory=list)
    last: str = ""

    @property
    def size(self) -> int:
        """How many records there are."""
        return len(self.lines)

    @property
    def root(self) -> bytes:
        """Their Merkle root."""
        return top(self.peaks)

    @property
    def head(self) -> bytes:
        """The newest head, signed: the last seal says the same."""
        return sealed_note(self.origin, self.size, self.root, self.seed)

    @property
    def document(self) -> bytes:
        """inception.json."""
        return inception(self.origin, self.seed, self.previous)

    def put(self, record: Record) -> None:
        """Number, link, seal and append a record."""
        placed = {**record, "seq": self.size, "prev": self.last}
        body = canonical(placed)
        grown(self.peaks, self.size, body)
        self.last = hashlib.sha256(body).hexdigest()
        self.records.append(placed)
        signature = private(self.seed).sign(checkpoint(self.origin, self.size + 1, self.root))
        self.lines.append(body + b"\t" + base64.b64encode(signature) + b"\n")

    def say(self, act: str, **fields: object) -> None:
        """Append a record of that act, one second later."""
        self.us += SECOND
        self.put({**blank(act, self.us), **fields})

    def begin(self) -> None:
        """Append the first record."""
        digest = hashlib.sha256(self.document).hexdigest()
        self.say("inception", about={"inception": digest}, role="administrator", basis=None)

    def ask(self) -> None:
        """Append a question and its answer."""
        self.say("query")
        asked = self.records[-1]
        self.say("result", question=asked["question"], about={"of": asked["seq"], "hits": 3})

    def keep(self) -> None:
        """Keep the head as a checkpoint."""
        self.notes[f"cp-{self.size:09}.note"] = self.head

    def files(self) -> dict[str, bytes]:
        """The shard's files."""
        log = {"inception.json": self.document, "audit.jsonl": b"".join(self.lines)}
        return {**log, "head": self.head, **self.notes}


def lay(folder: Path, shards: dict[str, dict[str, bytes]]) -> Path:
    """Write shards down as `audit/` below an empty folder."""
    for name, files in shards.items():
        (folder / "audit" / name).mkdir(parents=True)
        for file, data in files.items():
            (folder / "audit" / name / file).write_bytes(data)
    return folder
