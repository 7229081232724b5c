"""Secrets sealed to one person for one case."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vsa_core.errors import Tampered
from vsa_core.keys.box import open_box, seal_to, sealing_public

ALICE, BOB = bytes(range(32)), bytes(range(32, 64))
SECRET = b"the key of a case, 32 bytes long"


def _sealed() -> bytes:
    return seal_to(sealing_public(ALICE), SECRET, "2026/114", "alice")


def test_the_public_key_is_that_of_rfc_7748() -> None:
    private = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"
    public = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"
    assert sealing_public(bytes.fromhex(private)) == public


@given(st.binary(max_size=100), st.text(max_size=20), st.text(max_size=20))
def test_the_holder_opens_it(secret: bytes, case: str, person: str) -> None:
    blob = seal_to(sealing_public(ALICE), secret, case, person)
    assert open_box(ALICE, blob, case, person) == secret


@pytest.mark.parametrize(
    ("private", "case", "person"),
    [(BOB, "2026/114", "alice"), (ALICE, "2026/115", "alice"), (ALICE, "2026/114", "bob")],
)
def test_nobody_else_opens_it_nor_for_another_case(private: bytes, case: str, person: str) -> None:
    with pytest.raises(Tampered, match="KEY-009"):
        open_box(private, _sealed(), case, person)


@given(st.integers(0, 8 * (32 + 12 + 32 + 16) - 1))
@example(255)
def test_any_flipped_bit_is_seen(bit: int) -> None:
    """The top bit of the point too: X25519 ignores it (RFC 7748), the derivation does not."""
    blob = bytearray(_sealed())
    blob[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered, match="KEY-009"):
        open_box(ALICE, bytes(blob), "2026/114", "alice")


@pytest.mark.parametrize("length", [0, 31, 32, 50, 91])
def test_a_cut_box_is_seen(length: int) -> None:
    with pytest.raises(Tampered, match="KEY-009"):
        open_box(ALICE, _sealed()[:length], "2026/114", "alice")


@pytest.mark.parametrize("public", ["", "zz", "00" * 31, "00" * 32, "01" + "00" * 31])
def test_a_public_key_that_is_none_is_refused(public: str) -> None:
    with pytest.raises(Tampered, match="KEY-014"):
        seal_to(public, SECRET, "2026/114", "alice")


def test_two_boxes_share_nothing() -> None:
    assert _sealed()[:32] != _sealed()[:32]
