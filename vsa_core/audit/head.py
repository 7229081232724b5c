"""The signed head of the journal: a C2SP checkpoint over origin, size and root."""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from vsa_core.audit.tree import Range
from vsa_core.errors import Tampered, WrongUsage

Sign = Callable[[bytes], bytes]
"""Message to Ed25519 signature (64 bytes)."""

Verify = Callable[[str, bytes, bytes], bool]
"""Public key (hex), message, signature: whether the signature holds."""

SIGNATURE = 64
_ORIGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_-]{0,127}")
_ED25519 = b"\x01"


@dataclass(frozen=True, slots=True)
class Head:
    """What the whole journal amounts to at one size; `root` is 32 bytes."""

    origin: str
    size: int
    root: bytes

    @property
    def body(self) -> bytes:
        """The C2SP checkpoint text that is signed: origin, size, root in base64, one a line."""
        root = base64.b64encode(self.root).decode()
        return f"{self.origin}\n{self.size}\n{root}\n".encode()

    @property
    def printed(self) -> str:
        """What is printed on paper: the size and the root in hexadecimal."""
        return f"{self.size} : {self.root.hex()}"


@dataclass(frozen=True, slots=True)
class Checker:
    """Tells whether a seal was made by the key of this journal; `public_key` is hexadecimal."""

    origin: str
    public_key: str
    verify: Verify

    def head(self, grown: Range) -> Head:
        """The head of a tree of this journal."""
        return Head(self.origin, grown.size, grown.root)

    def holds(self, head: Head, signature: bytes) -> bool:
        """Whether `signature` seals `head`."""
        return self.verify(self.public_key, head.body, signature)


def check_origin(origin: str) -> None:
    """Raise WrongUsage (AUD-016) unless `origin` can name a key in a C2SP signed note."""
    if not _ORIGIN.fullmatch(origin):
        raise WrongUsage("AUD-016", field="origin")


def sealed_line(body: bytes, signature: bytes) -> bytes:
    """One line of the journal: canonical record, TAB, signature in base64, LF."""
    return body + b"\t" + base64.b64encode(signature) + b"\n"


def note(head: Head, public_key: str, signature: bytes) -> bytes:
    """The head as a C2SP signed note, which tools that are not ours can check."""
    mark = base64.b64encode(_key_id(head.origin, public_key) + signature).decode()
    return head.body + f"\n— {head.origin} {mark}\n".encode()


def read_note(data: bytes, checker: Checker, file: str = "head", code: str = "AUD-111") -> Head:
    """The head that a signed note states; `file` names it in the fault.

    Raises Tampered (`code`) unless this key signed it, for this origin.
    """
    try:
        head, signature = _parsed(data)
    except ValueError as error:
        raise Tampered(code, file=file) from error
    if note(head, checker.public_key, signature) != data or head.origin != checker.origin:
        raise Tampered(code, file=file)
    if not checker.holds(head, signature):
        raise Tampered(code, file=file)
    return head


def read_stated(data: bytes) -> Head:
    """The head that a note claims, believed by nobody yet; Tampered (AUD-111) for no note."""
    try:
        return _parsed(data)[0]
    except ValueError as error:
        raise Tampered("AUD-111", file="head") from error


def stated_size(data: bytes) -> int:
    """The size that a note claims, believed by nobody yet; 0 when it is no note."""
    try:
        return _parsed(data)[0].size
    except ValueError:
        return 0


def _parsed(data: bytes) -> tuple[Head, bytes]:
    origin, size, root, _, mark, end = data.decode("utf-8").split("\n")
    if end or not (size.isascii() and size.isdecimal() and len(size) < 16):
        raise ValueError("not a checkpoint")
    signature = base64.b64decode(mark.rpartition(" ")[2], validate=True)[4:]
    return Head(origin, int(size), base64.b64decode(root, validate=True)), signature


def _key_id(name: str, public_key: str) -> bytes:
    """The C2SP key identifier: the first four bytes of SHA-256 of name, LF, 0x01, key."""
    key = bytes.fromhex(public_key)
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + key).digest()[:4]
