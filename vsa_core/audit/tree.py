"""The Merkle tree of RFC 6962: hashes, roots, and the two proofs of RFC 9162."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

EMPTY = hashlib.sha256(b"").digest()
"""The root of a tree without leaves."""


def leaf(data: bytes) -> bytes:
    """Hash of one record (RFC 6962 section 2.1): SHA-256 of 0x00 and the bytes."""
    return hashlib.sha256(b"\x00" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Hash of two subtrees (RFC 6962 section 2.1): SHA-256 of 0x01 and both hashes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Range:
    """A compact range: the roots of the perfect subtrees of the first `size` leaves, tall first."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def added(self, leaf_hash: bytes) -> "Range":
        """The range after one more leaf; logarithmic in size, constant on average."""
        peaks, rest = list(self.peaks), self.size
        while rest & 1:
            leaf_hash = node(peaks.pop(), leaf_hash)
            rest >>= 1
        return Range(self.size + 1, (*peaks, leaf_hash))

    @property
    def root(self) -> bytes:
        """The Merkle tree hash (32 bytes) of the leaves so far."""
        if not self.peaks:
            return EMPTY
        *taller, result = self.peaks
        for peak in reversed(taller):
            result = node(peak, result)
        return result


def root(leaves: Sequence[bytes]) -> bytes:
    """The Merkle tree hash of a list of leaf hashes."""
    grown = Range()
    for leaf_hash in leaves:
        grown = grown.added(leaf_hash)
    return grown.root


def inclusion(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The audit path of leaf `index` (RFC 6962 section 2.1.1), from the leaf to the root.

    Raises ValueError when there is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise ValueError(f"no leaf {index} among {len(leaves)}")
    if len(leaves) == 1:
        return []
    half = _half(len(leaves))
    if index < half:
        return [*inclusion(leaves[:half], index), root(leaves[half:])]
    return [*inclusion(leaves[half:], index - half), root(leaves[:half])]


def consistency(leaves: Sequence[bytes], old: int) -> list[bytes]:
    """Proof that the first `old` leaves were kept as they were (RFC 6962 section 2.1.2).

    Raises ValueError unless 0 < old <= number of leaves.
    """
    if not 0 < old <= len(leaves):
        raise ValueError(f"no tree of {old} leaves within {len(leaves)}")
    return _subproof(leaves, old, whole=True)


def included(leaf_hash: bytes, index: int, size: int, path: Sequence[bytes], top: bytes) -> bool:
    """Whether `path` proves that leaf `index` is in the tree of `size` (RFC 9162 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf_hash
    for step in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node(step, found)
            at, last = _climb(at, last)
        else:
            found = node(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and found == top


def consistent(old: int, old_top: bytes, new: int, new_top: bytes, path: Sequence[bytes]) -> bool:
    """Whether `path` proves that the new tree extends the old one (RFC 9162 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        return not path and old_top == (EMPTY if old == 0 else new_top)
    steps = [old_top, *path] if old & (old - 1) == 0 else list(path)
    return bool(steps) and _extends(old - 1, new - 1, steps, (old_top, new_top))


def _extends(at: int, last: int, steps: list[bytes], tops: tuple[bytes, bytes]) -> bool:
    while at & 1:
        at, last = at >> 1, last >> 1
    old_found = new_found = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old_found, new_found = node(step, old_found), node(step, new_found)
            at, last = _climb(at, last)
        else:
            new_found = node(new_found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and (old_found, new_found) == tops


def _climb(at: int, last: int) -> tuple[int, int]:
    while at and not at & 1:
        at, last = at >> 1, last >> 1
    return at, last


def _half(count: int) -> int:
    """The largest power of two below `count`."""
    return 1 << ((count - 1).bit_length() - 1)


def _subproof(leaves: Sequence[bytes], old: int, whole: bool) -> list[bytes]:
    if old == len(leaves):
        return [] if whole else [root(leaves)]
    half = _half(len(leaves))
    if old <= half:
        return [*_subproof(leaves[:half], old, whole), root(leaves[half:])]
    return [*_subproof(leaves[half:], old - half, False), root(leaves[:half])]
