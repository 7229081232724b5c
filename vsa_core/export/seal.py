"""Signatures over a manifest: Ed25519, by a person and by the installation."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered

DOMAIN = b"relecture-export-v1\n"
"""What precedes the manifest in the signed message: the key signs other things too."""

Sign = Callable[[bytes], bytes]
"""Message to Ed25519 signature (64 bytes)."""

Verify = Callable[[str, bytes, bytes], bool]
"""Public key (hex), message, signature: whether the signature holds."""

FILE = "manifest.sig"

_KEY = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class Party:
    """Who signs: "person" or "installation", a name, an Ed25519 public key in hexadecimal."""

    role: str
    name: str
    key: str

    @property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of the 32 bytes of the public key: what people compare on paper."""
        return hashlib.sha256(bytes.fromhex(self.key)).hexdigest()

    def fields(self) -> dict[str, Canonical]:
        """The party as canonical fields."""
        return {"role": self.role, "name": self.name, "key": self.key}


@dataclass(frozen=True, slots=True)
class Signer:
    """A party and the means to sign in its name."""

    party: Party
    sign: Sign


def sealed(manifest: bytes, signers: tuple[Signer, ...]) -> bytes:
    """The bytes of manifest.sig."""
    marks = [
        {"key": signer.party.key, "signature": signer.sign(DOMAIN + manifest).hex()}
        for signer in signers
    ]
    return canonical({"v": 1, "signatures": marks})


def signing_keys(seal: bytes, manifest: bytes, verify: Verify) -> tuple[str, ...]:
    """The public keys of which every signature holds, in the order of the file.

    Raises Tampered (EXP-104) when the file is not what `sealed` writes, when
    there is no signature, or when one of them does not hold.
    """
    try:
        document = json.loads(seal)
        marks = [(str(one["key"]), str(one["signature"])) for one in document["signatures"]]
        same = canonical(document) == seal and set(document) == {"v", "signatures"}
        whole = all(set(one) == {"key", "signature"} for one in document["signatures"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Tampered("EXP-104", file=FILE) from error
    if not (same and whole and marks and document["v"] == 1):
        raise Tampered("EXP-104", file=FILE)
    for key, signature in marks:
        if not (_KEY.fullmatch(key) and _SIGNATURE.fullmatch(signature)):
            raise Tampered("EXP-104", file=FILE)
        if not verify(key, DOMAIN + manifest, bytes.fromhex(signature)):
            raise Tampered("EXP-104", file=FILE)
    return tuple(key for key, _ in marks)
