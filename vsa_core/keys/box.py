"""A secret sealed to one person's public key, for one case: a sealed box that only they open."""

import os

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vsa_core.domain.provenance import canonical
from vsa_core.errors import Tampered
from vsa_core.keys.wrap import Random, unwrap, wrap

PUBLIC = 32


def sealing_public(private: bytes) -> str:
    """The X25519 public key (hex) of 32 private bytes (RFC 7748)."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def seal_to(
    public_hex: str, secret: bytes, case: str, person: str, random: Random = os.urandom
) -> bytes:
    """`secret` for the holder of `public_hex`, bound to the case number and the person's name.

    An ephemeral X25519 key, HKDF-SHA256 over both public keys, AES-256-GCM.
    Raises Tampered (KEY-014) when the public key is not one.
    """
    ephemeral = X25519PrivateKey.from_private_bytes(random(PUBLIC))
    ours = ephemeral.public_key().public_bytes_raw()
    try:
        theirs = bytes.fromhex(public_hex)
        shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(theirs))
    except ValueError as error:
        raise Tampered("KEY-014", name=person) from error
    key = _key(shared, ours, theirs)
    return ours + wrap(key, secret, _context(case, person), random)


def open_box(private: bytes, blob: bytes, case: str, person: str) -> bytes:
    """The secret; Tampered (KEY-009) when altered, or sealed to another or for another case."""
    holder = X25519PrivateKey.from_private_bytes(private)
    mine = holder.public_key().public_bytes_raw()
    try:
        shared = holder.exchange(X25519PublicKey.from_public_bytes(blob[:PUBLIC]))
    except ValueError as error:
        raise Tampered("KEY-009") from error
    return unwrap(_key(shared, blob[:PUBLIC], mine), blob[PUBLIC:], _context(case, person))


def _context(case: str, person: str) -> bytes:
    return canonical({"case": case, "person": person})


def _key(shared: bytes, ephemeral: bytes, holder: bytes) -> bytes:
    return HKDF(
        algorithm=SHA256(), length=32, salt=ephemeral + holder, info=b"relecture/box/v1"
    ).derive(shared)
