"""A sequence is looked for slice by slice of time, so that early pairs leave early."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import Wanted
from vsa_core.domain.query import Query
from vsa_core.events.combining import asks, crosses_cameras
from vsa_core.events.registry import kind_named
from vsa_core.search.asked import FAR_AHEAD, LONG_AGO
from vsa_core.search.plan import Search
from vsa_core.search.ruling_out import SLACK

HOUR = 3_600_000_000

WIDEST = 4800
"""Hours of one camera in the widest slice; of n cameras, an n-th of it, and an hour at least."""


@dataclass(frozen=True, slots=True)
class Look:
    """One recording to be looked at for what begins from `start` to `end`, in microseconds."""

    search: Search
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slice:
    """What to look at before everything that begins before `end` is known."""

    end: int
    looks: tuple[Look, ...]


def groups(query: Query, searches: Iterable[Search]) -> Iterator[tuple[Search, ...]]:
    """The recordings between which a resolved question may pair, in order.

    Without pairs across cameras these are the recordings of one camera; one
    without a clock claim has a time of its own, and pairs with none.
    """
    if crosses_cameras(query):
        yield tuple(searches)
        return
    for _, group in groupby(searches, key=lambda search: _axis(search.recording)):
        yield tuple(group)


def slices(query: Query, searches: Sequence[Search]) -> Iterator[Slice]:
    """All of time, cut; the first slice is of an hour, the next ones wider and wider.

    A recording of which a kind of several tracks is asked cannot be cut: it is
    looked at once, before all others, and what it gives waits for its time.
    """
    extents = [_extent(search) for search in searches]
    uncut = [_uncut(query, search.recording.camera) for search in searches]
    looks = [Look(s, LONG_AGO, FAR_AHEAD) for s, many in zip(searches, uncut, strict=True) if many]
    cameras = len({search.recording.camera for search in searches})
    for start, end in pairwise(_cuts(extents, cameras)):
        looks += [
            Look(replace(search, wanted=_cut(search.wanted, start, end)), start, end)
            for search, many, (begins, ends) in zip(searches, uncut, extents, strict=True)
            if not many and begins < end + SLACK and ends >= start - SLACK
        ]
        yield Slice(end, tuple(looks))
        looks = []


def _cuts(extents: Sequence[tuple[int, int]], cameras: int) -> list[int]:
    at = min((start for start, _ in extents), default=0)
    last = max((end for _, end in extents), default=0)
    widest = max(1, WIDEST // max(1, cameras)) * HOUR
    cuts, width = [LONG_AGO], HOUR
    while at + width < last:
        at += width
        cuts.append(at)
        width = min(2 * width, widest)
    return [*cuts, FAR_AHEAD]


def _axis(recording: Recording) -> tuple[str, str]:
    dated = all(footage.clock is not None for footage in recording.files)
    return recording.camera, "" if dated else recording.name


def _uncut(query: Query, camera: str) -> bool:
    return any(asks(leaf, camera) and kind_named(leaf.kind).MANY for leaf in query.leaves())


def _extent(search: Search) -> tuple[int, int]:
    """Corrected start and end of what is wanted of a recording."""
    spans = [(f, f.stream.span) for f in search.recording.files if f.stream is not None]
    start = min(footage.corrected(span.start) for footage, span in spans)
    end = max(footage.corrected(span.end) for footage, span in spans)
    wanted = search.wanted
    low = start if wanted.start is None else max(start, wanted.start)
    return low, end if wanted.end is None else min(end, wanted.end)


def _cut(wanted: Wanted, start: int, end: int) -> Wanted:
    """What is wanted, of one slice only, widened like every pruning by time."""
    low, high = start - SLACK, end + SLACK
    return replace(
        wanted,
        start=low if wanted.start is None else max(low, wanted.start),
        end=high if wanted.end is None else min(high, wanted.end),
    )
