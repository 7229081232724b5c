"""Signatures: each must hold, over these very bytes, in the only form that is written."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tests.export.signing import signer, verify
from vsa_core.domain.provenance import canonical
from vsa_core.errors import Tampered
from vsa_core.export.seal import DOMAIN, Party, sealed, signing_keys

BODY = b'{"v":1}'
PAIR = (signer(1, "person"), signer(2, "installation"))
SEAL = sealed(BODY, PAIR)


def test_both_keys_are_told() -> None:
    assert signing_keys(SEAL, BODY, verify) == tuple(one.party.key for one in PAIR)


def test_the_signed_message_is_the_line_and_the_manifest() -> None:
    """What the notice tells people to check by hand."""
    mark = json.loads(SEAL)["signatures"][0]
    key = Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32).public_key()
    key.verify(bytes.fromhex(mark["signature"]), b"relecture-export-v1\n" + BODY)
    assert DOMAIN == b"relecture-export-v1\n"


@given(st.integers(0, len(SEAL) * 8 - 1))
def test_any_bit_of_the_seal_matters(bit: int) -> None:
    bent = bytearray(SEAL)
    bent[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered, match="EXP-104"):
        signing_keys(bytes(bent), BODY, verify)


def test_other_bytes_are_not_signed() -> None:
    with pytest.raises(Tampered, match="EXP-104"):
        signing_keys(SEAL, BODY + b" ", verify)


@pytest.mark.parametrize(
    "forged",
    [
        b"",
        b"[]",
        b"null",
        b"[" * 100_000,
        b"\xff",
        canonical({"v": 1, "signatures": []}),
        canonical({"v": 2, "signatures": json.loads(SEAL)["signatures"]}),
        canonical({"v": 1, "signatures": json.loads(SEAL)["signatures"], "x": 1}),
        canonical({"v": 1, "signatures": "ab"}),
        canonical({"v": 1, "signatures": [{"key": "00", "signature": "00"}]}),
        canonical({"v": 1, "signatures": [{"key": "0" * 64, "signature": "0" * 128, "y": 1}]}),
        SEAL + b"\n",
        SEAL.upper(),
    ],
)
def test_anything_else_is_refused(forged: bytes) -> None:
    with pytest.raises(Tampered, match="EXP-104"):
        signing_keys(forged, BODY, verify)


def test_a_fingerprint_is_that_of_the_key() -> None:
    assert Party("person", "x", "00" * 32).fingerprint.startswith("66687aadf862bd77")
