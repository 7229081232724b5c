"""How far a camera on a pole has swayed, and the picture moved back to where the scene is."""

import math

import cv2
import numpy as np

from vsa_core.vision.exposure import Levels

Shift = tuple[float, float]
"""To the right and down, in pixels of the picture."""

STILL: Shift = (0.0, 0.0)

STEPS = 4
"""Steps of the estimate, at most; a still camera needs one."""

NEGLIGIBLE = 0.1
"""Pixels: a smaller sway is left alone."""

FARTHEST = 8.0
"""Pixels: beyond, it is no sway but another view, and nothing is moved."""

MARGIN = 6
"""Pixels of the small picture at each side that are not compared: they may come from outside."""

STIFFNESS = 0.05
"""Squared edge strength per pixel below which a scene is too smooth to tell a sway."""


class Sway:
    """Finds the sway of pictures against one scene by its edges (Lucas and Kanade 1981).

    At half size, and with what does not fit left out, so that movers do not
    pull; up to about three pixels of a picture 320 wide at a time.
    """

    def __init__(self, level: Levels) -> None:
        """`level`: the scene, (h, w)."""
        self._scene = _small(level)
        across = np.asarray(cv2.Sobel(self._scene, cv2.CV_32F, 1, 0) / 8, np.float32)
        down = np.asarray(cv2.Sobel(self._scene, cv2.CV_32F, 0, 1) / 8, np.float32)
        self._across, self._down = _inner(across), _inner(down)
        self._blind = min(self._scene.shape) <= 4 * MARGIN

    def of(self, picture: Levels) -> Shift:
        """How far the scene lies to the right and down in `picture`, (h, w), exposures alike.

        STILL when that is negligible, or too far to be a sway.
        """
        if self._blind:
            return STILL
        small = _small(picture)
        x, y = STILL
        for step in range(STEPS):
            dx, dy = self._step(steadied(small, (x, y)) if step else small)
            x, y = x + dx, y + dy
            if not math.hypot(x, y) * 2 <= FARTHEST:
                return STILL
            if max(abs(dx), abs(dy)) * 2 < NEGLIGIBLE:
                break
        return (2 * x, 2 * y) if math.hypot(x, y) * 2 >= NEGLIGIBLE else STILL

    def _step(self, small: Levels) -> Shift:
        rest = _inner(small - self._scene)
        rest = rest - _median(rest[::3, ::3])
        spread = _median(np.abs(rest[::3, ::3])) / 0.6745
        fits = np.abs(rest) < max(2.5 * spread, 4.0)
        across, down, rest = self._across[fits], self._down[fits], rest[fits]
        give = STIFFNESS * rest.size + 1
        xx, yy = _product(across, across) + give, _product(down, down) + give
        xy, xr, yr = _product(across, down), _product(across, rest), _product(down, rest)
        area = xx * yy - xy * xy
        return ((xy * yr - yy * xr) / area, (xy * xr - xx * yr) / area)


def added(shift: Shift, more: Shift) -> Shift:
    """Both sways together; none when the camera has turned farther than a pole sways."""
    x, y = shift[0] + more[0], shift[1] + more[1]
    return (x, y) if math.hypot(x, y) <= 2 * FARTHEST else STILL


def steadied(picture: Levels, shift: Shift) -> Levels:
    """The picture moved back by `shift`; what comes in from outside repeats the border."""
    if max(abs(shift[0]), abs(shift[1])) < NEGLIGIBLE / 2:
        return picture
    h, w = picture.shape
    move = np.array([[1, 0, -shift[0]], [0, 1, -shift[1]]], np.float32)
    moved = cv2.warpAffine(picture, move, (w, h), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, np.float32)


def _median(values: Levels) -> float:
    return float(np.partition(values, values.size // 2, axis=None)[values.size // 2])


def _product(one: Levels, other: Levels) -> float:
    """Inner product, the same to the last bit whatever the number of threads."""
    return float(np.einsum("i,i", one, other))


def _small(picture: Levels) -> Levels:
    h, w = picture.shape
    half = cv2.resize(picture, (max(1, w // 2), max(1, h // 2)), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(half, (5, 5), 1.2), np.float32)


def _inner(plane: Levels) -> Levels:
    return plane[MARGIN:-MARGIN, MARGIN:-MARGIN]
