"""The digests are those of SHA-256, whole and by block, from one reading."""

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.intake import hashing
from vsa_core.intake.hashing import Hashed, hash_file


def expected(data: bytes, block: int) -> Hashed:
    blocks = (data[at : at + block] for at in range(0, len(data), block))
    digests = tuple(hashlib.sha256(b).hexdigest() for b in blocks)
    return Hashed(hashlib.sha256(data).hexdigest(), len(data), digests)


@given(data=st.binary(max_size=300), block=st.integers(1, 64), chunk=st.integers(1, 64))
def test_whole_and_blocks_are_sha256(data: bytes, block: int, chunk: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        # A block is never smaller than what is read at once.
        patch.setattr(hashing, "BLOCK", max(block, chunk))
        patch.setattr(hashing, "_CHUNK", chunk)
        assert hash_file(io.BytesIO(data)) == expected(data, max(block, chunk))


@pytest.mark.parametrize("size", [0, 1, 2**20 - 1, 2**20, 2**20 + 1])
def test_sizes_around_the_chunk(size: int, tmp_path: Path) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    path = tmp_path / "file"
    path.write_bytes(data[:size])
    with path.open("rb", buffering=0) as file:
        assert hash_file(file) == expected(data[:size], hashing.BLOCK)


def test_it_starts_from_the_first_byte_wherever_the_file_stands() -> None:
    file = io.BytesIO(b"abc")
    file.seek(2)
    assert hash_file(file).digest == hashlib.sha256(b"abc").hexdigest()


def test_a_published_vector() -> None:
    """FIPS 180-4: SHA-256 of "abc"."""
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert hash_file(io.BytesIO(b"abc")).digest == known


def test_it_may_be_stopped_between_two_readings() -> None:
    told: list[int] = []

    def tell() -> None:
        told.append(1)
        if len(told) == 3:
            raise StopIteration

    data = bytes(5 * 2**20)
    with pytest.raises(StopIteration):
        hash_file(io.BytesIO(data), tell)
    assert hash_file(io.BytesIO(data), lambda: told.append(1)) == expected(data, hashing.BLOCK)
    assert len(told) == 3 + 5
