"""Every picture that a person sees passes here: people stay masked until a match is accepted.

CPP art. 230-21: identity may appear only after matching, and only for what
matched. Masks come from tracks, not from faces: nothing here looks for a
face. What it cannot do: somebody whom neither detector nor motion ever saw
has no track, and no mask. Windscreens of cars, buses, trucks and other
vehicles are not masked.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vsa_core.domain.geometry import UNITS
from vsa_core.domain.objects import CLASSES, PERSON, TWO_WHEELERS, UNNAMED, class_number
from vsa_core.domain.ports import Picture
from vsa_core.domain.replay import Present
from vsa_core.domain.track import Tracks

RULE = "head-boxes 2"
"""Name and version of the rule, for the papers of an export."""

FILL = 0
"""What a masked pixel becomes: black, so that nothing can be computed back from it."""

MINIMUM = 16
"""A mask is at least this many pixels wide and high."""

WIDENED = 0.2
RAISED = 0.1
BUST = 0.6

Box = tuple[float, float, float, float]

_DEPTH: Mapping[int, float] = {
    PERSON: 0.25,
    UNNAMED: 0.40,  # may be a person whom the detector missed
    **{class_number(name): 0.40 for name in TWO_WHEELERS},  # its rider, where one box holds both
    **{class_number(name): 0.40 for name in ("animal", "bag")},  # what a person is taken for
}
_BARE = frozenset(range(len(CLASSES))) - _DEPTH.keys()


@dataclass(frozen=True, slots=True)
class Shown:
    """One track on show: its number, class, box (left, top, right, bottom in pixels), and fate."""

    track: int
    kind: int
    box: Box
    revealed: bool


def shown_at(
    present: Present, tracks: Tracks, size: tuple[int, int], revealed: frozenset[int]
) -> list[Shown]:
    """The tracks on show as pixel boxes of a picture of `size` (width, height).

    `revealed`: numbers of the tracks that a person accepted or examines.
    """
    width, height = size
    scale = np.array([width, height, width, height], np.float64) / UNITS
    found = []
    for row, box in zip(present.rows, present.boxes * scale, strict=True):
        number = int(tracks.number[row])
        left, top, right, bottom = (float(edge) for edge in box)
        kind = int(tracks.kind[row])
        found.append(Shown(number, kind, (left, top, right, bottom), number in revealed))
    return found


def mask(picture: Picture, shown: Sequence[Shown]) -> Picture:
    """A copy of the picture, (h, w, 3) or (h, w), with every head area filled.

    A revealed track has no mask of its own; another track's mask over it stays.
    """
    masked = picture.copy()
    height, width = picture.shape[:2]
    for one in shown:
        if not one.revealed:
            left, top, right, bottom = area(one, (width, height))
            masked[top:bottom, left:right] = FILL
    return masked


def area(shown: Shown, size: tuple[int, int]) -> tuple[int, int, int, int]:
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
    left, top, right, bottom = _at_least(_head(shown.kind, shown.box))
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
