"""How many answers there are, counted over all recordings at once, nothing written out.

The exact meanings are those of the event kinds, `search.bounds`,
`search.narrowed` and `search.sequence`; a lane gives the same number or none.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.case import Grant
from vsa_core.domain.footage import Recording
from vsa_core.domain.query import Query
from vsa_core.events.anchor import lifts
from vsa_core.events.combining import THEN, pause, resolved, same_camera
from vsa_core.search.asked import FAR_AHEAD
from vsa_core.search.lane_asked import Asked, asked
from vsa_core.search.lane_events import Events, events
from vsa_core.search.lane_judged import judged
from vsa_core.search.narrowed import judged as judged_singly
from vsa_core.store.hall import Hall, HallShelf

KINDS = frozenset({"line_crossing", "zone_entry", "zone_exit", "zone_presence", "dwell", "seen"})
"""Kinds of one track that a lane can count."""

Ints = NDArray[np.int64]
Booleans = NDArray[np.bool_]


Recordings = Callable[[str], Sequence[Recording]]
"""The recordings of a camera, asked for only where tracks must be assembled."""


def counted(
    query: Query, grant: Grant, shelf: HallShelf, recordings: Recordings
) -> Mapping[str, int] | None:
    """How many hits each camera asked gives; None for a question that no lane can count.

    A lane counts kinds of one track without filters, and sequences of two of
    them on one camera whose recordings all have a clock claim. Raises
    Unreadable and Tampered as the shelf does.
    """
    whole = resolved(query)
    cameras = [name for name in grant.cameras if asks(whole, name)]
    look = _Look(grant, shelf, tuple(cameras), recordings)
    if whole.kind == THEN:
        lanes = look.sequence(whole) if all(map(_plain, whole.parts)) else None
    else:
        lanes = look.told(whole, timed=False).lane if _plain(whole) else None
    return None if lanes is None else look.by_camera(lanes)


def asks(query: Query, camera: str) -> bool:
    """Whether a resolved question, or a part of it, asks this camera."""
    return any(not leaf.cameras or camera in leaf.cameras for leaf in query.leaves())


def _plain(query: Query) -> bool:
    return query.kind in KINDS and not query.parts and not query.filters


@dataclass(frozen=True, slots=True)
class _Told:
    """Events of one question: which lane each lies in, and its times (0 when not asked)."""

    lane: Ints
    at: Ints
    until: Ints


@dataclass(slots=True)
class _Look:
    """One question's look at the lanes of its cameras."""

    grant: Grant
    shelf: HallShelf
    cameras: tuple[str, ...]
    recordings: Recordings

    def hall(self, sizes: bool = False) -> Hall | None:
        """The lanes; `sizes` too."""
        return self.shelf.hall(self.cameras, sizes)

    def by_camera(self, lanes: Ints) -> Mapping[str, int]:
        """How many of the events lie on each camera."""
        hall = self.hall()
        names = [lane.camera for lane in hall.lanes] if hall else []
        counts = np.bincount(lanes, minlength=len(names)).tolist()
        return dict.fromkeys(self.cameras, 0) | dict(zip(names, counts, strict=True))

    def sequence(self, query: Query) -> Ints | None:
        """The lanes of the pairs of a sequence; None when they may span cameras, or no clock."""
        hall = self.hall()
        if hall is None:
            return np.zeros(0, np.int64)
        if not (same_camera(query) and all(lane.dated.all() for lane in hall.lanes)):
            return None
        first, second = (self.told(part, timed=True) for part in query.parts)
        return _followed(query, first, second)

    def told(self, query: Query, timed: bool) -> _Told:
        """The events of a question without parts."""
        hall = self.hall()
        if hall is None:
            return _Told(*(np.zeros(0, np.int64),) * 3)
        wanted = asked(hall, query, self.grant)
        found = []
        for lifted in (False, True):
            tracks = wanted.plain & ((lifts(hall.kind, query) > 0) == lifted)
            if tracks.any():
                found += self._plain(hall, query, wanted, tracks, lifted, timed)
        found.append(self._singly(hall, query, np.flatnonzero(wanted.singly)))
        return _Told(*(np.concatenate(columns) for columns in zip(*found, strict=True)))

    def _plain(
        self,
        hall: Hall,
        query: Query,
        wanted: Asked,
        tracks: Booleans,
        lifted: bool,
        timed: bool,
    ) -> list[tuple[Ints, Ints, Ints]]:
        """Events of tracks that the lanes alone tell, and of those of them that are unsure."""
        if lifted and query.kind != "seen":
            hall = self.hall(sizes=True) or hall
        seen = events(hall, query, tracks, lifted)
        told = [_timed(hall, query, seen, wanted.loose, timed)]
        if len(seen.unsure):
            hall = self.hall(sizes=True) or hall
            track, at, until = judged(hall, query, seen.unsure)
            inside = _in_window(query, at, until)
            told.append((hall.lane_of(track[inside]), at[inside], until[inside]))
        return told

    def _singly(self, hall: Hall, query: Query, tracks: Ints) -> tuple[Ints, Ints, Ints]:
        """Events of tracks that are assembled and judged as an answer is."""
        told: list[tuple[int, int, int]] = []
        for lane in np.unique(hall.lane_of(tracks)).tolist():
            held = hall.lanes[lane]
            mine = tracks[hall.lane_of(tracks) == lane]
            for recording in self.recordings(held.camera):
                chosen = mine[hall.recording[mine] == self.shelf.place(recording)]
                if len(chosen):
                    numbers = held.chains.number[chosen - hall.tracks[lane]]
                    world = self.shelf.chosen(recording, numbers)
                    found = judged_singly(query, world, recording.camera, self.grant)
                    told += [(lane, finding.at, finding.until) for _, finding in found]
        lanes, at, until = np.array(told, np.int64).reshape(-1, 3).T
        return lanes, at, until


def _timed(
    hall: Hall, query: Query, seen: Events, loose: Booleans, timed: bool
) -> tuple[Ints, Ints, Ints]:
    """The events within the question's window; times are looked up where they matter."""
    late = np.ones(len(seen.track), np.bool_) if timed else loose[seen.track]
    at, until = np.zeros((2, len(seen.track)), np.int64)
    some = seen.only(late)
    at[late] = some.begin.times(hall)
    until[late] = at[late] if some.end is some.begin else some.end.times(hall)
    kept = ~late
    kept[late] = _in_window(query, at[late], until[late])
    return hall.lane_of(seen.track[kept]), at[kept], until[kept]


def _in_window(query: Query, at: Ints, until: Ints) -> Booleans:
    """As `search.bounds.in_window`, for columns."""
    if query.window is None:
        return np.ones(len(at), np.bool_)
    return (at < query.window.end) & (until >= query.window.start)


def _followed(query: Query, first: _Told, second: _Told) -> Ints:
    """The lanes of the second events that follow a first one closely enough: `search.sequence`."""
    least, most = pause(query)
    if not len(first.lane) or not len(second.lane):
        return second.lane[:0]
    known = np.full(int(max(first.lane.max(), second.lane.max())) + 1, FAR_AHEAD, np.int64)
    np.minimum.at(known, first.lane, first.until)
    since = first.until - known[first.lane]
    room = int(since.max()) + 2
    ended = np.sort(first.lane * room + since + 1, kind="stable")
    gone = np.clip(second.at - least - known[second.lane], -1, room - 2) + 1
    latest = ended[np.searchsorted(ended, second.lane * room + gone, "right") - 1]
    lane, until = latest // room, latest % room - 1 + known[latest // room]
    close = (until <= second.at - least) & (until >= second.at - most)
    followed: Ints = second.lane[close & (lane == second.lane)]
    return followed
