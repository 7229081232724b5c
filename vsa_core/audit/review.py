"""Reading the journal without writing to it: who asked what, and whether the log is whole."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from vsa_core.audit.cosignature import Cosigned, Witness
from vsa_core.audit.head import Checker, Verify
from vsa_core.audit.lines import Line, parse, read_lines
from vsa_core.audit.schema import misshapen
from vsa_core.audit.shard import newest, shards
from vsa_core.audit.trail import Trail, given_up
from vsa_core.audit.walk import Terms
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Logged:
    """One record as read; `fields` is the whole of it, `sealed` parts still encrypted.

    `time`: microseconds since 1970 UTC; `entry`: SHA-256 (hex) of its canonical
    bytes; `shard`: the name of its shard, in which `sequence` counts.
    """

    sequence: int
    time: int
    act: Act
    who: str
    case: str
    entry: str
    fields: Mapping[str, Canonical]
    shard: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records to read; an empty value asks for nothing in particular."""

    who: str = ""
    case: str = ""
    acts: frozenset[Act] = frozenset()
    period: Window | None = None

    def fits(self, logged: Logged) -> bool:
        """Whether the record is asked for."""
        return (
            self.who in ("", logged.who)
            and self.case in ("", logged.case)
            and (not self.acts or logged.act in self.acts)
            and (self.period is None or self.period.overlaps(logged.time, logged.time + 1))
        )


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the journal is whole.

    records: how many hold in `shard`, the newest one or the one that breaks;
    root: the Merkle root (hex) of those; place: the sequence of the first
    record that does not hold, NOWHERE when all do; file: the file in which it
    breaks; reason: its code (AUD-…) or ""; total: how many records hold in
    all shards; given_up: damaged shards that the next one names with their
    SHA-256, to be told to whoever asks; cosigned: the cosignatures that hold.
    """

    ok: bool
    records: int
    root: str
    place: int = NOWHERE
    file: str = ""
    reason: str = ""
    shard: str = ""
    total: int = 0
    given_up: tuple[str, ...] = ()
    cosigned: tuple[Cosigned, ...] = ()


def read(folder: Path, wanted: Wanted = EVERYTHING) -> Iterator[Logged]:
    """The records asked for, in order, of every shard.

    Checks shapes, not seals: that is `verify_log`. Of a shard that was given
    up, what held when it was. Raises Unreadable (AUD-001) without a journal,
    Tampered (AUD-010 or AUD-101 to AUD-104) at a line that is no record.
    """
    for place, raw, shard in _lines(folder):
        logged = _logged(_shaped(raw, place), shard)
        if wanted.fits(logged):
            yield logged


def skim(folder: Path, acts: Collection[Act]) -> Iterator[Logged]:
    """The records of a few acts, in order; lines of other acts are passed over unread.

    For what is looked up often in a long journal: canonical lines name their
    act in one way. Raises as `read`, of the lines that it reads.
    """
    marks = tuple(f'"act":"{act.value}"'.encode() for act in acts)
    for place, raw, shard in _lines(folder):
        if any(mark in raw for mark in marks):
            logged = _logged(_shaped(raw, place), shard)
            if logged.act in acts:
                yield logged


def verify_log(
    folder: Path,
    public_key: str,
    verify: Verify,
    printed_root: tuple[int, str] | None = None,
    *,
    witnesses: Sequence[Witness] = (),
    every_seal: bool = True,
) -> Verdict:
    """Check every byte of the journal: form, order, seals, meaning, links, notes, torn files.

    `public_key` (hex) must come from outside the folder; `printed_root` is a
    size and root (hex) read from paper, of whichever shard; `witnesses` whose
    cosignatures must hold, none to look at the log's own seals alone; without
    `every_seal` only the last of each shard is checked, which commits to all
    before. A missing seal is a break, never "not applicable". Raises
    Unreadable (AUD-001) when there is no journal at all.
    """
    newest(folder)
    size, root = printed_root or (0, "")
    terms = Terms(Checker("", public_key, verify), tuple(witnesses), every_seal, size)
    trail = Trail(folder, terms, root.strip().lower())
    try:
        trail.run()
    except Tampered as broken:
        return _verdict(trail, broken)
    return _verdict(trail, None)


def _lines(folder: Path) -> Iterator[tuple[int, bytes, str]]:
    """Every line with its place and its shard; of one that was given up, what held when it was."""
    newest(folder)
    found = shards(folder)
    for number, shard in enumerate(found):
        damaged = given_up(found, number)
        lines = read_lines(shard.log) if damaged is None or damaged.size else iter(())
        for place, raw in enumerate(islice(lines, damaged.size if damaged else None)):
            yield place, raw, shard.name


def _verdict(trail: Trail, broken: Tampered | None) -> Verdict:
    whole = Verdict(
        ok=broken is None,
        records=trail.chain.size,
        root=trail.chain.tree.root.hex(),
        shard=trail.shard.name,
        total=trail.total,
        given_up=tuple(trail.given_up),
        cosigned=tuple(trail.seen),
    )
    if broken is None:
        return whole
    place = broken.values.get("place")
    file = str(broken.values.get("file", trail.shard.log.name))
    at = place if isinstance(place, int) else NOWHERE
    return replace(whole, place=at, file=file, reason=broken.code)


def _shaped(raw: bytes, place: int) -> Line:
    line = parse(raw, place)
    wrong = misshapen(line.record)
    if wrong:
        raise Tampered("AUD-104", place=place, field=wrong)
    return line


def _logged(line: Line, shard: str) -> Logged:
    record = line.record
    sequence, time = record["seq"], record["us"]
    assert isinstance(sequence, int)
    assert isinstance(time, int)
    return Logged(
        sequence=sequence,
        time=time,
        act=Act(str(record["act"])),
        who=_name(record["who"]),
        case=_name(record["case"]),
        entry=hashlib.sha256(line.body).hexdigest(),
        fields=record,
        shard=shard,
    )


def _name(value: Canonical) -> str:
    """A name as people filter by it; the base64 form of one that is not UTF-8."""
    return value if isinstance(value, str) else str(canonical(value), "utf-8")
