"""The tracks on show in one picture, and where else the head of each may be."""

from dataclasses import dataclass

import numpy as np

from vsa_core.domain.geometry import UNITS
from vsa_core.domain.objects import PERSON, UNNAMED
from vsa_core.domain.replay import Present, box_of, present
from vsa_core.domain.track import Tracks
from vsa_core.legal.masking import Shown
from vsa_core.legal.stature import Stature
from vsa_core.legal.unexplained import Box

SHORT, TALL = 0.85, 1.25
"""A box outside these shares of the usual height is of somebody half hidden, or of two people."""

NARROW = 0.8
"""An unnamed box wider than this share of the usual height is not one person's."""

STRIDE = 500_000
"""Microseconds at a track's end from which its speed is read."""


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """A recording's tracks, and how tall people are in it where that is known."""

    tracks: Tracks
    stature: Stature | None = None


def on_show(
    world: World, at: int, hold: int, size: tuple[int, int], revealed: frozenset[int]
) -> list[Shown]:
    """The tracks on show at corrected time `at`, as pixel boxes of a picture of `size`.

    hold: microseconds for which a track is on show before its first point and
    after its last, both where it stood and where it was heading; revealed:
    numbers of the tracks that a person accepted or examines. The head of a
    person whose box is much shorter than people are there, or much taller, is
    also looked for at the usual height above the feet; so is that of an
    unnamed mover, who may be seen by the legs alone.
    """
    there = present(world.tracks, at, hold)
    return [_shown(world, there, place, at, size, revealed) for place in range(len(there.rows))]


def _shown(
    world: World,
    there: Present,
    place: int,
    at: int,
    size: tuple[int, int],
    revealed: frozenset[int],
) -> Shown:
    row = int(there.rows[place])
    number, kind = int(world.tracks.number[row]), int(world.tracks.kind[row])
    left, top, right, bottom = (float(edge) for edge in there.boxes[place])
    held: Box = (left, top, right, bottom)
    boxes = [held, *_carried(world.tracks, row, at, held)]
    usual = [one for box in boxes for one in _usual(world.stature, kind, box, size)]
    return Shown(
        number,
        kind,
        _pixels(held, size),
        number in revealed,
        tuple(_pixels(box, size) for box in (*boxes[1:], *usual)),
        bool(there.observed[place]),
    )


def _usual(stature: Stature | None, kind: int, box: Box, size: tuple[int, int]) -> tuple[Box, ...]:
    """The box of somebody of usual height on the same feet, where this box is odd; or nothing."""
    left, top, right, bottom = box
    usual = stature.at(bottom) if stature is not None else 0.0
    if not usual or kind not in (PERSON, UNNAMED):
        return ()
    wide = (right - left) * size[0] / size[1]  # in units of height
    if kind == UNNAMED and wide > NARROW * usual:
        return ()
    if kind == PERSON and SHORT * usual <= bottom - top <= TALL * usual:
        return ()
    return ((left, bottom - usual, right, bottom),)


def _carried(tracks: Tracks, row: int, at: int, held: Box) -> tuple[Box, ...]:
    """Before a track's first point or after its last: the box where it was heading; or nothing."""
    points = tracks.points_of(row)
    times = tracks.t[points]
    first, last = int(times[0]), int(times[-1])
    if first <= at <= last:
        return ()
    if at > last:
        start, end = int(np.searchsorted(times, last - STRIDE)), len(times) - 1
    else:
        start, end = 0, int(np.searchsorted(times, first + STRIDE, side="right")) - 1
    if times[end] <= times[start]:
        return ()
    ago, then = (box_of(tracks, points.start + place) for place in (start, end))
    share = (at - (last if at > last else first)) / float(times[end] - times[start])
    x, y = (share * (then[0] + then[2] - ago[0] - ago[2]) / 2, share * (then[3] - ago[3]))
    return ((held[0] + x, held[1] + y, held[2] + x, held[3] + y),)


def _pixels(box: Box, size: tuple[int, int]) -> Box:
    """A box in frame units, in pixels of a picture of `size` (width, height)."""
    across, down = size[0] / UNITS, size[1] / UNITS
    return box[0] * across, box[1] * down, box[2] * across, box[3] * down
