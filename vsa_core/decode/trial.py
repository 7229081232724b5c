"""A short trial decode: whether a file gives pictures at all, here and there."""

from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

import numpy as np

from vsa_core.decode.feed import Feed, open_feed
from vsa_core.decode.run import Run, Shown
from vsa_core.decode.timeline import Timeline, timeline_of
from vsa_core.domain.footage import PacketIndex

_FIRST_PICTURES = 4
_FIRST_PACKETS = 300
_LATER_KEYS = 4
"""Key packets, spread over the rest of the file, from which one picture each is tried."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What the trial gave: sound pictures, key packets that gave none, and the first picture."""

    pictures: int
    lost_keys: int
    width: int
    height: int
    rotation: int


def try_pictures(file: BinaryIO, name: str, index: PacketIndex, codec: str) -> Trial:
    """Decode the first pictures, then one at each of a few later key packets.

    `rotation` is the clockwise turn, in multiples of 90 degrees, that the
    display matrix asks for (ISO/IEC 14496-12, 6.2.2). Raises Unreadable when
    the container does not open.
    """
    timeline = timeline_of(index, codec)
    feed = open_feed(file, name, index, threads=1)
    try:
        first = _first(feed, index, timeline)
        later = [_at_key(feed, index, timeline, key) for key in _later(timeline)]
    finally:
        feed.close()
    found = first + [shown for shown in later if shown is not None]
    lost = sum(1 for shown in later if shown is None)
    if not found:
        return Trial(0, lost, 0, 0, 0)
    frame = found[0].frame
    turn = round(-frame.rotation / 90) * 90 % 360
    return Trial(len(found), lost, frame.width, frame.height, turn)


def _first(feed: Feed, index: PacketIndex, timeline: Timeline) -> list[Shown]:
    pictures = Run(feed, index, timeline, 0).pictures(_FIRST_PACKETS)
    return [shown for shown in islice(pictures, _FIRST_PICTURES) if shown.sound]


def _later(timeline: Timeline) -> list[int]:
    keys = timeline.keys[1:]
    if not len(keys):
        return []
    rows = np.linspace(0, len(keys) - 1, _LATER_KEYS).astype(np.int64)
    return sorted(set(keys[rows].tolist()))


def _at_key(feed: Feed, index: PacketIndex, timeline: Timeline, key: int) -> Shown | None:
    for _, shown in Run(feed, index, timeline, key).keys(frozenset((key,))):
        return shown if shown is not None and shown.sound else None
    return None
