"""Cuts one training view out of one or four pictures, with boxes that follow their pixels."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.training.pack import Boxes, Labelled, Pixels

GREY = 114
"""Where no picture is, as in the letterbox of the finished detector."""

NATIVE = 640
"""The finished detector sees pictures whose longer side is this; scales are told against it."""

ALONE, AMONG = (0.40, 1.25), (0.25, 0.80)
"""Lowest and highest scale of a picture alone in its view, and of one among four."""

STRETCH = 1.2
"""Width against height changes by up to this factor."""

SEEN = 0.4
"""A box cut to less than this share of its area becomes a place to be ignored."""

SMALLEST = (4.0, 8.0)
"""Pixels, width and height: a smaller box is ignored alike."""

Floats = NDArray[np.float32]
Choice = np.random.Generator
Moved = Callable[[Boxes], tuple[Boxes, Floats]]
"""Boxes of a source to boxes of its view, cut to their tile, and the share of each that is left."""


@dataclass(frozen=True, slots=True)
class View:
    """A square picture, (side, side, 3) BGR, with what is there and what is to be ignored."""

    pixels: Pixels
    truth: Labelled
    ignored: Labelled

    def mirrored(self) -> "View":
        """Left is right."""
        side = self.pixels.shape[1]
        swapped = np.ascontiguousarray(self.pixels[:, ::-1])
        return View(swapped, _mirrored(self.truth, side), _mirrored(self.ignored, side))


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded picture and its places."""

    pixels: Pixels
    truth: Labelled
    ignored: Labelled


def _mirrored(places: Labelled, side: int) -> Labelled:
    boxes = places.boxes.copy()
    boxes[:, [0, 2]] = side - places.boxes[:, [2, 0]]
    return Labelled(boxes, places.names)


def viewed(sources: list[Source], side: int, choice: Choice) -> View:
    """One view of `side` pixels from one source, or four around a random point."""
    alone = len(sources) == 1
    middle = (0, 0) if alone else tuple(int(side * choice.uniform(0.3, 0.7)) for _ in range(2))
    pixels = np.full((side, side, 3), GREY, np.uint8)
    found = []
    for number, source in enumerate(sources):
        left, right = (middle[0], side) if number % 2 == 0 else (0, middle[0])
        top, bottom = (middle[1], side) if number < 2 else (0, middle[1])
        tile = (left, top, right, bottom)
        found.append(_tiled(source, pixels, tile, ALONE if alone else AMONG, choice))
    view = View(pixels, joined([one[0] for one in found]), joined([one[1] for one in found]))
    return view.mirrored() if choice.random() < 0.5 else view


def joined(places: list[Labelled]) -> Labelled:
    """All places of several lists."""
    boxes = [np.zeros((0, 4), np.float32)] + [one.boxes for one in places]
    names = [np.zeros(0, np.int64)] + [one.names for one in places]
    return Labelled(np.concatenate(boxes), np.concatenate(names))


def _tiled(
    source: Source,
    pixels: Pixels,
    tile: tuple[int, int, int, int],
    scales: tuple[float, float],
    choice: Choice,
) -> tuple[Labelled, Labelled]:
    """Fill one tile of `pixels` from a source; its places, in pixels of the view."""
    height, width = source.pixels.shape[:2]
    scale = NATIVE / max(height, width) * float(np.exp(choice.uniform(*np.log(scales))))
    stretch = float(np.exp(choice.uniform(-1, 1) * np.log(STRETCH) / 2))
    scale_xy = np.array([scale * stretch, scale / stretch], np.float64)
    extent = np.array([tile[2] - tile[0], tile[3] - tile[1]]) / scale_xy
    low = _corner(source, extent, choice)
    _copied(source.pixels, pixels, tile, low, scale_xy)
    corner, limits = np.array(tile[:2] * 2), np.array([tile[:2] * 2, tile[2:] * 2], np.float64)

    def moved(boxes: Boxes) -> tuple[Boxes, Floats]:
        whole = (boxes - np.tile(low, 2)) * np.tile(scale_xy, 2) + corner
        cut = np.clip(whole, limits[0], limits[1]).astype(np.float32)
        areas = [np.prod(np.maximum(one[:, 2:] - one[:, :2], 0), axis=1) for one in (cut, whole)]
        return cut, (areas[0] / np.maximum(areas[1], 1e-6)).astype(np.float32)

    return _sorted_out(source, moved)


def _sorted_out(source: Source, moved: Moved) -> tuple[Labelled, Labelled]:
    boxes, seen = moved(source.truth.boxes)
    places = Labelled(boxes, source.truth.names)
    sides = boxes[:, 2:] - boxes[:, :2]
    whole = (seen >= SEEN) & (sides >= np.array(SMALLEST)).all(axis=1)
    doubtful = places.only(~whole & (seen > 0))
    other, left = moved(source.ignored.boxes)
    ignored = Labelled(other, source.ignored.names).only(left > 0)
    return places.only(whole), joined([doubtful, ignored])


def _corner(source: Source, extent: NDArray[np.float64], choice: Choice) -> NDArray[np.float64]:
    """Where the window of `extent` (source pixels) begins: mostly around something."""
    size = np.array([source.pixels.shape[1], source.pixels.shape[0]], np.float64)
    room = size - extent
    low = choice.uniform(0, 1, 2) * room  # a picture smaller than its tile lies anywhere in it
    boxes = source.truth.boxes
    if len(boxes) and choice.random() < 0.8:
        box = boxes[int(choice.integers(len(boxes)))]
        aim = (box[:2] + box[2:]) / 2 - extent * choice.uniform(0.2, 0.8, 2)
        low = np.where(room > 0, np.clip(aim, 0, np.maximum(room, 0)), low)
    return low


def _copied(
    source: Pixels,
    pixels: Pixels,
    tile: tuple[int, int, int, int],
    low: NDArray[np.float64],
    scale: NDArray[np.float64],
) -> None:
    """Scale the window that begins at `low` into the tile, as far as there is a picture."""
    limit = np.array([source.shape[1], source.shape[0]])
    start = np.array(tile[:2])
    first = np.maximum(np.round(-low * scale), 0).astype(int)
    last = np.minimum(np.round((limit - low) * scale), np.array(tile[2:]) - start).astype(int)
    extent = last - first
    if (extent < 1).any():
        return
    away = np.array([[1 / scale[0], 0, 0], [0, 1 / scale[1], 0]], np.float64)
    away[:, 2] = low + (first + 0.5) / scale - 0.5
    small = _sharp(source, scale.max())
    away_small = away * small[1]
    away_small[:, 2] = (away[:, 2] + 0.5) * small[1] - 0.5
    part = cv2.warpAffine(
        small[0],
        away_small,
        (int(extent[0]), int(extent[1])),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    x, y = start + first
    pixels[y : y + extent[1], x : x + extent[0]] = part


def _sharp(source: Pixels, scale: float) -> tuple[Pixels, float]:
    """The picture, halved first where it is to shrink so much that pixels would be skipped."""
    if scale > 0.6:
        return source, 1.0
    height, width = source.shape[0] // 2 * 2, source.shape[1] // 2 * 2
    half = cv2.resize(
        source[:height, :width], (width // 2, height // 2), interpolation=cv2.INTER_AREA
    )
    return np.asarray(half, np.uint8), 0.5
