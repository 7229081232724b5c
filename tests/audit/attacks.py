"""What a forger does to a log: with no key, with a key of their own, with the stolen one."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.audit.world import ORIGIN, lines_of, pen, public, rewrite, shard_of
from vsa_core.audit.entry import encoded
from vsa_core.audit.head import Head, note, sealed_line
from vsa_core.audit.lines import parse
from vsa_core.audit.tree import Range, leaf
from vsa_core.domain.provenance import Canonical

Record = dict[str, Canonical]


@dataclass(frozen=True)
class Attack:
    """A change at one place, the code that must name it, and where from that place."""

    name: str
    change: Callable[[list[bytes], int], list[bytes]]
    code: str
    shift: int = 0


def record_of(raw: bytes) -> Record:
    """The record of a line."""
    found: Record = json.loads(raw.partition(b"\t")[0])
    return found


def edited(raw: bytes, **changes: Canonical) -> bytes:
    """The line with other fields under its old seal."""
    return sealed_line(encoded({**record_of(raw), **changes}), parse(raw, 0).seal)


def resealed(lines: list[bytes], start: int, seed: int) -> list[bytes]:
    """The lines with numbers, links and seals made anew from `start` on, with the key of `seed`."""
    tree, prev = Range(), ""
    out: list[bytes] = []
    for number, raw in enumerate(lines):
        body = parse(raw, 0).body
        if number >= start:
            body = encoded({**record_of(raw), "seq": number, "prev": prev})
        tree, prev = tree.added(leaf(body)), hashlib.sha256(body).hexdigest()
        seal = pen(seed).sign(Head(ORIGIN, tree.size, tree.root).body)
        out.append(sealed_line(body, seal) if number >= start else raw)
    return out


def put_head(folder: Path, seed: int = 7) -> None:
    """Make the head copy agree with the log, with the key of `seed`."""
    tree = Range()
    for raw in lines_of(folder):
        tree = tree.added(leaf(parse(raw, 0).body))
    head = Head(ORIGIN, tree.size, tree.root)
    shard_of(folder).head.write_bytes(note(head, public(seed), pen(seed).sign(head.body)))


def forge(folder: Path, start: int, change: Callable[[list[bytes], int], list[bytes]]) -> None:
    """The whole work of a forger who holds the key: change, seal anew, put the head right."""
    rewrite(folder, resealed(change(lines_of(folder), start), start, 7))
    put_head(folder)


def _edit(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], edited(lines[at], who="mallory"), *lines[at + 1 :]]


def _delete(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], *lines[at + 1 :]]


def _insert(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[: at + 1], lines[at], *lines[at + 1 :]]


def _reorder(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]


def _renumber(lines: list[bytes], at: int) -> list[bytes]:
    raw = edited(lines[at + 1], seq=at)
    return [*lines[:at], raw, *lines[at + 2 :]]


def _relink(lines: list[bytes], at: int) -> list[bytes]:
    raw = edited(lines[at + 1], seq=at, prev=record_of(lines[at])["prev"])
    return [*lines[:at], raw, *lines[at + 2 :]]


def _truncate(lines: list[bytes], at: int) -> list[bytes]:
    return lines[:at]


def _cut_short(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], lines[at][:-20]]


def _other_key(lines: list[bytes], at: int) -> list[bytes]:
    return resealed(lines, at, 8)


def _drop_seal(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], parse(lines[at], 0).body + b"\n", *lines[at + 1 :]]


def _swap_seals(lines: list[bytes], at: int) -> list[bytes]:
    one, two = parse(lines[at], 0), parse(lines[at + 1], 0)
    swapped = [sealed_line(one.body, two.seal), sealed_line(two.body, one.seal)]
    return [*lines[:at], *swapped, *lines[at + 2 :]]


def _respace(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], lines[at].replace(b'":', b'": ', 1), *lines[at + 1 :]]


def _double_key(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], lines[at].replace(b"{", b'{"act":"view",', 1), *lines[at + 1 :]]


def _flip(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], lines[at].replace(b"boot-1", b"boot-0"), *lines[at + 1 :]]


ATTACKS = [
    Attack("edit", _edit, "AUD-108"),
    Attack("flip", _flip, "AUD-108"),
    Attack("delete", _delete, "AUD-105"),
    Attack("delete and renumber", _renumber, "AUD-106"),
    Attack("delete, renumber and link", _relink, "AUD-108"),
    Attack("insert", _insert, "AUD-105", 1),
    Attack("reorder", _reorder, "AUD-105"),
    Attack("truncate", _truncate, "AUD-112"),
    Attack("cut short", _cut_short, "AUD-101"),
    Attack("other key", _other_key, "AUD-108"),
    Attack("drop seal", _drop_seal, "AUD-102"),
    Attack("swap seals", _swap_seals, "AUD-108"),
    Attack("respace", _respace, "AUD-103"),
    Attack("double key", _double_key, "AUD-103"),
]
