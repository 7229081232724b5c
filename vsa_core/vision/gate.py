"""A very cheap look at a very small picture: has anything changed that deserves a closer look?"""

import cv2
import numpy as np

from vsa_core.domain.ports import Picture
from vsa_core.vision.exposure import Levels

WIDTH = 80
"""Cells across the small picture; a person 20 pixels high in 320 fills about ten of them."""

CHANGED = 4.0
"""Grey levels: more than noise and compression leave in the mean of a cell."""

CELLS = 2
"""How many cells must have changed."""


class Gate:
    """Compares with the last picture that it let through, so that what creeps adds up and is seen.

    With a scene (level and noise, (h, w)), it looks twice as closely where
    something stands that is not of the scene: there a small change is a
    movement, elsewhere it is light.
    """

    def __init__(self, level: Levels | None = None, noise: Levels | None = None) -> None:
        self._scene = None if level is None else _cells(level)
        self._doubt = None if noise is None else np.maximum(3 * _cells(noise), np.float32(CHANGED))
        self._last: Levels | None = None

    def moved(self, luma: Picture) -> bool:
        """Whether a luma picture (h, w) differs from the last one that did; true for the first."""
        cells = _cells(luma)
        if self._last is not None and self._last.shape == cells.shape:
            change = _change(cells, self._last)
            doubt = np.float32(CHANGED) * (1 - 0.5 * self._occupied(cells))
            if np.count_nonzero(change > doubt) < CELLS:
                return False
        self._last = cells
        return True

    def _occupied(self, cells: Levels) -> Levels:
        """1 where something stands that is not of the scene, 0 elsewhere."""
        if self._scene is None or self._doubt is None or self._scene.shape != cells.shape:
            return np.zeros_like(cells)
        return (_change(cells, self._scene) > self._doubt).astype(np.float32)


def _cells(plane: Picture | Levels) -> Levels:
    h, w = plane.shape
    size = (min(w, WIDTH), max(1, round(h * min(w, WIDTH) / w)))
    small: Levels = cv2.resize(plane, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    return small


def _change(cells: Levels, others: Levels) -> Levels:
    """How much each cell differs once the common change of brightness is taken out."""
    change = cells - others
    middle = np.partition(change, change.size // 2, axis=None)[change.size // 2]
    return np.asarray(np.abs(change - middle), np.float32)
