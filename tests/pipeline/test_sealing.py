import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.errors import Tampered
from vsa_core.keys.box import sealing_public
from vsa_core.keys.subkeys import subkeys
from vsa_core.pipeline.sealing import open_observed, seal_observed

PRIVATE = subkeys(b"k" * 32).observations
PUBLIC = sealing_public(PRIVATE)


def code(private: bytes, order: bytes, sealed: bytes) -> str:
    with pytest.raises(Tampered) as caught:
        open_observed(private, order, sealed)
    return caught.value.code


@given(st.binary(max_size=64), st.binary(max_size=256))
def test_the_case_opens_what_was_sealed_to_it(order: bytes, observed: bytes) -> None:
    sealed = seal_observed(PUBLIC, order, observed)
    assert open_observed(PRIVATE, order, sealed) == observed


def test_who_sealed_cannot_open_again() -> None:
    sealed = seal_observed(PUBLIC, b"order", b"seen here")
    assert code(bytes.fromhex(PUBLIC), b"order", sealed) == "KEY-009"
    assert b"seen here" not in sealed


def test_another_case_opens_nothing() -> None:
    sealed = seal_observed(PUBLIC, b"order", b"seen")
    assert code(subkeys(b"j" * 32).observations, b"order", sealed) == "KEY-009"


def test_what_answers_one_order_answers_no_other() -> None:
    assert code(PRIVATE, b"other", seal_observed(PUBLIC, b"order", b"seen")) == "KEY-009"


@given(st.integers(0, 8 * 70 - 1))
def test_no_bit_of_it_can_be_changed(bit: int) -> None:
    sealed = bytearray(seal_observed(PUBLIC, b"order", b"seen here."))
    assert len(sealed) == 70
    sealed[bit // 8] ^= 1 << bit % 8
    assert code(PRIVATE, b"order", bytes(sealed)) == "KEY-009"


@pytest.mark.parametrize("public", ["", "00", "zz" * 32, "00" * 32])
def test_a_public_key_that_is_none_is_refused(public: str) -> None:
    with pytest.raises(Tampered, match="KEY-014"):
        seal_observed(public, b"order", b"seen")
