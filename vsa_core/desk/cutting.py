"""What of a camera lies in a window: its files, their pictures, the tracks with a point inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from vsa_core.desk.archive import Archive
from vsa_core.desk.watched import Watched
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Span, Window
from vsa_core.domain.track import Tracks
from vsa_core.errors import Refused, WrongUsage
from vsa_core.store.axis import corrected

Integers = NDArray[np.int64]
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One file's pictures in the window: (n,) pts and corrected microseconds, in display order.

    looked: pts spans among them in which somebody looked closely; home: which
    of the recordings it lies in.
    """

    footage: Footage
    pts: Integers
    at: Integers
    looked: tuple[Span, ...]
    home: int

    def as_shown(self, pts: int) -> int | None:
        """What the recorder's clock showed, in microseconds; None without a clock claim."""
        clock, stream = self.footage.clock, self.footage.stream
        if clock is None or stream is None:
            return None
        return clock.as_shown((pts - stream.span.start) * stream.time_base)


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """What lies in a window of one camera, clipped to what was recorded.

    seen: its recordings; bases: what to add to the track numbers of each, so
    that no two tracks share one; tracks: those with a point inside, whole,
    numbered so.
    """

    window: Window
    pieces: tuple[Piece, ...]
    seen: tuple[Watched, ...]
    bases: tuple[int, ...]
    tracks: Tracks

    def piece(self, digest: str) -> Piece:
        """The piece of a file; Refused (CAS-073) when it has none."""
        for piece in self.pieces:
            if piece.footage.digest == digest:
                return piece
        raise Refused("CAS-073")

    def home(self, track: int) -> tuple[int, int]:
        """The recording of a track told here, and its number there; WrongUsage (CAS-074)."""
        if track in self.tracks.number:
            home = sum(base <= track for base in self.bases) - 1
            return home, track - self.bases[home]
        raise WrongUsage("CAS-074", track=track)


def cut(
    archive: Archive, seen: tuple[Watched, ...], files: Sequence[Footage], window: Window
) -> Cut | None:
    """What of the files lies in the window, in the order given; None when no picture does."""
    pieces = []
    for footage in files:
        pts, at = pictures_in(archive, footage, window)
        if len(pts):
            home = next(n for n, one in enumerate(seen) if footage.digest in one.looked)
            span = Span(int(pts[0]), int(pts[-1]) + 1)
            clipped = (close.clipped(span) for close in seen[home].looked[footage.digest])
            looked = tuple(close for close in clipped if close is not None)
            pieces.append(Piece(footage, pts, at, looked, home))
    if not pieces:
        return None
    start = min(int(piece.at[0]) for piece in pieces)
    end = max(extent(piece.footage)[1] for piece in pieces)
    inside = Window(max(window.start, start), min(window.end, end))
    found = [one.tracks for one in seen]
    return Cut(inside, tuple(pieces), seen, bases(found), tracks_in(found, inside))


def files_in(archive: Archive, camera: str, window: Window) -> tuple[Footage, ...]:
    """The files of a camera that overlap the window, in order of time.

    One whose clock nobody claimed overlaps none: it was never looked at either.
    """
    found = (f for f in archive.catalogue.footage.all() if f.camera == camera)
    placed = [f for f in found if f.stream and f.clock and window.overlaps(*extent(f))]
    return tuple(sorted(placed, key=lambda f: (extent(f), f.digest)))


def extent(footage: Footage) -> tuple[int, int]:
    """Corrected time of the first picture and of the end of the last; (0, 0) without pictures."""
    if footage.stream is None:
        return 0, 0
    span = footage.stream.span
    return footage.corrected(span.start), footage.corrected(span.end)


def pictures_in(archive: Archive, footage: Footage, window: Window) -> tuple[Integers, Integers]:
    """pts and corrected time of each picture in the window, in display order. Two (n,) columns."""
    if footage.stream is None:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    span, pts = footage.stream.span, archive.packets.read(footage.digest).pts
    shown = np.unique(pts[(pts >= span.start) & (pts < span.end)])
    at = corrected(footage, shown)
    inside = (at >= window.start) & (at < window.end)
    return shown[inside], at[inside]


def bases(found: Sequence[Tracks]) -> tuple[int, ...]:
    """What to add to the track numbers of each recording so that no two tracks share one."""
    sizes = (int(tracks.number.max()) + 1 if len(tracks) else 0 for tracks in found)
    return tuple(accumulate(sizes, initial=0))[:-1]


def tracks_in(found: Sequence[Tracks], window: Window) -> Tracks:
    """The tracks of several recordings that have a point in the window, whole, as one table.

    Numbered as `bases` says.
    """
    kept = [_only(tracks, _inside(tracks, window)) for tracks in found]
    parts = list(accumulate((len(tracks.parts) for tracks in kept), initial=0))
    points = list(accumulate((len(tracks.t) for tracks in kept), initial=0))
    numbers = [t.number + np.uint32(base) for t, base in zip(kept, bases(found), strict=True)]
    starts = [t.starts[:-1] + first for t, first in zip(kept, points, strict=False)]
    part = [t.part + np.uint16(first) for t, first in zip(kept, parts, strict=False)]
    return Tracks(
        parts=tuple(part for tracks in kept for part in tracks.parts),
        number=_joined(numbers, np.uint32),
        kind=_joined([t.kind for t in kept], np.uint8),
        score=_joined([t.score for t in kept], np.uint8),
        colours=np.concatenate([np.zeros((0, 8), np.uint8), *(t.colours for t in kept)]),
        starts=_joined([*starts, np.array([points[-1]])], np.int64),
        t=_joined([t.t for t in kept], np.int64),
        pts=_joined([t.pts for t in kept], np.int64),
        part=_joined(part, np.uint16),
        x=_joined([t.x for t in kept], np.float64),
        y=_joined([t.y for t in kept], np.float64),
        w=_joined([t.w for t in kept], np.float64),
        h=_joined([t.h for t in kept], np.float64),
    )


def _joined(columns: Sequence[NDArray[T]], kind: type[T]) -> NDArray[T]:
    return np.concatenate([np.zeros(0, kind), *columns])


def _inside(tracks: Tracks, window: Window) -> NDArray[np.intp]:
    """The rows of the tracks with a point in the window."""
    inside = (tracks.t >= window.start) & (tracks.t < window.end)
    before = np.r_[0, np.cumsum(inside)]
    return np.flatnonzero(before[tracks.starts[1:]] > before[tracks.starts[:-1]])


def _only(tracks: Tracks, rows: NDArray[np.intp]) -> Tracks:
    """Some of the tracks, whole."""
    lengths = (tracks.starts[1:] - tracks.starts[:-1])[rows]
    ends = np.cumsum(lengths)
    points = np.repeat(tracks.starts[rows] - (ends - lengths), lengths) + np.arange(lengths.sum())
    return Tracks(
        parts=tracks.parts,
        number=tracks.number[rows],
        kind=tracks.kind[rows],
        score=tracks.score[rows],
        colours=tracks.colours[rows],
        starts=np.r_[0, ends].astype(np.int64),
        t=tracks.t[points],
        pts=tracks.pts[points],
        part=tracks.part[points],
        x=tracks.x[points],
        y=tracks.y[points],
        w=tracks.w[points],
        h=tracks.h[points],
    )
