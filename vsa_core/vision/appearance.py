"""Colour and edges of boxes as short unit vectors: cheap, kept in memory only, never a template.

Histograms over horizontal stripes tell a red coat over dark trousers from the
reverse; they tell nothing about a face or a body. They help one tracker
through one slice and die with it. Compared by cosine after the square root
(Hellinger), as in Arandjelović and Zisserman, CVPR 2012.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture

STRIPES = 4
HUES = 12
TONES = 8
TURNS = 4
LENGTH = STRIPES * (HUES + TONES + TURNS)
"""Numbers in one vector."""

_WIDTH, _HEIGHT = 16, 48
_EDGE_WEIGHT = 0.35
_COARSEST = 4

Floats = NDArray[np.float32]


class ColourEmbedder:
    """The Embedder of the house; without state, so one instance serves every slice."""

    def embed(self, picture: Picture, boxes: Floats) -> Floats:
        """(n, LENGTH) float32 unit vectors of n boxes (left, top, right, bottom in pixels).

        `picture`: (height, width, 3) BGR. A box outside the picture, or
        without area, gives the vector of a black crop.
        """
        if not len(boxes):
            return np.zeros((0, LENGTH), np.float32)
        crops = _crops(picture, boxes)
        parts = [_hues(crops), _tones(crops), _turns(crops) * _EDGE_WEIGHT]
        joined = np.sqrt(np.concatenate(parts, axis=2)).reshape(len(boxes), LENGTH)
        units: Floats = joined / np.linalg.norm(joined, axis=1, keepdims=True)
        return units.astype(np.float32)


def _crops(picture: Picture, boxes: Floats) -> NDArray[np.uint8]:
    """(n, 48, 16, 3) BGR: the crops at one small size, black for a box outside the picture."""
    height, width = picture.shape[:2]
    bounds = np.array([width, height, width, height])
    edges = np.clip(np.nan_to_num(np.rint(boxes.astype(np.float64))), 0, bounds).astype(np.int64)
    out = np.zeros((len(boxes), _HEIGHT, _WIDTH, 3), np.uint8)
    for row, (left, top, right, bottom) in enumerate(edges.tolist()):
        if right - left >= 1 and bottom - top >= 1:
            step_x = max(1, (right - left) // (_COARSEST * _WIDTH))
            step_y = max(1, (bottom - top) // (_COARSEST * _HEIGHT))
            crop = picture[top:bottom:step_y, left:right:step_x]
            cv2.resize(crop, (_WIDTH, _HEIGHT), dst=out[row], interpolation=cv2.INTER_AREA)
    return out


def _columns() -> Floats:
    """Weight of each column: the middle of a box is the object, its sides are background."""
    across = (np.arange(_WIDTH) + 0.5) / _WIDTH - 0.5
    weight = np.exp(-0.5 * (across / 0.25) ** 2)
    shares: Floats = (weight / weight.sum()).astype(np.float32)
    return shares


_COLUMN_WEIGHT = _columns()


def _hues(crops: NDArray[np.uint8]) -> Floats:
    """(n, STRIPES, HUES): share of each hue, weighted by chroma; grey gives little."""
    hsv = _converted(crops, cv2.COLOR_BGR2HSV).astype(np.float32)
    chroma = hsv[..., 1] * hsv[..., 2] / (255.0 * 255.0)
    return _binned(hsv[..., 0] * (HUES / 180.0), chroma, HUES, around=True)


def _tones(crops: NDArray[np.uint8]) -> Floats:
    """(n, STRIPES, TONES): share of each lightness, weighted by the lack of chroma."""
    grey = _converted(crops, cv2.COLOR_BGR2LAB).astype(np.float32)
    weight = np.full(grey.shape[:3], 0.5, np.float32)
    return _binned(grey[..., 0] * ((TONES - 1) / 255.0), weight, TONES, around=False)


def _turns(crops: NDArray[np.uint8]) -> Floats:
    """(n, STRIPES, TURNS): share of each edge orientation, weighted by contrast."""
    grey = _converted(crops, cv2.COLOR_BGR2LAB)[..., 0].astype(np.float32)
    across, down = np.zeros_like(grey), np.zeros_like(grey)
    across[:, :, 1:-1] = grey[:, :, 2:] - grey[:, :, :-2]
    down[:, 1:-1, :] = grey[:, 2:, :] - grey[:, :-2, :]
    turn = (np.arctan2(down, across) * (TURNS / np.pi)).astype(np.float32)
    contrast = np.minimum(np.hypot(across, down) / 128.0, 1.0).astype(np.float32)
    return _binned(turn, contrast, TURNS, around=True)


def _converted(crops: NDArray[np.uint8], code: int) -> NDArray[np.uint8]:
    n = len(crops)
    flat = cv2.cvtColor(crops.reshape(n * _HEIGHT, _WIDTH, 3), code)
    return np.asarray(flat, np.uint8).reshape(n, _HEIGHT, _WIDTH, 3)


def _binned(place: Floats, weight: Floats, bins: int, around: bool) -> Floats:
    """Soft histogram per stripe: each pixel is shared by its two nearest bins.

    place, weight: (n, 48, 16); place in bins. Result (n, STRIPES, bins), each
    stripe's weights summing to at most the mean weight.
    """
    n = len(place)
    low = np.floor(place)
    high_share = (place - low) * weight * _COLUMN_WEIGHT
    low_share = weight * _COLUMN_WEIGHT - high_share
    first = low.astype(np.int64)
    second = first + 1
    if around:
        first, second = first % bins, second % bins
    else:
        first, second = np.clip(first, 0, bins - 1), np.clip(second, 0, bins - 1)
    stripe = np.arange(n * STRIPES).repeat(_HEIGHT // STRIPES).reshape(n, _HEIGHT, 1) * bins
    total = np.bincount(
        np.concatenate([(stripe + first).ravel(), (stripe + second).ravel()]),
        np.concatenate([low_share.ravel(), high_share.ravel()]),
        minlength=n * STRIPES * bins,
    )
    rows = _HEIGHT // STRIPES
    return (total / rows).reshape(n, STRIPES, bins).astype(np.float32)
