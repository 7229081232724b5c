"""Ed25519 signatures (RFC 8032), and the file that keeps a machine's signing key."""

import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from vsa_core.errors import Refused, Tampered
from vsa_core.keys.private_file import read_private, write_private
from vsa_core.keys.wrap import Random

PRIVATE = 32


def new_signing_key(random: Random = os.urandom) -> bytes:
    """32 private bytes."""
    return random(PRIVATE)


def signing_public(private: bytes) -> str:
    """The public key (hex) of 32 private bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def sign(private: bytes, message: bytes) -> bytes:
    """The 64-byte signature of `message`; the same message always gives the same signature."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def verify(public_hex: str, message: bytes, signature: bytes) -> bool:
    """Whether the holder of `public_hex` signed exactly `message`; False when malformed."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def create_signing_key(path: Path, random: Random = os.urandom) -> bytes:
    """Make a key and keep it at `path`, mode 0600; never over a key that is there (KEY-012).

    Raises Refused (KEY-012), Unreadable (KEY-011).
    """
    if path.exists() or path.is_symlink():
        raise Refused("KEY-012", file=path.name)
    private = new_signing_key(random)
    write_private(path, private.hex().encode() + b"\n")
    return private


def load_signing_key(path: Path) -> bytes:
    """The private bytes kept at `path`.

    Raises Refused (KEY-004) when others may read the file, Unreadable
    (KEY-005) when it is absent, Tampered (KEY-006) when it holds no key.
    """
    text = read_private(path)
    try:
        private = bytes.fromhex(text.decode("ascii").removesuffix("\n"))
    except ValueError as error:
        raise Tampered("KEY-006", file=path.name) from error
    if len(private) != PRIVATE:
        raise Tampered("KEY-006", file=path.name)
    return private
