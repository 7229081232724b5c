"""Proofs that hold without the rest of the log: one record is in it; nothing before was changed."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.head import Head, read_stated
from vsa_core.audit.lines import read_lines
from vsa_core.audit.shard import Shard, named, read_small
from vsa_core.audit.tree import Range, consistency, inclusion, leaf, root
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered, WrongUsage


def inclusion_proof(folder: Path, shard_name: str, index: int) -> bytes:
    """That record `index` of a shard is in its newest signed head (RFC 9162 section 2.1.3).

    Canonical JSON and a line feed, as docs/journal-format.md says. Raises
    WrongUsage (AUD-024) when that head counts no such record or there is no
    such shard, Tampered (AUD-010, AUD-111 to AUD-113) when the log is not the
    head's. Seals and signatures are not checked here.
    """
    stated = _stated(folder, shard_name)
    if not 0 <= index < stated.head.size:
        raise WrongUsage("AUD-024", shard=shard_name, place=index)
    path = inclusion(stated.leaves, index)
    found: dict[str, Canonical] = {
        "kind": "inclusion",
        "shard": shard_name,
        "record": _body(stated.shard, index).decode("utf-8"),
        "index": index,
        "size": stated.head.size,
        "path": _texts(path),
        "checkpoint": stated.note.decode("utf-8"),
    }
    return canonical(found) + b"\n"


def consistency_proof(folder: Path, shard_name: str, old_size: int) -> bytes:
    """That a shard's first `old_size` records were kept as they were (RFC 9162 section 2.1.4).

    Form and faults as `inclusion_proof`.
    """
    stated = _stated(folder, shard_name)
    if not 0 < old_size <= stated.head.size:
        raise WrongUsage("AUD-024", shard=shard_name, place=old_size)
    found: dict[str, Canonical] = {
        "kind": "consistency",
        "shard": shard_name,
        "old_size": old_size,
        "old_root": _texts([root(stated.leaves[:old_size])])[0],
        "size": stated.head.size,
        "path": _texts(consistency(stated.leaves, old_size)),
        "checkpoint": stated.note.decode("utf-8"),
    }
    return canonical(found) + b"\n"


def root_at(shard: Shard, size: int) -> bytes:
    """The Merkle root (32 bytes) of a shard's first `size` records, b"" when it has fewer."""
    grown = Range()
    for body in _bodies(shard):
        if grown.size == size:
            break
        grown = grown.added(leaf(body))
    return grown.root if grown.size == size else b""


@dataclass(frozen=True, slots=True)
class _Stated:
    """A shard's newest signed head, as bytes and as value, and the leaves that it counts."""

    shard: Shard
    note: bytes
    head: Head
    leaves: Sequence[bytes]


def _stated(folder: Path, shard_name: str) -> _Stated:
    shard = named(folder, shard_name)
    note = read_small(shard.head, "AUD-111")
    head = read_stated(note)
    leaves: list[bytes] = []
    for body in _bodies(shard):
        if len(leaves) == head.size:
            break
        leaves.append(leaf(body))
    if len(leaves) < head.size:
        raise Tampered("AUD-112", place=len(leaves))
    if root(leaves) != head.root:
        raise Tampered("AUD-113", place=head.size)
    return _Stated(shard, note, head, leaves)


def _body(shard: Shard, index: int) -> bytes:
    return next(body for place, body in enumerate(_bodies(shard)) if place == index)


def _bodies(shard: Shard) -> Iterator[bytes]:
    """The records' bytes; what a line holds besides is not looked at."""
    for raw in read_lines(shard.log):
        if raw.endswith(b"\n"):
            yield raw.partition(b"\t")[0]


def _texts(hashes: Sequence[bytes]) -> list[str]:
    return [base64.b64encode(one).decode() for one in hashes]
