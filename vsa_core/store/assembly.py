"""Track pieces become whole tracks of a recording on its corrected time axis."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.ma  # np.unique loads it when first called: 15 ms of a first answer
from numpy.typing import NDArray

from vsa_core.domain.footage import Footage, Recording
from vsa_core.domain.track import Part, Segment, Structured, Tracks
from vsa_core.errors import Tampered
from vsa_core.store.axis import microseconds
from vsa_core.store.pruning import first_rows, whole_kinds

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Columns filled segment by segment: of pieces (part, score, colours) and of points."""

    part: Integers
    score: Integers
    colours: NDArray[np.uint8]
    pts: Integers
    boxes: NDArray[np.float64]  # (m, 4): x, y, w, h


def assemble(recording: Recording, pieces: Structured, read: Callable[[int], Segment]) -> Tracks:
    """Whole tracks from ledger rows of one recording, in the ledger's order.

    `read` gives the segment of a number in the ledger's list. Raises Tampered
    (STO-016) when a segment is not what the ledger says.
    """
    counts = pieces["count"].astype(np.int64)
    ends = np.cumsum(counts)
    gathered = _room(len(pieces), int(ends[-1]) if len(ends) else 0)
    parts: dict[Part, int] = {}
    for number in np.unique(pieces["segment"]):
        chosen = np.flatnonzero(pieces["segment"] == number)
        _gather(gathered, read(int(number)), pieces, chosen, (ends - counts)[chosen], parts)
    return _tracks(recording, pieces, gathered, tuple(parts))


def _room(pieces: int, points: int) -> _Gathered:
    return _Gathered(
        part=np.zeros(pieces, np.int64),
        score=np.zeros(pieces, np.int64),
        colours=np.zeros((pieces, 8), np.uint8),
        pts=np.zeros(points, np.int64),
        boxes=np.zeros((points, 4), np.float64),
    )


def _gather(
    into: _Gathered,
    segment: Segment,
    pieces: Structured,
    chosen: Integers,
    places: Integers,
    parts: dict[Part, int],
) -> None:
    """Copy the chosen pieces of one segment; `places`: where the points of each go."""
    wanted = pieces[chosen]
    if (wanted["row"] >= len(segment.table)).any():
        raise Tampered("STO-016")
    rows = segment.table[wanted["row"]]
    for name in ("offset", "count", "kind", "mask"):
        if (rows[name] != wanted[name]).any():
            raise Tampered("STO-016")
    used, which = np.unique(rows["part"], return_inverse=True)
    numbers = [parts.setdefault(segment.parts[part], len(parts)) for part in used]
    into.part[chosen] = np.array(numbers, np.int64)[which]
    into.score[chosen] = rows["score"]
    into.colours[chosen] = rows["colours"]
    counts = rows["count"].astype(np.int64)
    source = ranges(rows["offset"].astype(np.int64), counts)
    target = ranges(places, counts)
    points = segment.points[source]
    elapsed = np.cumsum(points["dt"].astype(np.int64))
    before = elapsed[np.cumsum(counts) - counts]  # the first dt of a track is 0
    into.pts[target] = elapsed + np.repeat(rows["t0"] - before, counts)
    for column, name in enumerate(("x", "y", "w", "h")):
        into.boxes[target, column] = points[name]


def ranges(starts: Integers, counts: Integers) -> Integers:
    """start, start + 1, … for each pair, end to end. Shapes: (n,), (n,) to (sum of counts,)."""
    shift = starts - (np.cumsum(counts) - counts)
    moved: Integers = np.repeat(shift, counts) + np.arange(int(counts.sum()))
    return moved


def _tracks(
    recording: Recording, pieces: Structured, gathered: _Gathered, parts: tuple[Part, ...]
) -> Tracks:
    files = {footage.digest: footage for footage in recording.files}
    _check(parts, files)
    places = {digest: place for place, digest in enumerate(files)}
    order = sorted(range(len(parts)), key=lambda n: _place(parts[n], places))
    rank = np.argsort(np.array(order, np.int64)) if order else np.zeros(0, np.int64)
    ordered = tuple(parts[number] for number in order)
    counts = pieces["count"].astype(np.int64)
    part = np.repeat(rank[gathered.part], counts)
    t = _times([files[p.footage] for p in ordered], part, gathered.pts)
    first = first_rows(pieces)
    starts = np.r_[(np.cumsum(counts) - counts)[first], counts.sum()].astype(np.int64)
    turn = _in_time(t, starts)
    lengths = np.diff(np.r_[first, len(pieces)])
    x, y, w, h = gathered.boxes[turn].T.copy()
    return Tracks(
        parts=ordered,
        number=pieces["chain"][first].astype(np.uint32),
        kind=whole_kinds(pieces, lengths),
        score=_mean(gathered.score, counts, first),
        colours=gathered.colours[_longest(counts, lengths)],
        starts=starts,
        t=t[turn],
        pts=gathered.pts[turn],
        part=part[turn].astype(np.uint16),
        x=x,
        y=y,
        w=w,
        h=h,
        picture=_picture(recording),
    )


def _picture(recording: Recording) -> tuple[int, int]:
    """Width and height in pixels: the files of a recording are of one size."""
    stream = recording.files[0].stream
    return (stream.width, stream.height) if stream else (1, 1)


def _check(parts: tuple[Part, ...], files: dict[str, Footage]) -> None:
    for part in parts:
        footage = files.get(part.footage)
        if not footage or not footage.stream or footage.stream.time_base != part.time_base:
            raise Tampered("STO-016")


def _place(part: Part, places: dict[str, int]) -> tuple[int, int, int]:
    return places[part.footage], part.span.start, part.span.end


def _times(files: list[Footage], part: Integers, pts: Integers) -> Integers:
    """Corrected time of each point; files[part] is the footage a point lies in. Shapes: (m,)."""
    streams = [footage.stream for footage in files if footage.stream is not None]
    first = np.array([stream.span.start for stream in streams], np.int64)
    clock = np.array([footage.corrected(int(s)) for footage, s in zip(files, first, strict=True)])
    times = np.zeros(len(pts), np.int64)
    for base in {stream.time_base for stream in streams}:
        alike = np.array([stream.time_base == base for stream in streams])[part]
        ticks = pts[alike] - first[part[alike]]
        times[alike] = clock.astype(np.int64)[part[alike]] + microseconds(ticks, base)
    return times


def _in_time(t: Integers, starts: Integers) -> Integers | slice:
    """An order of the points in which no track goes back in time; ties keep their order."""
    back = np.diff(t) < 0
    back[starts[1:-1] - 1] = False
    if not back.any():
        return slice(None)
    track = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return np.lexsort((t, track))


def _mean(score: Integers, counts: Integers, first: Integers) -> NDArray[np.uint8]:
    """Mean score of each chain, weighted by points, rounded half up."""
    if not len(first):
        return np.zeros(0, np.uint8)
    total, points = np.add.reduceat(score * counts, first), np.add.reduceat(counts, first)
    mean: NDArray[np.uint8] = ((2 * total + points) // (2 * points)).astype(np.uint8)
    return mean


def _longest(counts: Integers, lengths: Integers) -> Integers:
    """The row of each chain's piece with the most points, the earliest on a tie."""
    chain = np.repeat(np.arange(len(lengths)), lengths)
    ranked = np.lexsort((np.arange(len(counts)), -counts, chain))
    longest: Integers = ranked[np.cumsum(lengths) - lengths]
    return longest
