"""Sealed bytes: opened whole with the right key, or not at all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import KEY, counted
from vsa_core.errors import Tampered
from vsa_core.store.sealed import CHUNK, TAG, seal, unseal

FRONT = 8 + 16 + 7 + 4


@given(
    st.binary(max_size=300),
    st.dictionaries(st.sampled_from("abc"), st.integers(-9, 9) | st.text(max_size=5)),
)
def test_what_was_sealed_comes_back(plain: bytes, header: dict[str, int | str]) -> None:
    assert unseal(seal(plain, KEY, "k", header), KEY, "k") == (header, plain)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])
def test_every_size_around_a_chunk_comes_back(size: int) -> None:
    plain = np.random.default_rng(size).bytes(size)
    sealed = seal(plain, KEY, "k", {})
    assert len(sealed) == FRONT + 2 + size + TAG * max(1, -(-size // CHUNK))
    assert unseal(sealed, KEY, "k") == ({}, plain)


def _refused(data: bytes, key: bytes = KEY, kind: str = "k") -> None:
    with pytest.raises(Tampered) as told:
        unseal(data, key, kind, "x.seg")
    assert (told.value.code, told.value.values) == ("STO-002", {"kind": kind, "name": "x.seg"})


SMALL = seal(b"observations " * 9, KEY, "k", {"run": "abc"})


@given(st.integers(0, 8 * len(SMALL) - 1))
def test_any_flipped_bit_is_seen(bit: int) -> None:
    data = bytearray(SMALL)
    data[bit // 8] ^= 1 << bit % 8
    _refused(bytes(data))


@given(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=40))
def test_any_cut_and_any_addition_is_seen(length: int, more: bytes) -> None:
    _refused(SMALL[:length])
    _refused(SMALL + more)
    _refused(SMALL[:length] + more + SMALL[length:])


def test_another_key_or_kind_opens_nothing() -> None:
    _refused(SMALL, key=bytes(32))
    _refused(SMALL, kind="ledger")


def _large(seed: int = 0) -> tuple[bytes, list[bytes]]:
    sealed = seal(np.random.default_rng(seed).bytes(3 * CHUNK), KEY, "k", {})
    start, step = FRONT + 2, CHUNK + TAG
    return sealed[:start], [sealed[start + n * step : start + (n + 1) * step] for n in range(3)]


def test_chunks_swapped_dropped_doubled_or_borrowed_are_seen() -> None:
    front, (a, b, c) = _large()
    other_front, (d, e, f) = _large(1)
    assert unseal(front + a + b + c, KEY, "k")
    mixtures = [b + a + c, a + b, a + c, b + c, a + b + c + c, a + a + c, a + b + c[:-1], a + e + c]
    for body in (*mixtures, d + e + f, b""):
        _refused(front + body)
    _refused(other_front + a + b + c)


def test_nothing_is_parsed_before_all_is_authenticated(monkeypatch: pytest.MonkeyPatch) -> None:
    def parsed(_: bytes) -> None:
        raise AssertionError("bytes that were not authenticated were interpreted")

    monkeypatch.setattr("vsa_core.store.sealed.json.loads", parsed)
    _refused(SMALL[:-1] + bytes([SMALL[-1] ^ 1]))
    with pytest.raises(AssertionError):
        unseal(SMALL, KEY, "k")


def test_a_length_that_reaches_past_the_end_is_refused() -> None:
    _refused(SMALL[: FRONT - 4] + b"\xff\xff\xff\xff" + SMALL[FRONT:])


def test_two_sealings_share_nothing_and_randomness_can_be_given() -> None:
    one, two = seal(b"x" * 100, KEY, "k", {}), seal(b"x" * 100, KEY, "k", {})
    assert one[FRONT:] != two[FRONT:]
    assert b"x" * 8 not in one
    assert seal(b"x", KEY, "k", {}, counted()) == seal(b"x", KEY, "k", {}, counted())


def test_a_header_is_canonical() -> None:
    with pytest.raises(ValueError, match="canonical"):
        seal(b"", KEY, "k", {"share": 0.5})  # type: ignore[dict-item]  # the fault to be refused
