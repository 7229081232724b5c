"""Small secrets under a symmetric key: AES-256-GCM, with what they belong to bound in."""

import os
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vsa_core.errors import Tampered

Random = Callable[[int], bytes]
"""Gives that many unpredictable bytes."""

NONCE = 12


def wrap(key: bytes, secret: bytes, context: bytes, random: Random = os.urandom) -> bytes:
    """`secret` under the 32-byte `key` (NIST SP 800-38D): nonce, ciphertext, tag.

    `context` is not in the result, and must be given again to open it.
    """
    nonce = random(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, secret, context)


def unwrap(key: bytes, blob: bytes, context: bytes) -> bytes:
    """The secret; Tampered (KEY-009) when key, context or a single bit is not what it was."""
    try:
        return AESGCM(key).decrypt(blob[:NONCE], blob[NONCE:], context)
    except (InvalidTag, ValueError) as error:
        raise Tampered("KEY-009") from error
