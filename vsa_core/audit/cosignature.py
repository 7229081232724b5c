"""The DPO's cosignature of a head (C2SP cosignature/v1): made elsewhere, only read here."""

import base64
import hashlib
from dataclasses import dataclass

from vsa_core.audit.head import SIGNATURE, Checker, Head, read_note
from vsa_core.errors import Tampered, WrongUsage

_COSIGNATURE = b"\x04"
_KEY = 32
_TIME = 8
_LONGEST = 128


@dataclass(frozen=True, slots=True)
class Witness:
    """Who cosigns: a C2SP key name, and an Ed25519 public key in hexadecimal."""

    name: str
    key: str

    @property
    def key_id(self) -> bytes:
        """The first four bytes of SHA-256 of name, LF, 0x04, public key."""
        raw = self.name.encode() + b"\n" + _COSIGNATURE + bytes.fromhex(self.key)
        return hashlib.sha256(raw).digest()[:4]

    @property
    def written(self) -> str:
        """The C2SP verifier key: name+keyid+base64(0x04 ‖ public key)."""
        key = base64.b64encode(_COSIGNATURE + bytes.fromhex(self.key)).decode()
        return f"{self.name}+{self.key_id.hex()}+{key}"


@dataclass(frozen=True, slots=True)
class Cosigned:
    """A head that a witness saw: `time` in seconds since 1970 UTC by her clock, her `name`."""

    head: Head
    time: int
    name: str


def read_witness(text: str) -> Witness:
    """The witness that a C2SP verifier key names, surrounding white space apart.

    Raises WrongUsage (AUD-023) for anything that is not exactly one such key.
    """
    vkey = text.strip()
    name, _, rest = vkey.partition("+")
    try:
        key = base64.b64decode(rest.partition("+")[2], validate=True)
    except ValueError as error:
        raise WrongUsage("AUD-023") from error
    witness = Witness(name, key[1:].hex())
    if not _is_name(name) or len(key) != 1 + _KEY or witness.written != vkey:
        raise WrongUsage("AUD-023")
    return witness


def read_cosigned(data: bytes, checker: Checker, witness: Witness) -> Cosigned:
    """The head that `data` states, sealed by the log and cosigned by `witness`.

    The note has exactly these two signatures, in this order, and no other
    byte. Raises Tampered: AUD-111 without the log's own, AUD-124 without hers.
    """
    own, line = _parted(data)
    head = read_note(own, checker, file="note")
    mark = _mark(line, witness)
    seconds, signature = mark[:_TIME], mark[_TIME:]
    time = int.from_bytes(seconds, "big")
    message = f"cosignature/v1\ntime {time}\n".encode() + head.body
    if not checker.verify(witness.key, message, signature):
        raise Tampered("AUD-124", file="note", place=head.size)
    return Cosigned(head, time, witness.name)


def own_part(data: bytes) -> bytes:
    """A cosigned note without the cosignature: the log's own checkpoint. Tampered (AUD-124)."""
    return _parted(data)[0]


def _parted(data: bytes) -> tuple[bytes, bytes]:
    """The log's own note, and the line below it; Tampered (AUD-124) when there is none."""
    own, separator, line = data.removesuffix(b"\n").rpartition(b"\n")
    if not separator or not data.endswith(b"\n"):
        raise Tampered("AUD-124", file="note")
    return own + b"\n", line


def _mark(line: bytes, witness: Witness) -> bytes:
    """Time and signature of the witness's line."""
    head, _, text = line.rpartition(b" ")
    try:
        mark = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Tampered("AUD-124", file="note") from error
    right = head == f"— {witness.name}".encode() and base64.b64encode(mark) == text
    if not right or mark[:4] != witness.key_id or len(mark) != 4 + _TIME + SIGNATURE:
        raise Tampered("AUD-124", file="note")
    return mark[4:]


def _is_name(name: str) -> bool:
    """Whether it may name a key in a signed note: no space, no plus, nothing that hides."""
    return 0 < len(name) <= _LONGEST and "+" not in name and name.isprintable() and " " not in name
