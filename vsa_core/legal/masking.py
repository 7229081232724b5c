"""Every picture that a person sees passes here: people stay masked until a match is accepted.

CPP art. 230-21: identity may appear only after matching, and only for what
matched. Masks come from tracks, from a fresh look and from movement, not from
faces: nothing here looks for a face. What it cannot do: somebody whom neither
detector nor motion ever saw has no mask. Windscreens of cars, buses, trucks
and other vehicles are not masked.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import CLASSES, PERSON, TWO_WHEELERS, UNNAMED, class_number
from vsa_core.domain.ports import Picture
from vsa_core.legal.unexplained import Box, Regions, unexplained

RULE = "head-boxes 3"
"""Name and version of the rule, for the papers of an export."""

FILL = 0
"""What a masked pixel becomes: black, so that nothing can be computed back from it."""

MINIMUM = 16
"""A mask is at least this many pixels wide and high."""

WIDENED = 0.2
RAISED = 0.1
BUST = 0.6

NOTHING: Regions = np.zeros((0, 4), np.float32)
"""No moving region."""

Area = tuple[int, int, int, int]
"""Pixels: left, top, right, bottom, half-open."""

_DEPTH: Mapping[int, float] = {
    PERSON: 0.25,
    UNNAMED: 0.40,  # may be a person whom the detector missed
    **{class_number(name): 0.40 for name in TWO_WHEELERS},  # its rider, where one box holds both
    **{class_number(name): 0.40 for name in ("animal", "bag")},  # what a person is taken for
}
NO_TRACK = -1
"""Number of what no track follows."""

_BARE = frozenset(range(len(CLASSES))) - _DEPTH.keys()


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing on show: its track (NO_TRACK without), class, box, and fate.

    box: left, top, right, bottom in pixels; also: boxes where it may be
    instead, whose heads are masked too; observed: whether the box
    was seen about now, and so accounts for what moves in it.
    """

    track: int
    kind: int
    box: Box
    revealed: bool
    also: tuple[Box, ...] = ()
    observed: bool = True


def mask(picture: Picture, shown: Sequence[Shown], moving: Regions = NOTHING) -> Picture:
    """A copy of the picture, (h, w, 3) or (h, w), with every area of `areas` filled."""
    masked = picture.copy()
    for left, top, right, bottom in areas(shown, (picture.shape[1], picture.shape[0]), moving):
        masked[top:bottom, left:right] = FILL
    return masked


def hidden(areas: Sequence[Area], size: tuple[int, int]) -> NDArray[np.bool_]:
    """Which pixels of a picture of `size` (width, height) some areas hide, (h, w)."""
    found = np.zeros((size[1], size[0]), np.bool_)
    for left, top, right, bottom in areas:
        found[top:bottom, left:right] = True
    return found


def areas(
    shown: Sequence[Shown], size: tuple[int, int], moving: Regions = NOTHING
) -> tuple[Area, ...]:
    """Every area that hides somebody in a picture of `size` (width, height).

    Heads of all that is not revealed, and what moves (`moving`: (n, 4) from 0
    to 1 of the picture) where no observed box accounts for it. A revealed
    track has no mask of its own; another's over it stays.
    """
    known = [one.box for one in shown if one.observed]
    rest = unexplained(moving, known, size) if len(moving) else []
    heads = (found for one in shown if not one.revealed for found in _heads(one, size))
    return (*heads, *(_within(box, size) for box in rest))


def _heads(shown: Shown, size: tuple[int, int]) -> Iterator[Area]:
    for box in (shown.box, *shown.also):
        yield area(Shown(shown.track, shown.kind, box, revealed=False), size)


def area(shown: Shown, size: tuple[int, int]) -> Area:
    """The pixels that hide a track's head: left, top, right, bottom, half-open, within `size`.

    A person upright: the top quarter of the box, or six tenths of its width
    where that reaches lower (a bust cut by the picture's edge), a fifth wider
    on each side and a tenth of the box above. A person lying or bent, in a
    box wider than high: the whole box, because the head may be at either
    end. What may be a person or carry one (unnamed, two-wheelers, animals,
    bags): the top 40 %. A box that is no box hides the whole picture. Empty
    (0, 0, 0, 0) for what is never masked.
    """
    width, height = size
    if shown.kind in _BARE:
        return 0, 0, 0, 0
    if not all(math.isfinite(edge) for edge in shown.box):
        return 0, 0, width, height
    return _within(_at_least(_head(shown.kind, shown.box)), size)


def _within(box: Box, size: tuple[int, int]) -> Area:
    """The whole pixels that a box touches, within a picture of `size`."""
    (left, top, right, bottom), (width, height) = box, size
    return (
        min(max(math.floor(left), 0), width),
        min(max(math.floor(top), 0), height),
        min(max(math.ceil(right), 0), width),
        min(max(math.ceil(bottom), 0), height),
    )


def _head(kind: int, box: Box) -> Box:
    left, right = sorted((box[0], box[2]))
    top, bottom = sorted((box[1], box[3]))
    wide, high = right - left, bottom - top
    return (
        left - WIDENED * wide,
        top - RAISED * high,
        right + WIDENED * wide,
        top + _depth(kind, wide, high),
    )


def _depth(kind: int, wide: float, high: float) -> float:
    """How far down from the top of the box the head may reach."""
    if kind != PERSON:
        return _DEPTH.get(kind, 1.0) * high
    return high if wide > high else max(_DEPTH[kind] * high, BUST * wide)


def _at_least(box: Box) -> Box:
    """The box grown about its middle to MINIMUM pixels each way."""
    left, top, right, bottom = box
    across = max(MINIMUM - (right - left), 0) / 2
    down = max(MINIMUM - (bottom - top), 0) / 2
    return left - across, top - down, right + across, bottom + down
