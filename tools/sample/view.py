"""A pinhole camera over an invented place: metres to pixels, and flat textures to pictures."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Picture = NDArray[np.uint8]
Spot = tuple[float, float, float]

METRE = 64
"""Pixels of a flat texture to one metre of the world."""


@dataclass(frozen=True, slots=True)
class View:
    """Where a camera stands and looks: metres, z up, y away from it; focal length in pixels.

    size: width, height of its picture in pixels.
    """

    place: Spot
    target: Spot
    focal: float
    size: tuple[int, int]

    def pixels(self, points: Floats) -> Floats:
        """(n, 3) metres to (n, 2) pixels, x to the right and y downwards."""
        inside = (points - np.array(self.place)) @ self._axes().T
        centre = np.array(self.size) / 2
        return np.asarray(self.focal * inside[:, :2] / inside[:, 2:] + centre)

    def pixel(self, x: float, y: float, z: float = 0.0) -> tuple[float, float]:
        """One point in metres to pixels."""
        px, py = self.pixels(np.array([[x, y, z]]))[0]
        return float(px), float(py)

    def tall(self, x: float, y: float, metres: float) -> float:
        """Height in pixels of something upright, `metres` tall, standing at (x, y)."""
        return self.pixel(x, y)[1] - self.pixel(x, y, metres)[1]

    def ground(self, texture: Picture, left: float, far: float, scale: int = 1) -> Picture:
        """A texture lying on the ground, seen by the camera; scaled up `scale` times.

        The texture's first row is the far edge (y = far), its first column x = left.
        """
        h, w = texture.shape[0] / METRE, texture.shape[1] / METRE
        corners = [(left, far, 0), (left + w, far, 0), (left + w, far - h, 0), (left, far - h, 0)]
        return self._warped(texture, np.array(corners, np.float64), scale)

    def wall(self, texture: Picture, left: float, far: float, scale: int = 1) -> Picture:
        """A texture standing on the ground at y = far; its last row is the ground."""
        h, w = texture.shape[0] / METRE, texture.shape[1] / METRE
        corners = [(left, far, h), (left + w, far, h), (left + w, far, 0), (left, far, 0)]
        return self._warped(texture, np.array(corners, np.float64), scale)

    def _warped(self, texture: Picture, corners: Floats, scale: int) -> Picture:
        h, w = texture.shape[:2]
        flat = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
        seen = (self.pixels(corners) * scale).astype(np.float32)
        size = self.size[0] * scale, self.size[1] * scale
        turn = cv2.getPerspectiveTransform(flat, seen)
        return np.asarray(cv2.warpPerspective(texture, turn, size, flags=cv2.INTER_AREA), np.uint8)

    def _axes(self) -> Floats:
        forward = np.array(self.target) - np.array(self.place)
        forward /= np.linalg.norm(forward)
        right = np.cross(forward, (0.0, 0.0, 1.0))
        right /= np.linalg.norm(right)
        return np.stack([right, np.cross(forward, right), forward])
