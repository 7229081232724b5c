"""Signatures, and the file of a signing key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.errors import Refused, Tampered, Unreadable
from vsa_core.keys.signatures import (
    create_signing_key,
    load_signing_key,
    new_signing_key,
    sign,
    signing_public,
    verify,
)

SEED = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


def test_the_second_vector_of_rfc_8032() -> None:
    assert signing_public(SEED) == PUBLIC
    assert sign(SEED, b"\x72") == SIGNATURE
    assert verify(PUBLIC, b"\x72", SIGNATURE)


@given(st.binary(max_size=300))
def test_a_signature_holds_for_its_message_only(message: bytes) -> None:
    signature = sign(SEED, message)
    assert verify(PUBLIC, message, signature)
    assert not verify(PUBLIC, message + b"\x00", signature)
    assert not verify(signing_public(bytes(32)), message, signature)


@given(st.integers(0, 511))
def test_any_flipped_bit_of_a_signature_is_seen(bit: int) -> None:
    altered = bytearray(SIGNATURE)
    altered[bit // 8] ^= 1 << bit % 8
    assert not verify(PUBLIC, b"\x72", bytes(altered))


@pytest.mark.parametrize("public", ["", "zz", "00", PUBLIC[:-2], PUBLIC + "00"])
def test_a_malformed_public_key_verifies_nothing(public: str) -> None:
    assert not verify(public, b"\x72", SIGNATURE)
    assert not verify(PUBLIC, b"\x72", b"")


def test_a_key_is_made_kept_and_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "log.key"
    made = create_signing_key(path)
    assert load_signing_key(path) == made
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Refused, match="KEY-012"):
        create_signing_key(path)
    assert load_signing_key(path) == made


def test_new_keys_differ() -> None:
    assert new_signing_key() != new_signing_key()


@pytest.mark.parametrize("content", [b"", b"zz", b"\xff\xfe", b"00" * 31, b"00" * 33 + b"\n"])
def test_a_file_that_holds_no_key_is_tampered(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "log.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(Tampered, match="KEY-006"):
        load_signing_key(path)


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    create_signing_key(tmp_path / "log.key")
    (tmp_path / "log.key").chmod(0o644)
    with pytest.raises(Refused, match="KEY-004"):
        load_signing_key(tmp_path / "log.key")
    with pytest.raises(Unreadable, match="KEY-005"):
        load_signing_key(tmp_path / "absent.key")
