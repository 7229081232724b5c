"""One case key, and the separate keys that each use of it gets (HKDF-SHA256, RFC 5869)."""

import hashlib
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


@dataclass(frozen=True, slots=True, eq=False)
class CaseKeys:
    """The keys of one case, 32 bytes each: knowing one tells nothing of another."""

    segment: bytes = field(repr=False)
    catalogue: bytes = field(repr=False)
    log: bytes = field(repr=False)
    thumbnail: bytes = field(repr=False)
    observations: bytes = field(repr=False)


def subkeys(case_key: bytes) -> CaseKeys:
    """The keys for segments, catalogue, sealed journal payloads and thumbnails of a case.

    `observations` is an X25519 private key (RFC 7748): machines that look for
    the case are told its public half alone.
    """
    return CaseKeys(
        segment=_derived(case_key, "segment"),
        catalogue=_derived(case_key, "catalogue"),
        log=_derived(case_key, "log"),
        thumbnail=_derived(case_key, "thumbnail"),
        observations=_derived(case_key, "observations"),
    )


def commitment(case_key: bytes) -> str:
    """Hex digest that binds to the case key without telling it, for the journal.

    At destruction, a key found later can be shown to be, or not to be, the
    one destroyed. The key is 256 random bits, so the digest needs no salt.
    """
    return hashlib.sha256(b"relecture/commitment/v1" + case_key).hexdigest()


def _derived(case_key: bytes, use: str) -> bytes:
    info = f"relecture/v1/{use}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(case_key)
