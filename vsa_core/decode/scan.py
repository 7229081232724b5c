"""Reading forward through a span: every picture or key pictures only, and what is missing."""

from collections.abc import Iterator
from itertools import chain

import numpy as np

from vsa_core.decode.feed import Feed
from vsa_core.decode.frame import PyavFrame
from vsa_core.decode.reel import Reel
from vsa_core.decode.run import Shown
from vsa_core.domain.footage import Gap
from vsa_core.domain.moment import Span

LOST = "SRC-021"
DOUBTED = "SRC-032"
IMPAIRED = "SRC-034"


class _Losses:
    """The pictures missing since `begin`, told from `first` to before `last`."""

    def __init__(self, reel: Reel, begin: int, first: int, last: int) -> None:
        self._reel, self._expected, self._told = reel, begin, first
        self._first, self._last = first, last
        self._doubted: set[int] = set()
        self._second_field = -1

    def shown(self, shown: Shown) -> None:
        """Take down a picture that is shown: of its second field, none is expected."""
        if shown.interlaced:
            self._second_field = self._reel.timeline.second_field(shown.position)

    def doubt(self, position: int) -> None:
        """Take down a picture that came out, and that the decoder itself does not trust."""
        self._doubted.add(position)

    def before(self, position: int) -> Iterator[Gap]:
        """Gaps to tell before the picture at `position`: what is missing since the one before.

        Pictures that lean on a lost one are still shown: what they show may
        be of another moment, so their time is told as a gap too (SRC-034).
        It may reach back, over B-pictures shown before the one they lean on.
        """
        silent = self._reel.timeline.silent[self._expected : position]
        missing = self._expected + np.flatnonzero(~silent)
        lost: list[int] = missing[missing != self._second_field].tolist()
        self._expected = position + 1
        inside = [p for p in lost if p >= self._first]
        if inside:
            code = DOUBTED if self._doubted.issuperset(inside) else LOST
            yield self._gap(inside[0], position, code)
        if lost:
            yield from self.leaning(lost, frozenset(lost))

    def leaning(self, bad: list[int], absent: frozenset[int]) -> Iterator[Gap]:
        """The gap of what leans on the positions `bad`, unless all of it is told or `absent`."""
        timeline = self._reel.timeline
        start = max(self._told, min(timeline.leaning_from(p) for p in bad))
        end = min(self._last, max(timeline.healed_after(p) for p in bad))
        if not absent.issuperset(range(start, end)):
            yield self._gap(start, end, IMPAIRED)
            self._told = end

    def _gap(self, start: int, end: int, code: str) -> Gap:
        return Gap(Span(int(self._reel.timeline.times[start]), _time(self._reel, end)), code)


def every(reel: Reel, feed: Feed, span: Span) -> Iterator[PyavFrame | Gap]:
    """Pictures of `span` in order; gaps come before the picture that follows missing ones."""
    first, last = _positions(reel, span)
    if first >= last:
        return
    begin, pictures = _reaching(reel, feed, first)
    losses = _Losses(reel, begin, first, last)
    for shown in pictures:
        if shown.position >= last:
            break
        if not shown.sound:
            losses.doubt(shown.position)
            continue
        yield from losses.before(shown.position)
        losses.shown(shown)
        if not shown.whole:
            yield from losses.leaning([shown.position], frozenset())
        if shown.position >= first:
            yield reel.picture(shown)
    yield from losses.before(last)


def keys(reel: Reel, feed: Feed, span: Span) -> Iterator[PyavFrame | Gap]:
    """Key pictures of `span` in order; a Gap, up to the next picture, for each that fails."""
    first, last = _positions(reel, span)
    wanted = _wanted(reel, feed, first, last)
    left = set(wanted)
    for ordinal, shown in reel.run(feed, wanted[0]).keys(frozenset(wanted)) if wanted else ():
        left.discard(ordinal)
        if shown is not None and shown.sound:
            if first <= shown.position < last:
                yield reel.picture(shown)
        else:
            yield from _failed_key(reel, ordinal, span, LOST if shown is None else DOUBTED)
    for ordinal in sorted(left):
        yield from _failed_key(reel, ordinal, span, LOST)


def with_jumps(
    items: Iterator[PyavFrame | Gap], jumps: tuple[Gap, ...], span: Span
) -> Iterator[PyavFrame | Gap]:
    """`items` with the jumps of time that touch `span`, each before what comes after it."""
    waiting = sorted(
        (gap for gap in jumps if gap.span.overlaps(span)), key=lambda gap: gap.span.start
    )
    for item in items:
        start = item.span.start if isinstance(item, Gap) else item.at.pts
        while waiting and waiting[0].span.start < start:
            yield waiting.pop(0)
        yield item
    yield from waiting


def _positions(reel: Reel, span: Span) -> tuple[int, int]:
    return reel.timeline.first_from(span.start), reel.timeline.first_from(span.end)


def _reaching(reel: Reel, feed: Feed, position: int) -> tuple[int, Iterator[Shown]]:
    """Pictures from one at or before `position` on, and which should have been the first.

    Leading pictures of an open group need the group before: a start is good
    only if its first picture is not beyond `position`.
    """
    starts = reel.starts(position)
    for start in starts:
        pictures = reel.run(feed, start).pictures()
        head = next(pictures, None)
        if head is not None and head.position <= position:
            due = head.position if feed.by_turn else reel.timeline.reach_of(start)
            return min(head.position, due), chain((head,), pictures)
    return position, reel.run(feed, starts[-1]).pictures()


def _failed_key(reel: Reel, ordinal: int, span: Span, code: str) -> Iterator[Gap]:
    position = int(reel.timeline.place[ordinal])
    gap = Gap(Span(int(reel.timeline.times[position]), _time(reel, position + 1)), code)
    if gap.span.overlaps(span):
        yield gap


def _wanted(reel: Reel, feed: Feed, first: int, last: int) -> list[int]:
    """Ordinals of the key packets whose pictures may lie in the positions first to last."""
    keys = reel.timeline.keys
    place = reel.timeline.place[keys]
    shown = reel.packets.key[keys] & (place >= 0)
    inside = shown & (first <= place) & (place < last)
    # By turn, a key picture comes after those that lead up to it, and its packet before them.
    earlier: list[int] = keys[shown & (place < first)][-1:].tolist() if feed.by_turn else []
    wanted: list[int] = keys[inside].tolist()
    return earlier + wanted


def _time(reel: Reel, position: int) -> int:
    times = reel.timeline.times
    return int(times[position]) if position < len(times) else reel.stream.span.end
