"""The pictures of one footage in display order, and where decoding must start to reach each."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.decode.timing import DEEPEST_REORDER, NO_TIME
from vsa_core.domain.footage import PacketIndex

_NOT_CODED = 16
"""Bytes up to which an MPEG-4 packet holds no coded picture (a header alone takes 7)."""

_NOWHERE = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Timeline:
    """Display positions of the packets: position p is on show from `times[p]`.

    times: (p,) int64 pts, increasing; coded: (p,) ordinal of the packet of each
    position; place: (n,) position of each packet in file order, -1 when it is
    never shown; ripe: (n,) the last position among
    the packets so far; silent: (p,) bool, positions from which no picture is
    expected; keys: (k,) ordinals of key packets, always beginning with 0;
    reach: (k,) the first position that decoding from each can show, increasing.
    """

    times: NDArray[np.int64]
    coded: NDArray[np.int64]
    place: NDArray[np.int64]
    ripe: NDArray[np.int64]
    silent: NDArray[np.bool_]
    keys: NDArray[np.int64]
    reach: NDArray[np.int64]

    def at(self, pts: int) -> int:
        """The position on show at `pts`; the first one before it."""
        return max(0, int(np.searchsorted(self.times, pts, side="right")) - 1)

    def first_from(self, pts: int) -> int:
        """The first position whose time is at or after `pts`."""
        return int(np.searchsorted(self.times, pts, side="left"))

    def second_field(self, position: int) -> int:
        """The position of the packet coded next, if it is also shown next; -1 otherwise.

        In field-coded H.264 (PAFF, 7.4.2.2) it is the other half of the picture.
        """
        following = int(self.coded[position]) + 1
        behind = int(self.place[following]) if following < len(self.place) else -1
        return behind if behind == position + 1 else -1

    def leaning_from(self, position: int) -> int:
        """The first position that leans on the one at `position`: B-pictures come before it."""
        ordinal = int(self.coded[position])
        behind = self.place[ordinal + 1 : ordinal + 1 + DEEPEST_REORDER]
        later = np.flatnonzero(behind > position)
        leaning = behind[: later[0]] if len(later) else behind
        leaning = leaning[leaning >= 0]
        return min(position, int(leaning.min())) if len(leaning) else position

    def healed_after(self, position: int) -> int:
        """From which position on no picture leans on the one at `position`, should it be lost.

        A picture coded after one that is shown later is leant on only by its
        neighbours, up to that one; any other may be leant on until the next
        key picture.
        """
        ordinal = int(self.coded[position])
        before = int(self.ripe[ordinal - 1]) if ordinal else -1
        if before > position:
            return before
        row = int(np.searchsorted(self.reach, position, side="right"))
        return int(self.reach[row]) if row < len(self.reach) else len(self.times)

    def reach_of(self, key: int) -> int:
        """The first position that decoding from the key packet `key` can show."""
        return int(self.reach[int(np.searchsorted(self.keys, key))])

    def starts(self, position: int) -> list[int]:
        """Key packets from which `position` can be reached, the nearest first, then back to 0."""
        nearest = int(np.searchsorted(self.reach, position, side="right")) - 1
        return [int(self.keys[row]) for row in range(nearest, -1, -1)] or [0]


def not_coded(codec: str, size: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which packets only say "as before" (ISO/IEC 14496-2, vop_coded 0) or hold a place."""
    return (size <= _NOT_CODED) & (codec == "mpeg4")


def timeline_of(index: PacketIndex, codec: str) -> Timeline:
    """Lay out a settled packet index; `codec` is the decoder's name."""
    shown = np.flatnonzero(index.pts != NO_TIME)
    order = shown[np.argsort(index.pts[shown], kind="stable")]
    place = np.full(len(index.pts), -1, np.int64)
    place[order] = np.arange(len(order))
    silent = not_coded(codec, index.size[order])
    keys, reach = _reach(index.key, place)
    ripe = np.maximum.accumulate(place)
    return Timeline(index.pts[order], order, place, ripe, silent, keys, reach)


def _reach(
    key: NDArray[np.bool_], place: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Key ordinals and the first position each can show: its own, or that of its first follower.

    A key packet may itself be hidden by an edit list that starts after it.
    """
    if not len(key):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    keys = np.unique(np.concatenate(([0], np.flatnonzero(key)))).astype(np.int64)
    seen = np.where(place < 0, _NOWHERE, place)
    reach = np.where(place[keys] < 0, np.minimum.reduceat(seen, keys), place[keys])
    return keys, np.minimum.accumulate(reach[::-1])[::-1]
