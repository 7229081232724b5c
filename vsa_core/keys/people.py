"""Each person's two key pairs, kept under a passphrase that nobody else knows."""

import hashlib
import os
import struct
import unicodedata
from dataclasses import dataclass, field

from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vsa_core.errors import Refused, Tampered
from vsa_core.keys.box import open_box, sealing_public
from vsa_core.keys.signatures import sign, signing_public
from vsa_core.keys.wrap import NONCE, Random

SHORTEST = 12
"""Characters of the shortest passphrase accepted."""

MAGIC = b"RELKEYS\x01"
SALT = 16
_FRONT = struct.Struct(f">8sIII{SALT}s{NONCE}s")
_KEYS = 64 + 16  # two private keys and the tag
_SUM = 32


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a passphrase costs (argon2id, RFC 9106): KiB of memory, passes, lanes."""

    memory: int = 65_536
    passes: int = 3
    lanes: int = 1


HIGHEST = Cost(2**20, 16, 16)
"""A file that asks for more than this was made to exhaust the machine."""


@dataclass(frozen=True, slots=True)
class PersonKeys:
    """A person's public keys (hex), and both private keys locked under their passphrase."""

    signing_public: str
    sealing_public: str
    locked: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Unlocked:
    """A person's private keys, in memory from sign-in to lock."""

    name: str
    _signing: bytes = field(repr=False)
    _sealing: bytes = field(repr=False)

    @property
    def signing_public(self) -> str:
        """The Ed25519 public key, hex."""
        return signing_public(self._signing)

    @property
    def sealing_public(self) -> str:
        """The X25519 public key, hex."""
        return sealing_public(self._sealing)

    def sign(self, message: bytes) -> bytes:
        """This person's signature of `message`."""
        return sign(self._signing, message)

    def open_sealed(self, blob: bytes, case: str) -> bytes:
        """What was sealed to this person for that case number; Tampered (KEY-009) otherwise."""
        return open_box(self._sealing, blob, case, self.name)

    def lock(self, passphrase: str, cost: Cost, random: Random = os.urandom) -> bytes:
        """Both private keys under a passphrase: a new one changes nothing else.

        Raises Refused (KEY-001) when the passphrase is too short.
        """
        secret = _secret(passphrase)
        if len(unicodedata.normalize("NFC", passphrase)) < SHORTEST:
            raise Refused("KEY-001", shortest=SHORTEST)
        salt, nonce = random(SALT), random(NONCE)
        front = _FRONT.pack(MAGIC, cost.memory, cost.passes, cost.lanes, salt, nonce)
        key = _stretched(secret, salt, cost)
        sealed = AESGCM(key).encrypt(nonce, self._signing + self._sealing, _bound(front, self.name))
        return front + sealed + hashlib.sha256(front + sealed).digest()


def make_keys(
    name: str, passphrase: str, cost: Cost | None = None, random: Random = os.urandom
) -> PersonKeys:
    """Two new key pairs for `name`; at the default cost a guess takes 64 MiB and about 0.2 s.

    Raises Refused (KEY-001) when the passphrase is too short.
    """
    person = Unlocked(name, random(32), random(32))
    locked = person.lock(passphrase, cost or Cost(), random)
    return PersonKeys(person.signing_public, person.sealing_public, locked)


def unlock(locked: bytes, name: str, passphrase: str) -> Unlocked:
    """The private keys of `name`.

    Raises Tampered (KEY-003) when the bytes are damaged, Refused (KEY-002)
    when the passphrase, or the name they were locked for, is another. The
    checksum tells damage from a wrong passphrase; who recomputes it gains
    nothing, since the keys stay under the tag.
    """
    body, checksum = locked[:-_SUM], locked[-_SUM:]
    if len(body) != _FRONT.size + _KEYS or hashlib.sha256(body).digest() != checksum:
        raise Tampered("KEY-003", name=name)
    front, sealed = body[: _FRONT.size], body[_FRONT.size :]
    magic, memory, passes, lanes, salt, nonce = _FRONT.unpack(front)
    cost = Cost(memory, passes, lanes)
    if magic != MAGIC or not _bearable(cost):
        raise Tampered("KEY-003", name=name)
    key = _stretched(_secret(passphrase), salt, cost)
    try:
        secrets = AESGCM(key).decrypt(nonce, sealed, _bound(front, name))
    except InvalidTag as error:
        raise Refused("KEY-002", name=name) from error
    return Unlocked(name, secrets[:32], secrets[32:])


def _bearable(cost: Cost) -> bool:
    return (
        1 <= cost.lanes <= HIGHEST.lanes
        and 8 * cost.lanes <= cost.memory <= HIGHEST.memory
        and 1 <= cost.passes <= HIGHEST.passes
    )


def _secret(passphrase: str) -> bytes:
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _bound(front: bytes, name: str) -> bytes:
    return front + name.encode("utf-8", "surrogatepass")


def _stretched(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(
        secret, salt, cost.passes, cost.memory, cost.lanes, 32, Type.ID, ARGON2_VERSION
    )
