"""A camera's one sealed table: every track piece, with what a question needs before opening."""

import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import Footage, Recording
from vsa_core.domain.provenance import canonical
from vsa_core.domain.track import LEDGER, Segment, Structured
from vsa_core.errors import Bug, Tampered, Unreadable
from vsa_core.store.axis import corrected
from vsa_core.store.columns import pack, unpack
from vsa_core.store.durable import read_regular, write_durably
from vsa_core.store.ledger_steps import restored, stepped
from vsa_core.store.sealed import Random, seal, unseal

KIND = "ledger"
FOLDER = "ledgers"
ENDING = ".led"
LIMIT = 2**33
"""Bytes of the largest table read."""

_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """A recording as it stood when its tracks were joined.

    files: digests in time order; origins: corrected time of each file's first
    picture, microseconds; starts: its pts; dated: whether a clock claim says
    what time it was. Another clock claim makes other origins, and the table
    out of date.
    """

    camera: str
    files: tuple[str, ...]
    origins: tuple[int, ...]
    starts: tuple[int, ...]
    dated: bool = True


@dataclass(frozen=True, slots=True)
class Ledger:
    """Recordings, segment names, and the LEDGER rows that point into both lists.

    rows: (n,) in order of recording, chain, start, segment, row.
    """

    recordings: tuple[Listed, ...]
    segments: tuple[str, ...]
    rows: Structured


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the rows of a merged segment went: segment name, first row, first point."""

    name: str
    row: int
    point: int


def listed(recording: Recording) -> Listed:
    """What the ledger keeps of a recording."""
    files = recording.files
    origins = tuple(_origin(footage) for footage in files)
    starts = tuple(footage.stream.span.start if footage.stream else 0 for footage in files)
    dated = all(footage.clock is not None for footage in files)
    return Listed(recording.camera, tuple(f.digest for f in files), origins, starts, dated)


def _origin(footage: Footage) -> int:
    return footage.corrected(footage.stream.span.start) if footage.stream else 0


def ledger_of(
    recordings: Sequence[Recording], segments: Sequence[str], rows: Iterable[Structured]
) -> Ledger:
    """A ledger with its rows put in order; `rows` as `rows_of` makes them, in any order."""
    table = np.concatenate([np.zeros(0, LEDGER), *rows])
    return Ledger(tuple(map(listed, recordings)), tuple(segments), _ordered(table))


def rows_of(
    segment: Segment, number: int, recordings: Sequence[Recording], chains: NDArray[np.uint32]
) -> Structured:
    """The ledger rows of segment `number` of the ledger's list.

    chains: (n,) the track number in its recording of each row of the
    segment's table. Raises Bug (STO-015) when a part's footage lies in none
    of `recordings`.
    """
    homes = {
        footage.digest: (place, footage)
        for place, recording in enumerate(recordings)
        for footage in recording.files
    }
    table = segment.table
    rows = np.zeros(len(table), LEDGER)
    for name in ("kind", "mask", "offset", "count"):
        rows[name] = table[name]
    rows["chain"], rows["segment"], rows["row"] = chains, number, np.arange(len(table))
    for place, part in enumerate(segment.parts):
        if part.footage not in homes:
            raise Bug("STO-015", name=part.footage)
        home, footage = homes[part.footage]
        chosen = table["part"] == place
        rows["recording"][chosen] = home
        rows["start"][chosen] = corrected(footage, table["t0"][chosen])
        rows["end"][chosen] = corrected(footage, table["t1"][chosen])
    return rows


def place_of(ledger: Ledger, recording: Recording) -> int:
    """Which recording of the ledger's list this is; -1 when it lists none of its files.

    Raises Unreadable (STO-011) when it was listed with other clocks, or its
    files were in several recordings, or in one with files it does not have.
    """
    now = listed(recording)
    found = [
        place
        for place, one in enumerate(ledger.recordings)
        if not set(one.files).isdisjoint(now.files)
    ]
    if not found:
        return -1
    then = ledger.recordings[found[0]]
    origins = dict(zip(now.files, now.origins, strict=True))
    same = [origins.get(digest) for digest in then.files] == list(then.origins)
    if len(found) > 1 or not same:
        raise Unreadable("STO-011", camera=recording.camera)
    return found[0]


def unlisted(ledger: Ledger, live: Iterable[str]) -> tuple[str, ...]:
    """The live segments that the ledger does not know: an answer would lack their tracks."""
    return tuple(sorted(set(live) - set(ledger.segments)))


def moved(ledger: Ledger, moves: Mapping[str, Moved]) -> Ledger:
    """The ledger after segments were merged; rows of other segments stay as they are."""
    names = tuple(dict.fromkeys(moves[n].name if n in moves else n for n in ledger.segments))
    place = {name: number for number, name in enumerate(names)}
    stays = [moves.get(name, Moved(name, 0, 0)) for name in ledger.segments]
    rows = ledger.rows.copy()
    old = rows["segment"]
    rows["row"] += np.array([move.row for move in stays], np.uint32)[old]
    rows["offset"] += np.array([move.point for move in stays], np.uint32)[old]
    rows["segment"] = np.array([place[move.name] for move in stays], np.uint32)[old]
    return replace(ledger, segments=names, rows=_ordered(rows))


def _ordered(rows: Structured) -> Structured:
    keys = ("row", "segment", "start", "chain", "recording")
    return rows[np.lexsort([rows[key] for key in keys])]


def ledger_path(folder: Path, name: str) -> Path:
    """Where the ledger of that name lies in a case folder."""
    return folder / FOLDER / (name + ENDING)


def write_ledger(folder: Path, ledger: Ledger, key: bytes, random: Random = os.urandom) -> str:
    """Seal a new ledger into the case folder; its name, to be put in the catalogue.

    It is named by its content and lies beside the old one until the catalogue
    names it, so that no kill leaves a case with half of one. Raises
    Unreadable (STO-005) when the disk will not take it.
    """
    front = canonical(
        {
            "recordings": [
                [r.camera, list(r.files), list(r.origins), list(r.starts), r.dated]
                for r in ledger.recordings
            ],
            "segments": list(ledger.segments),
            "rows": len(ledger.rows),
        }
    )
    front = zlib.compress(front)  # half of it is digests in hexadecimal
    plain = len(front).to_bytes(_LENGTH, "big") + front + pack(stepped(ledger.rows))
    sealed = seal(plain, key, KIND, {}, random)
    name = hashlib.sha256(sealed).hexdigest()
    (folder / FOLDER).mkdir(mode=0o700, exist_ok=True)
    write_durably(ledger_path(folder, name), sealed)
    return name


def read_ledger(folder: Path, name: str, key: bytes) -> Ledger:
    """The ledger of that name.

    Raises Unreadable (STO-001), Tampered (STO-002 not what was sealed,
    STO-003 sealed, yet rows point outside its lists).
    """
    data = read_regular(ledger_path(folder, name), LIMIT)
    if hashlib.sha256(data).hexdigest() != name:
        raise Tampered("STO-002", kind=KIND, name=name)
    _, plain = unseal(data, key, KIND, name)
    end = _LENGTH + int.from_bytes(plain[:_LENGTH], "big")
    front = json.loads(zlib.decompress(plain[_LENGTH:end]))
    recordings = tuple(
        Listed(camera, tuple(files), tuple(origins), tuple(starts), dated)
        for camera, files, origins, starts, dated in front["recordings"]
    )
    rows = restored(unpack(plain[end:], LEDGER, front["rows"]))
    ledger = Ledger(recordings, tuple(front["segments"]), rows)
    if not _points_inside(ledger):
        raise Tampered("STO-003", what=KIND)
    return ledger


def _points_inside(ledger: Ledger) -> bool:
    rows = ledger.rows
    return (
        bool((rows["recording"] < len(ledger.recordings)).all())
        and bool((rows["segment"] < len(ledger.segments)).all())
        and bool((np.diff(rows["recording"].astype(np.int64)) >= 0).all())
    )
