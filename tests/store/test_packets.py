"""The packet index of each footage, sealed."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import KEY, digest_of
from vsa_core.domain.footage import PacketIndex
from vsa_core.errors import Tampered, Unreadable
from vsa_core.store.packets import Packets

NONE = -(2**63)


def _index(count: int) -> PacketIndex:
    pts = 3600 * np.arange(count, dtype=np.int64)
    return PacketIndex(
        pts=np.where(np.arange(count) % 9 == 8, NONE, pts),
        dts=pts - 7200,
        size=np.random.default_rng(1).integers(200, 9000, count),
        key=np.arange(count) % 50 == 0,
        pos=np.cumsum(np.full(count, 5000)),
        duration=np.full(count, 3600, np.int64),
    )


def _same(a: PacketIndex, b: PacketIndex) -> bool:
    columns = ("pts", "dts", "size", "key", "pos", "duration")
    alike = [getattr(a, name).dtype == getattr(b, name).dtype for name in columns]
    return all(alike) and all((getattr(a, n) == getattr(b, n)).all() for n in columns)


@pytest.mark.parametrize("count", [0, 1, 1000])
def test_an_index_comes_back(tmp_path: Path, count: int) -> None:
    packets = Packets(tmp_path, KEY)
    packets.write(digest_of(0), _index(count))
    assert _same(packets.read(digest_of(0)), _index(count))


@given(column=st.lists(st.integers(-(2**63), 2**63 - 1), min_size=1, max_size=20))
def test_every_64_bit_value_comes_back(
    tmp_path_factory: pytest.TempPathFactory, column: list[int]
) -> None:
    values = np.array(column, np.int64)
    index = PacketIndex(values, values, values, values > 0, values, values)
    packets = Packets(tmp_path_factory.mktemp("case"), KEY)
    packets.write(digest_of(0), index)
    assert _same(packets.read(digest_of(0)), index)


def test_an_hour_of_packets_takes_little_room(tmp_path: Path) -> None:
    packets = Packets(tmp_path, KEY)
    packets.write(digest_of(0), _index(90_000))
    (path,) = (tmp_path / "packets").iterdir()
    assert path.stat().st_size < 8 * 90_000


def test_the_index_of_another_footage_is_refused(tmp_path: Path) -> None:
    packets = Packets(tmp_path, KEY)
    for number in (0, 1):
        packets.write(digest_of(number), _index(10 + number))
    packets._path(digest_of(1)).replace(packets._path(digest_of(0)))
    with pytest.raises(Tampered, match="STO-002"):
        packets.read(digest_of(0))


def test_damage_absence_and_another_key_are_told(tmp_path: Path) -> None:
    packets = Packets(tmp_path, KEY)
    with pytest.raises(Unreadable, match="STO-001"):
        packets.read(digest_of(0))
    packets.write(digest_of(0), _index(10))
    with pytest.raises(Tampered, match="STO-002"):
        Packets(tmp_path, bytes(32)).read(digest_of(0))
    path = packets._path(digest_of(0))
    path.write_bytes(path.read_bytes() + b"\x00")
    with pytest.raises(Tampered, match="STO-002"):
        packets.read(digest_of(0))
