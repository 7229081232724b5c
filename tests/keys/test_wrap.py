"""Small secrets under a symmetric key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.errors import Tampered
from vsa_core.keys.wrap import unwrap, wrap

KEY = bytes(range(32))


@given(st.binary(max_size=200), st.binary(max_size=40))
def test_what_was_wrapped_comes_back(secret: bytes, context: bytes) -> None:
    assert unwrap(KEY, wrap(KEY, secret, context), context) == secret


@given(st.integers(0, 8 * 44 - 1))
def test_any_flipped_bit_is_seen(bit: int) -> None:
    blob = bytearray(wrap(KEY, b"sixteen letters.", b"here"))
    blob[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered, match="KEY-009"):
        unwrap(KEY, bytes(blob), b"here")


@pytest.mark.parametrize("length", [0, 5, 12, 27])
def test_a_cut_blob_is_seen(length: int) -> None:
    with pytest.raises(Tampered, match="KEY-009"):
        unwrap(KEY, wrap(KEY, b"", b"")[:length], b"")


def test_another_key_or_context_opens_nothing() -> None:
    blob = wrap(KEY, b"secret", b"here")
    with pytest.raises(Tampered):
        unwrap(bytes(32), blob, b"here")
    with pytest.raises(Tampered):
        unwrap(KEY, blob, b"there")


def test_two_wrappings_share_nothing_and_randomness_can_be_given() -> None:
    assert wrap(KEY, b"secret", b"") != wrap(KEY, b"secret", b"")
    assert wrap(KEY, b"s", b"", bytes) == wrap(KEY, b"s", b"", bytes)
