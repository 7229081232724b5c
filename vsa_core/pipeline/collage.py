"""Cuts where something moves, out of several pictures, laid side by side to be looked at at once.

After Tetris (Yang et al. 2022): a detector costs the same whether its input
holds one street with one walker or ten walkers cut out of ten pictures.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.moment import Moment
from vsa_core.domain.ports import Picture
from vsa_core.domain.track import Sightings

GREY = 114
"""Grey level between the cuts, as around a picture in a letterbox."""

MARGIN, LEAST_MARGIN = 0.25, 16
"""What is cut around a moving region, as a share of its longer side, and in pixels at least."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom excluded."""

Floats = NDArray[np.float32]


def cuts(regions: Floats, width: int, height: int) -> tuple[Box, ...]:
    """Regions (n, 4), from 0 to 1, with a margin, in pixels; those that overlap are one."""
    found: list[Box] = []
    for left, top, right, bottom in (regions * np.array([width, height] * 2)).tolist():
        more = max(LEAST_MARGIN, MARGIN * max(right - left, bottom - top))
        low = max(0, int(left - more)), max(0, int(top - more))
        new = (*low, min(width, int(right + more) + 1), min(height, int(bottom + more) + 1))
        while meeting := [one for one in found if _meet(one, new)]:
            found = [one for one in found if one not in meeting]
            new = _around(*meeting, new)
        found.append(new)
    return tuple(found)


def _meet(one: Box, other: Box) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _around(*boxes: Box) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


@dataclass(slots=True)
class _Shelf:
    """A row of cuts, one beside the other, as high as its first."""

    top: int
    height: int
    filled: int = 0


@dataclass(frozen=True, slots=True)
class _Laid:
    """A cut, the number of its picture, and its left and top in the collage."""

    number: int
    cut: Box
    left: int
    top: int

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the collage lies in the cut."""
        width, height = _sides(self.cut)
        return 0 <= x - self.left < width and 0 <= y - self.top < height


@dataclass(slots=True)
class Collage:
    """One picture made of cuts; it is a Frame, at the moment of the first of them."""

    at: Moment
    pixels: Picture
    key: bool = False
    _shelves: list[_Shelf] = field(default_factory=list)
    _laid: list[_Laid] = field(default_factory=list)

    @staticmethod
    def empty(at: Moment, width: int, height: int) -> "Collage":
        """Nothing but grey."""
        return Collage(at, np.full((height, width, 3), GREY, np.uint8))

    def add(self, number: int, picture: Picture, boxes: Sequence[Box]) -> bool:
        """Lay the cuts `boxes` of one picture, (h, w, 3) BGR; False, and nothing done, if no room.

        `number` tells the picture from others; cuts keep their scale.
        """
        before = [_Shelf(one.top, one.height, one.filled) for one in self._shelves]
        places = [self._room(*_sides(box)) for box in sorted(boxes, key=_low)]
        if None in places:
            self._shelves = before
            return False
        for box, place in zip(sorted(boxes, key=_low), places, strict=True):
            assert place is not None
            left, top = place
            cut = picture[box[1] : box[3], box[0] : box[2]]
            self.pixels[top : top + cut.shape[0], left : left + cut.shape[1]] = cut
            self._laid.append(_Laid(number, box, left, top))
        return True

    def given_back(self, found: Sightings) -> dict[int, Sightings]:
        """What was found in the collage, by the number of the picture, in pixels of that picture.

        What lies between the cuts belongs to none.
        """
        rows: dict[int, list[int]] = {one.number: [] for one in self._laid}
        boxes = found.boxes.copy()
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        for row, (x, y) in enumerate(middles.tolist()):
            laid = next((one for one in self._laid if one.holds(x, y)), None)
            if laid is not None:
                rows[laid.number].append(row)
                boxes[row] += np.array(
                    [laid.cut[0] - laid.left, laid.cut[1] - laid.top] * 2, np.float32
                )
        back = Sightings(boxes, found.scores, found.kinds)
        return {number: back.only(np.array(own, np.intp)) for number, own in rows.items()}

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        """(height, width, 3) BGR, by the nearest pixel where that is another size than its own."""
        own = self.pixels.shape
        if (width or own[1], height or own[0]) == (own[1], own[0]):
            return self.pixels
        down, across = (
            (2 * np.arange(count) + 1) * length // (2 * count)
            for count, length in ((height, own[0]), (width, own[1]))
        )
        scaled: Picture = self.pixels[down][:, across]
        return scaled

    def luma(self, width: int) -> Picture:
        """Never asked of a collage."""
        raise NotImplementedError(width)

    def _room(self, width: int, height: int) -> tuple[int, int] | None:
        """Left and top of a free place, taken; on the first shelf that has it, or on a new one."""
        for shelf in self._shelves:
            if height <= shelf.height and shelf.filled + width <= self.pixels.shape[1]:
                shelf.filled += width
                return shelf.filled - width, shelf.top
        top = max(chain((0,), (one.top + one.height for one in self._shelves)))
        if top + height > self.pixels.shape[0] or width > self.pixels.shape[1]:
            return None
        self._shelves.append(_Shelf(top, height, width))
        return 0, top


def _sides(box: Box) -> tuple[int, int]:
    return box[2] - box[0], box[3] - box[1]


def _low(box: Box) -> tuple[int, Box]:
    """Key by which cuts are laid: the highest first."""
    return box[1] - box[3], box
