"""Sealed bytes: nothing in them can be read, cut, extended, swapped or altered unnoticed."""

import json
import os
import struct
from collections.abc import Callable, Iterator, Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered

Random = Callable[[int], bytes]
"""Gives that many unpredictable bytes."""

MAGIC = b"RELSEAL\x01"
CHUNK = 2**20
"""Plaintext bytes of every chunk but the last."""

TAG = 16
_IDENTITY = 16
_PREFIX = 7
_FRONT = struct.Struct(f">{len(MAGIC)}s{_IDENTITY}s{_PREFIX}sI")


def seal(
    plaintext: bytes,
    key: bytes,
    kind: str,
    header: Mapping[str, Canonical],
    random: Random = os.urandom,
) -> bytes:
    """`plaintext` under `key` (32 bytes) as a file of that `kind`.

    Laid out as magic and version, 16 random bytes (the file's identity), the
    7-byte nonce prefix, the length of the header, the canonical header (in
    clear, authenticated), then AES-256-GCM chunks of 1 MiB in the STREAM
    construction (Hoang, Reyhanitabar, Rogaway, Vizar 2015): nonce = prefix,
    32-bit counter, last flag. Everything before the chunks is authenticated
    with each of them; the key of the file is HKDF-SHA256(key, identity, kind).
    """
    text = canonical(header)
    identity, prefix = random(_IDENTITY), random(_PREFIX)
    front = _FRONT.pack(MAGIC, identity, prefix, len(text)) + text
    cipher = AESGCM(_key(key, identity, kind))
    pieces = _pieces(memoryview(plaintext), CHUNK)
    return front + b"".join(
        cipher.encrypt(_nonce(prefix, number, last), piece, front) for number, last, piece in pieces
    )


def unseal(
    data: bytes, key: bytes, kind: str, name: str = ""
) -> tuple[Mapping[str, Canonical], bytes]:
    """Header and plaintext; not a byte of either is interpreted before all are authenticated.

    Raises Tampered (STO-002) when the bytes are not exactly what was sealed
    with this key as this kind; `name` is the file's, for the message.
    """
    refused = Tampered("STO-002", kind=kind, name=name)
    if len(data) < _FRONT.size:
        raise refused
    magic, identity, prefix, length = _FRONT.unpack_from(data)
    body = memoryview(data)[_FRONT.size + length :]
    if magic != MAGIC or len(body) < TAG:
        raise refused
    front = data[: _FRONT.size + length]
    cipher = AESGCM(_key(key, identity, kind))
    try:
        plaintext = b"".join(
            cipher.decrypt(_nonce(prefix, number, last), piece, front)
            for number, last, piece in _pieces(body, CHUNK + TAG)
        )
    except InvalidTag as error:
        raise refused from error
    header: Mapping[str, Canonical] = json.loads(front[_FRONT.size :])
    return header, plaintext


def _pieces(data: memoryview, size: int) -> Iterator[tuple[int, bool, memoryview]]:
    count = max(1, -(-len(data) // size))
    for number in range(count):
        yield number, number == count - 1, data[number * size : (number + 1) * size]


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


def _key(key: bytes, identity: bytes, kind: str) -> bytes:
    info = f"relecture/sealed/v1/{kind}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=identity, info=info).derive(key)
