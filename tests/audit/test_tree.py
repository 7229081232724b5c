"""The tree against the reference vectors, the definition, and forged proofs."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.audit.tree import (
    EMPTY,
    Range,
    consistency,
    consistent,
    included,
    inclusion,
    leaf,
    root,
)

# The inputs and roots of the reference implementation of RFC 6962 (certificate-transparency).
VECTORS = [
    bytes.fromhex(text)
    for text in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [leaf(data) for data in VECTORS]
SIZES = st.integers(1, 40)


def naive(leaves: list[bytes]) -> bytes:
    """The definition, word for word (RFC 6962 section 2.1)."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    half = max(1 << n for n in range(len(leaves).bit_length()) if 1 << n < len(leaves))
    return hashlib.sha256(b"\x01" + naive(leaves[:half]) + naive(leaves[half:])).digest()


def numbered(count: int) -> list[bytes]:
    return [leaf(str(number).encode()) for number in range(count)]


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_of_the_reference_implementation(size: int) -> None:
    assert root(LEAVES[:size]).hex() == ROOTS[size - 1]


def test_the_tree_without_leaves() -> None:
    assert Range().root == EMPTY == naive([])


@given(SIZES)
def test_root_is_the_definition(size: int) -> None:
    assert root(numbered(size)) == naive(numbered(size))


@given(SIZES, st.data())
def test_inclusion_is_proved(size: int, data: st.DataObject) -> None:
    leaves = numbered(size)
    index = data.draw(st.integers(0, size - 1))
    path = inclusion(leaves, index)
    assert included(leaves[index], index, size, path, root(leaves))
    assert not included(leaf(b"other"), index, size, path, root(leaves))
    assert not included(leaves[index], index, size, [*path, EMPTY], root(leaves))
    assert not included(leaves[index], size, size, path, root(leaves))
    if size > 1:
        assert not included(leaves[index], index, size, path[:-1], root(leaves))
        assert not included(leaves[index], (index + 1) % size, size, path, root(leaves))


@given(SIZES, st.data())
def test_consistency_is_proved(size: int, data: st.DataObject) -> None:
    leaves = numbered(size)
    old = data.draw(st.integers(1, size))
    path = consistency(leaves, old)
    before, after = root(leaves[:old]), root(leaves)
    assert consistent(old, before, size, after, path)
    assert not consistent(old, EMPTY, size, after, path)
    assert not consistent(old, before, size, EMPTY, path)
    assert not consistent(old, before, size, after, [*path, EMPTY])
    if old < size:
        assert not consistent(old, before, size, after, path[:-1])


@given(SIZES, st.data())
def test_a_rewritten_past_has_no_proof(size: int, data: st.DataObject) -> None:
    leaves = numbered(size)
    old = data.draw(st.integers(1, size))
    changed = data.draw(st.integers(0, old - 1))
    forged = [*leaves[:changed], leaf(b"forged"), *leaves[changed + 1 :], leaf(b"more")]
    proof = consistency(forged, old)
    assert not consistent(old, root(leaves[:old]), size + 1, root(forged), proof)


def test_every_tree_extends_the_empty_one() -> None:
    assert consistent(0, EMPTY, 8, root(LEAVES), [])
    assert not consistent(0, EMPTY, 8, root(LEAVES), [EMPTY])
    assert not consistent(9, EMPTY, 8, root(LEAVES), [])
    assert not consistent(3, EMPTY, 8, root(LEAVES), [])


def test_proofs_of_what_is_not_there() -> None:
    with pytest.raises(ValueError, match="no leaf 8"):
        inclusion(LEAVES, 8)
    with pytest.raises(ValueError, match="no tree of 9"):
        consistency(LEAVES, 9)
