"""Small segments of one camera become one large one, and no kill loses a track on the way."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from vsa_core.domain.ports import SegmentRecord, SegmentShelf
from vsa_core.domain.track import Segment
from vsa_core.store.catalog import Catalog
from vsa_core.store.ledger import Moved, moved, read_ledger, write_ledger
from vsa_core.store.sealed import Random
from vsa_core.store.soundness import PARTS
from vsa_core.store.writer import merge

ENOUGH = 40_000
"""Points from which a segment is large enough to be left alone."""


@dataclass(frozen=True, slots=True)
class Group:
    """Small segments of one camera and one run to be merged, with what they hold."""

    records: tuple[SegmentRecord, ...]
    segments: tuple[Segment, ...]


def compact(
    folder: Path,
    catalog: Catalog,
    shelf: SegmentShelf,
    key: bytes,
    camera: str,
    random: Random = os.urandom,
) -> int:
    """Merge the small segments of a camera; how many were replaced.

    New files first, then the ledger that points into them, then catalogue and
    ledger in one transaction, and only then are old files unlinked. Killed at
    any instant, the case is the old one or the new one; `Catalog.sweep`
    removes what was left over. `key` is the case's segment key. Raises what
    reading and writing segments raise.
    """
    swaps: dict[SegmentRecord, tuple[str, ...]] = {}
    moves: dict[str, Moved] = {}
    for group in groups(catalog.runs.segments(camera), shelf):
        record = _written(group, shelf)
        swaps[record] = tuple(small.name for small in group.records)
        moves |= _moves(group, record)
    if swaps:
        old = catalog.ledgers().get(camera)
        _swap(catalog, swaps, camera, _ledger(folder, old, key, moves, random))
    return len(moves)


def groups(records: Iterable[SegmentRecord], shelf: SegmentShelf) -> Iterator[Group]:
    """Neighbours of one camera and run, each too small, until they are ENOUGH points together.

    `records` in the order of `RunRows.segments`.
    """
    held: list[tuple[SegmentRecord, Segment]] = []
    for record in records:
        if record.points >= ENOUGH:
            continue
        segment = shelf.read(record.name)
        if held and not _fits(held, record, segment):
            yield from _group(held)
            held = []
        held.append((record, segment))
    yield from _group(held)


def _fits(held: list[tuple[SegmentRecord, Segment]], record: SegmentRecord, new: Segment) -> bool:
    first = held[0][0]
    return (
        (first.camera, first.run) == (record.camera, record.run)
        and sum(small.points for small, _ in held) < ENOUGH
        and sum(len(segment.parts) for _, segment in held) + len(new.parts) <= PARTS
    )


def _group(held: list[tuple[SegmentRecord, Segment]]) -> Iterator[Group]:
    if len(held) > 1:
        records, segments = zip(*held, strict=True)
        yield Group(records, segments)


def _written(group: Group, shelf: SegmentShelf) -> SegmentRecord:
    first = group.records[0]
    return shelf.write(merge(group.segments), first.camera, first.run)


def _moves(group: Group, record: SegmentRecord) -> dict[str, Moved]:
    rows = accumulate((len(segment.table) for segment in group.segments), initial=0)
    points = accumulate((len(segment.points) for segment in group.segments), initial=0)
    places = zip(group.records, rows, points, strict=False)
    return {small.name: Moved(record.name, row, point) for small, row, point in places}


def _ledger(
    folder: Path, old: str | None, key: bytes, moves: dict[str, Moved], random: Random
) -> str | None:
    if old is None:
        return None
    return write_ledger(folder, moved(read_ledger(folder, old, key), moves), key, random)


def _swap(
    catalog: Catalog, swaps: dict[SegmentRecord, tuple[str, ...]], camera: str, new: str | None
) -> None:
    with catalog.transaction():
        for record, olds in swaps.items():
            catalog.runs.replace(olds, record)
        if new:
            catalog.move_ledger(camera, new)
    catalog.sweep()
