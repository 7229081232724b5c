"""A then B: two streams of what was found, paired as time goes by."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

from vsa_core.domain.footage import Recording
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.combining import THEN, has_sequence, pause, same_camera
from vsa_core.search.combine import Found, answers, pair, written
from vsa_core.search.plan import Plan


class Stream(Protocol):
    """What answers a question, taken in recording by recording, given out slice by slice.

    Time is cut into slices. For each, the tracks that may be concerned are
    taken, then what can be known before its end is given out, once.
    """

    def take(self, recording: Recording, tracks: Tracks, start: int, end: int) -> None:
        """Look at tracks for what begins from `start` to `end`, corrected microseconds."""

    def until(self, end: int) -> list[Found]:
        """What becomes known before `end` and was not given out yet, in no order."""


def stream(plan: Plan, query: Query) -> Stream:
    """The stream of a resolved question."""
    if query.kind == THEN:
        return Pairs(query, stream(plan, query.parts[0]), stream(plan, query.parts[1]))
    if has_sequence(query):
        return Union([stream(plan, part) for part in query.parts])
    return Plain(plan, query)


class Plain:
    """A question that holds no sequence."""

    def __init__(self, plan: Plan, query: Query) -> None:
        self._plan, self._query = plan, query
        self._ready: list[Found] = []

    def take(self, recording: Recording, tracks: Tracks, start: int, end: int) -> None:
        """See `Stream`."""
        found = answers(self._plan, self._query, recording, tracks)
        self._ready += [one for one in found if start <= one.known < end]

    def until(self, end: int) -> list[Found]:
        """See `Stream`."""
        told = [one for one in self._ready if one.known < end]
        self._ready = [written(one) for one in self._ready if one.known >= end]
        return told


class Union:
    """Any of several questions."""

    def __init__(self, parts: Iterable[Stream]) -> None:
        self._parts = tuple(parts)

    def take(self, recording: Recording, tracks: Tracks, start: int, end: int) -> None:
        """See `Stream`."""
        for part in self._parts:
            part.take(recording, tracks, start, end)

    def until(self, end: int) -> list[Found]:
        """See `Stream`."""
        return [one for part in self._parts for one in part.until(end)]


class Pairs:
    """A sequence: each B with the latest A whose end it follows closely enough.

    Of As that end together it is the one that began last, then the last in
    order of camera, recording and track. What of the first part must be kept
    does not grow with `within`: of the As that every B still to come follows,
    the latest of each camera is better than all others.
    """

    def __init__(self, query: Query, first: Stream, second: Stream) -> None:
        self._query, self._first, self._second = query, first, second
        self._least, self._most = pause(query)
        self._waiting: dict[str, list[Found]] = {}

    def take(self, recording: Recording, tracks: Tracks, start: int, end: int) -> None:
        """See `Stream`."""
        self._first.take(recording, tracks, start, end)
        self._second.take(recording, tracks, start, end)

    def until(self, end: int) -> list[Found]:
        """See `Stream`."""
        for one in self._first.until(end):
            self._waiting.setdefault(self._place(one), []).append(one)
        for waiting in self._waiting.values():
            waiting.sort(key=lambda one: (one.until, one.at, one.home))
        pairs = [self._paired(second) for second in self._second.until(end)]
        self._waiting = {place: self._kept(held, end) for place, held in self._waiting.items()}
        return [one for one in pairs if one is not None]

    def _place(self, one: Found) -> str:
        return one.home[0] if same_camera(self._query) else ""

    def _paired(self, second: Found) -> Found | None:
        waiting = self._waiting.get(self._place(second), [])
        behind = bisect_right(waiting, second.at - self._least, key=lambda one: one.until)
        if behind == 0 or waiting[behind - 1].until < second.at - self._most:
            return None
        return pair(self._query, waiting[behind - 1], second)

    def _kept(self, waiting: list[Found], end: int) -> list[Found]:
        behind = bisect_right(waiting, end - self._least, key=lambda one: one.until)
        return [written(one) for one in waiting[max(0, behind - 1) :]]
