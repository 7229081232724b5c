"""How much boxes share: left, top, width, height in pixels, every one with every other."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def overlaps(first: Floats, second: Floats) -> Floats:
    """Intersection over union, (n, 4) x (m, 4) to (n, m); 0 where neither has an area."""
    shared = intersections(first, second)
    return _shares(shared, _areas(first)[:, None] + _areas(second)[None, :] - shared)


def insides(first: Floats, second: Floats) -> Floats:
    """Share of each of the n `first` boxes that lies inside each of the m `second`, (n, m)."""
    shared = intersections(first, second)
    return _shares(shared, np.broadcast_to(_areas(first)[:, None], shared.shape))


def intersections(first: Floats, second: Floats) -> Floats:
    """Areas shared, (n, 4) x (m, 4) to (n, m), in square pixels."""
    near = np.maximum(first[:, None, :2], second[None, :, :2])
    far = np.minimum(
        first[:, None, :2] + first[:, None, 2:], second[None, :, :2] + second[None, :, 2:]
    )
    shared: Floats = np.clip(far - near, 0, None).prod(axis=2)
    return shared


def _areas(boxes: Floats) -> Floats:
    areas: Floats = boxes[:, 2:].prod(axis=1)
    return areas


def _shares(shared: Floats, whole: Floats) -> Floats:
    result: Floats = np.divide(shared, whole, out=np.zeros_like(shared), where=whole > 0)
    return result
