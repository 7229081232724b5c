"""Made-up scenes for motion: a textured ground, patches that move over it, noise and light."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture

WIDTH, HEIGHT = 320, 180

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


def ground(seed: int = 0, width: int = WIDTH, height: int = HEIGHT) -> NDArray[np.float32]:
    """A textured scene of mid grey with a few strong edges, (height, width) float32."""
    draw = np.random.default_rng(seed)
    coarse = draw.normal(0, 14, (height // 12 + 1, width // 12 + 1)).astype(np.float32)
    fine = draw.normal(0, 5, (height // 2, width // 2)).astype(np.float32)
    size = (width, height)
    plane = 115 + cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)
    plane += cv2.resize(fine, size, interpolation=cv2.INTER_LINEAR)
    plane[:, width // 5 : width // 5 + 3] = 190
    plane[height - 20 : height - 17] = 60
    return plane


def with_patch(
    plane: NDArray[np.float32], box: Box, level: float, seed: int = 1
) -> NDArray[np.float32]:
    """The scene with a thing of that grey level, a little textured, at `box`."""
    left, top, right, bottom = box
    result = plane.copy()
    inside = result[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
    inside[:] = level + np.random.default_rng(seed).normal(0, 6, inside.shape)
    return result


def shot(plane: NDArray[np.float32], seed: int, gain: float = 1.0, offset: float = 0.0) -> Picture:
    """One luma picture of the scene: exposure, noise of two grey levels, clipped to bytes."""
    noise = np.random.default_rng([7, seed]).normal(0, 2, plane.shape)
    return np.clip(plane * gain + offset + noise, 0, 255).astype(np.uint8)


def fractions(box: Box, width: int = WIDTH, height: int = HEIGHT) -> NDArray[np.float64]:
    """A box in pixels as fractions of the picture."""
    return np.array(box) / np.array([width, height, width, height])


def overlap(box: Sequence[float] | NDArray[np.float64], other: Sequence[float]) -> float:
    """Intersection over union of two boxes."""
    a, b = np.asarray(box, float), np.asarray(other, float)
    shared = float(np.clip(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0, None).prod())
    both = float((a[2:] - a[:2]).prod() + (b[2:] - b[:2]).prod())
    return shared / (both - shared)
