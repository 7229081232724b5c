"""Finding the one picture on show at a position, without ever giving a neighbour instead."""

from collections.abc import Callable, Generator, Iterator
from functools import partial

from vsa_core.decode.cache import PictureCache
from vsa_core.decode.feed import Feed
from vsa_core.decode.frame import PyavFrame
from vsa_core.decode.kept import OWN, Kept, Size, kept
from vsa_core.decode.reel import Reel
from vsa_core.domain.ports import Near

_NEAR = 12
"""Packets that are cheaper to decode in passing than to seek over."""

_SOON = 6
"""Pictures that are decoded in passing while a person waits for one at once."""


class Seeker:
    """Exact random access with a memory: pictures decoded in passing are kept.

    Two runs of the decoder may be on their way: one where a person looks, and
    one that prepares elsewhere (`approach` from aside), so that neither spoils
    the other's place.
    """

    def __init__(self, reel: Reel, open_feed: Callable[[], Feed], cache: PictureCache) -> None:
        self._reel, self._open, self._cache = reel, open_feed, cache
        self._size = OWN
        self._feeds: dict[bool, Feed] = {}
        self._passes: dict[bool, _Pass] = {}
        self._lost: set[int] = set()
        self._owners: dict[int, int] = {}

    def fit(self, size: Size) -> None:
        """Keep pictures in that size from now on; those in another are forgotten."""
        if size != self._size:
            self._size = size
            self._cache.fit(partial(kept, size=size))

    def find(self, position: int) -> Kept | None:
        """The picture on show at `position`; None when it cannot be decoded."""
        self._cache.focus(position)
        return self._finish(self._toward(position, aside=False))

    def holds(self, position: int) -> bool:
        """Whether `find` would tell at once."""
        return position in self._lost or self._cache.holds(self._owner(position))

    def near(self, position: int, within: int | None = None) -> Near | None:
        """The nearest picture of its group that can be had at once; None when there is none.

        One in memory, the one asked for where a run is about to reach it, or
        the first of its group. within: nearer than so many ticks, if it is
        not the one asked for.
        """
        self._cache.focus(position)
        if self.holds(position) or self._soon(position):
            found = self.find(position)
            return Near(found, exact=True) if found is not None else None
        group = self._reel.group(position, within)
        beside = self._cache.nearest(position, group) or self._first_of(position, group)
        return Near(beside, exact=self.holds(position)) if beside is not None else None

    def approach(self, position: int, aside: bool = False) -> Iterator[None]:
        """Decode, a picture at each turn, until `find` would tell `position` at once.

        aside: leave the run that a person looks by where it is, unless it leads there.
        """
        yield from self._toward(position, aside)

    def close(self) -> None:
        """Let go of the decoders."""
        for feed in self._feeds.values():
            feed.close()

    def _finish(self, steps: Generator[None, None, Kept | None]) -> Kept | None:
        while True:
            try:
                next(steps)
            except StopIteration as end:
                found: Kept | None = end.value
                return found

    def _toward(self, position: int, aside: bool) -> Generator[None, None, Kept | None]:
        held = self._cache.get(self._owner(position))
        if held is not None or position in self._lost:
            return held
        found = yield from self._decoded(position, aside)
        if found is None:
            self._lost.add(position)
            return None
        self._owners[position] = found[0]
        return self._kept(*found)

    def _decoded(
        self, position: int, aside: bool
    ) -> Generator[None, None, tuple[int, PyavFrame] | None]:
        starts = self._reel.starts(position)
        for one in self._passes.values():
            if one.leads_to(position, starts[0]):
                return (yield from one.to(position))
        for start in starts:
            fresh = self._pass(start, aside)
            found = yield from fresh.to(position)
            if found is not None or fresh.began_by(position):
                return found
        return None

    def _soon(self, position: int) -> bool:
        start = self._reel.starts(position)[0]
        return any(
            one.leads_to(position, start) and one.ahead(position) <= _SOON
            for one in self._passes.values()
        )

    def _first_of(self, position: int, group: range) -> Kept | None:
        """The first sound picture that the decoder gives on its way there, if in `group`."""
        start = self._reel.starts(position)[0]
        if self._reel.timeline.reach_of(start) not in group:
            return None
        found = self._pass(start, aside=False).first()
        return self._kept(*found) if found is not None and found[0] in group else None

    def _pass(self, start: int, aside: bool) -> "_Pass":
        if aside not in self._feeds:
            self._feeds[aside] = self._open()
        self._passes.pop(aside, None)
        made = _Pass(self._reel, self._feeds[aside], start, self._cache.put, self._owners)
        self._passes[aside] = made
        return made

    def _kept(self, position: int, frame: PyavFrame) -> Kept:
        if not self._cache.holds(position):
            self._cache.put(position, frame)
        return self._cache.get(position) or kept(frame, self._size)

    def _owner(self, position: int) -> int:
        """The position whose picture is on show at `position`: its own, as far as is known."""
        return self._owners.get(position, position)


class _Pass:
    """A decoding run in progress: where it began, how far it came, its last sound picture.

    `keep` is given every sound picture; `owners` learns of positions that have
    none of their own whose picture stays on show there.
    """

    def __init__(
        self,
        reel: Reel,
        feed: Feed,
        start: int,
        keep: Callable[[int, PyavFrame], None],
        owners: dict[int, int],
    ) -> None:
        self._reel, self._start, self._keep, self._owners = reel, start, keep, owners
        self._run = reel.run(feed, start)
        self._pictures = self._run.pictures()
        self._first = self._far = -1
        self._last: tuple[int, PyavFrame] | None = None

    def leads_to(self, position: int, start: int) -> bool:
        """Whether going on is right and cheaper than a fresh run from packet `start`."""
        return self._first >= 0 and self._far < position and start <= self._run.taken + _NEAR

    def ahead(self, position: int) -> int:
        """How many pictures further `position` is."""
        return position - self._far

    def began_by(self, position: int) -> bool:
        """Whether the run's first picture was not beyond `position`: if not, start earlier."""
        return 0 <= self._first <= position

    def first(self) -> tuple[int, PyavFrame] | None:
        """Decode on until a sound picture comes out."""
        for _ in self._onward():
            if self._last is not None:
                break
        return self._last

    def to(self, position: int) -> Generator[None, None, tuple[int, PyavFrame] | None]:
        """Decode on until `position`, one picture a turn; the one on show there, None if lost."""
        before = self._last
        for far in self._onward():
            if far >= position:
                return self._shown_at(position, before)
            before = self._last
            yield
        return self._shown_at(position, self._last)

    def _onward(self) -> Iterator[int]:
        """Positions of the pictures that come out, sound or not; `_last` is the last sound one."""
        for shown in self._pictures:
            self._first = shown.position if self._first < 0 else self._first
            for passed in range(self._far + 1, shown.position):
                if self._last is not None and self._stays(self._last, passed):
                    self._owners[passed] = self._last[0]
            self._far = shown.position
            if shown.sound:
                self._last = (shown.position, self._reel.picture(shown))
                self._keep(*self._last)
            yield shown.position

    def _shown_at(
        self, position: int, before: tuple[int, PyavFrame] | None
    ) -> tuple[int, PyavFrame] | None:
        """The picture of `position`, or the one before where none is expected since."""
        if self._last is not None and self._last[0] == position:
            return self._last
        if before is not None:
            return before if self._stays(before, position) else None
        silent = self._reel.timeline.silent
        if self._last is not None and self._start == 0 and silent[: position + 1].all():
            return self._last
        return None

    def _stays(self, before: tuple[int, PyavFrame], position: int) -> bool:
        """Whether a picture stays on show at a later position that gave none."""
        start, picture = before
        paired = picture.interlaced and self._reel.timeline.second_field(start) == position
        return paired or bool(self._reel.timeline.silent[start + 1 : position + 1].all())
