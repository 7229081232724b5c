"""From a mask of changed pixels to one box for each thing that moves."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Shape = NDArray[np.uint8]

LEAST_AREA = 0.0005
"""Share of the picture below which a blob is noise: 29 pixels of 320 x 180, a person 10 high."""

MOST_BLOBS = 64
"""Only that many of the largest are kept: a picture of pure noise must not cost minutes."""

LEAST_SURE = 0.1
"""Share of a blob's pixels that must have changed beyond doubt."""

PART = 1 / 6
"""A blob of at most this share of another's area, right above or below it, is a part of it."""

NEAR = 0.1
"""How far above or below, as a share of the other's height."""


@dataclass(frozen=True, slots=True)
class Blob:
    """Left, top, right, bottom and area of one blob, in pixels; right and bottom excluded."""

    left: int
    top: int
    right: int
    bottom: int
    area: int

    @property
    def height(self) -> int:
        """Height of the box, in pixels."""
        return self.bottom - self.top

    @property
    def box(self) -> int:
        """Area of the box, in pixels."""
        return (self.right - self.left) * self.height

    def with_part(self, part: "Blob") -> "Blob":
        """The blob that covers both."""
        return Blob(
            min(self.left, part.left),
            min(self.top, part.top),
            max(self.right, part.right),
            max(self.bottom, part.bottom),
            self.area + part.area,
        )


def blobs(changed: Mask, sure: Mask) -> list[Blob]:
    """Connected blobs of `changed` that hold enough `sure` pixels, parts joined, largest first.

    Both masks (h, w). Gaps are closed upwards rather than sideways: one person
    falls apart at the belt, two people walk side by side. Outlines are filled,
    because a thing of the scene's own brightness shows nothing but its outline.
    """
    h, w = changed.shape
    shape = _filled(changed)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(shape, connectivity=8)
    strong = np.bincount(labels[sure], minlength=count)
    area = stats[:, cv2.CC_STAT_AREA]
    kept = (area >= max(4.0, LEAST_AREA * w * h)) & (strong >= LEAST_SURE * area)
    kept[0] = False
    rows = np.flatnonzero(kept)
    rows = rows[np.argsort(-area[rows], kind="stable")][:MOST_BLOBS]
    return _joined([_blob(stats[row]) for row in rows])


def _filled(changed: Mask) -> Shape:
    """Gaps closed, outlines filled, specks and threads removed; (h, w) of 0 and 1."""
    shape = changed.astype(np.uint8)
    gap = max(3, round(shape.shape[1] / 64) | 1)
    # Opened by 2 x 2 pixels; the two anchors differ, or everything would shift by one.
    pair = np.ones((2, 2), np.uint8)
    shape = np.asarray(cv2.dilate(cv2.erode(shape, pair, anchor=(0, 0)), pair, anchor=(1, 1)))
    shape = _shaped(shape, cv2.MORPH_CLOSE, (gap, 1))
    outlines, _ = cv2.findContours(shape, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    full = cv2.drawContours(np.zeros_like(shape), outlines, -1, (1,), cv2.FILLED)
    return _shaped(np.asarray(full, np.uint8), cv2.MORPH_OPEN, (3, 3))


def _shaped(shape: Shape, change: int, kernel: tuple[int, int]) -> Shape:
    return np.asarray(cv2.morphologyEx(shape, change, np.ones(kernel, np.uint8)), np.uint8)


def _blob(row: NDArray[np.int32]) -> Blob:
    x, y, w, h, area = (int(value) for value in row)
    return Blob(x, y, x + w, y + h, area)


def _joined(found: list[Blob]) -> list[Blob]:
    """Each blob, largest first, with the smaller ones that are parts of it."""
    whole: list[Blob] = []
    for blob in found:
        for place, other in enumerate(whole):
            if _is_part(blob, other):
                whole[place] = other.with_part(blob)
                break
        else:
            whole.append(blob)
    return whole


def _is_part(small: Blob, large: Blob) -> bool:
    across = min(small.right, large.right) - max(small.left, large.left)
    down = min(small.bottom, large.bottom) - max(small.top, large.top)
    if across > 0 and down > 0 and across * down >= 0.7 * min(small.box, large.box):
        return True
    beside = across < 0.6 * (small.right - small.left)
    return not beside and small.area <= PART * large.area and -down <= NEAR * large.height
