"""Fits a picture into a model's fixed input without changing its proportions, and boxes back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture

GREY = 114
"""Grey level around the picture, as in the training of the YOLO family."""

STRIDE = 32
"""Sides of an input are multiples of this many pixels."""


@dataclass(frozen=True, slots=True)
class Letterbox:
    """An input of `width` x `height` with the scaled picture, `inner`, in its middle.

    size, inner: (width, height) in pixels of the upright picture and of its
    scaled copy; left, top: where the copy lies in the input.
    """

    size: tuple[int, int]
    inner: tuple[int, int]
    width: int
    height: int
    left: int
    top: int

    def canvas(self, picture: Picture) -> Picture:
        """(height, width, 3) BGR: the (h, w, 3) BGR copy of size `inner`, grey around it."""
        whole = np.full((self.height, self.width, 3), GREY, np.uint8)
        right, bottom = self.left + self.inner[0], self.top + self.inner[1]
        whole[self.top : bottom, self.left : right] = picture
        return whole

    def filled(self, picture: Picture) -> NDArray[np.float32]:
        """(1, 3, height, width) RGB from 0 to 1, from the (h, w, 3) BGR copy of size `inner`."""
        planes = self.canvas(picture)[:, :, ::-1].transpose(2, 0, 1)[None]
        return np.ascontiguousarray(planes, np.float32) / np.float32(255)

    def restored(self, boxes: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n, 4) boxes of the input as boxes of the upright picture, clipped to it."""
        width, height = self.size
        scale = np.array([width / self.inner[0], height / self.inner[1]] * 2, np.float32)
        corner = np.array([self.left, self.top] * 2, np.float32)
        limits = np.array([width, height] * 2, np.float32)
        back: NDArray[np.float32] = np.clip((boxes - corner) * scale, 0, limits)
        return back


def letterbox(size: tuple[int, int], longest: int) -> Letterbox:
    """The smallest input whose longer side is `longest`, for pictures of `size` (width, height)."""
    scale = longest / max(size)
    inner = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    width, height = (-(-side // STRIDE) * STRIDE for side in inner)
    left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
    return Letterbox(size, inner, width, height, left, top)
