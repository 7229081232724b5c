"""Finding the one picture on show at a position, without ever giving a neighbour instead."""

from vsa_core.decode.cache import PictureCache
from vsa_core.decode.feed import Feed
from vsa_core.decode.frame import PyavFrame
from vsa_core.decode.reel import Reel

_NEAR = 12
"""Packets that are cheaper to decode in passing than to seek over."""


class Seeker:
    """Exact random access with a memory: pictures decoded in passing are kept."""

    def __init__(self, reel: Reel, feed: Feed, cache: PictureCache) -> None:
        self._reel, self._feed, self._cache = reel, feed, cache
        self._lost: set[int] = set()
        self._pass: _Pass | None = None

    def find(self, position: int) -> PyavFrame | None:
        """The picture on show at `position`; None when it cannot be decoded."""
        kept = self._cache.get(position)
        if kept is not None or position in self._lost:
            return kept
        found = self._decoded(position)
        if found is None:
            self._lost.add(position)
        return found

    def _decoded(self, position: int) -> PyavFrame | None:
        starts = self._reel.starts(position)
        if self._pass is not None and self._pass.leads_to(position, starts[0]):
            return self._pass.to(position)
        for start in starts:
            self._pass = _Pass(self._reel, self._feed, self._cache, start)
            found = self._pass.to(position)
            if found is not None or self._pass.began_by(position):
                return found
        return None


class _Pass:
    """A decoding run in progress: where it began, how far it came, its last sound picture."""

    def __init__(self, reel: Reel, feed: Feed, cache: PictureCache, start: int) -> None:
        self._reel, self._cache, self._start = reel, cache, start
        self._run = reel.run(feed, start)
        self._pictures = self._run.pictures()
        self._first = self._far = -1
        self._last: tuple[int, PyavFrame] | None = None

    def leads_to(self, position: int, start: int) -> bool:
        """Whether going on is right and cheaper than a fresh run from packet `start`."""
        return self._first >= 0 and self._far < position and start <= self._run.taken + _NEAR

    def began_by(self, position: int) -> bool:
        """Whether the run's first picture was not beyond `position`: if not, start earlier."""
        return 0 <= self._first <= position

    def to(self, position: int) -> PyavFrame | None:
        """Decode on until `position`; the picture on show there, None when it is lost."""
        for shown in self._pictures:
            self._first = shown.position if self._first < 0 else self._first
            self._far = shown.position
            before = self._last
            if shown.sound:
                self._last = (shown.position, self._reel.picture(shown))
                self._cache.put(*self._last)
            if shown.position >= position:
                return self._shown_at(position, before)
        return self._shown_at(position, self._last)

    def _shown_at(self, position: int, before: tuple[int, PyavFrame] | None) -> PyavFrame | None:
        """The picture of `position`, or the one before where none is expected since."""
        if self._last is not None and self._last[0] == position:
            return self._last[1]
        timeline = self._reel.timeline
        silent = timeline.silent
        if before is not None:
            start, picture = before
            paired = picture.interlaced and timeline.second_field(start) == position
            return picture if paired or silent[start + 1 : position + 1].all() else None
        if self._last is not None and self._start == 0 and silent[: position + 1].all():
            return self._last[1]
        return None
