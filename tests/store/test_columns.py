"""Rows as compressed bytes, and back without trusting their size."""

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.track import POINT, TRACK
from vsa_core.errors import Tampered
from vsa_core.store.columns import pack, unpack


@given(st.lists(st.tuples(*[st.integers(0, 65_535)] * 5), max_size=50))
def test_every_row_comes_back(rows: list[tuple[int, ...]]) -> None:
    table = np.array(rows, POINT)
    assert unpack(pack(table), POINT, len(table)).tobytes() == table.tobytes()


def test_fields_of_several_values_and_strided_rows_come_back() -> None:
    table = np.zeros(20, TRACK)
    table["extent"] = np.arange(80).reshape(20, 4)
    assert (unpack(pack(table[::2]), TRACK, 10) == table[::2]).all()


@pytest.mark.parametrize("count", [0, 9, 11, 10**6])
def test_another_number_of_rows_is_refused(count: int) -> None:
    with pytest.raises(Tampered, match="STO-003"):
        unpack(pack(np.zeros(10, POINT)), POINT, count)


def test_bytes_that_swell_are_not_let_grow() -> None:
    bomb = zlib.compress(bytes(200_000_000), 9)
    with pytest.raises(Tampered, match="STO-003"):
        unpack(bomb, POINT, 10)


@pytest.mark.parametrize("data", [b"", b"not deflate", zlib.compress(bytes(120)) + b"more"])
def test_nonsense_is_refused(data: bytes) -> None:
    with pytest.raises(Tampered, match="STO-003"):
        unpack(data, POINT, 10)
