"""A photograph from outside becomes a frame: PNG, JPEG or WebP, measured before it is decoded."""

from fractions import Fraction

import cv2
import numpy as np

from vsa_core.domain.moment import Moment
from vsa_core.domain.ports import Picture
from vsa_core.errors import Unreadable
from vsa_core.vision.photograph_size import photograph_size

MOST_PIXELS = 64 * 2**20
"""Pixels that a photograph may have: a few bytes can claim a picture that fills the memory."""

WIDEST = 32_767
"""Pixels of a side."""

AS_STORED = cv2.IMREAD_COLOR_BGR | cv2.IMREAD_IGNORE_ORIENTATION


def photograph(data: bytes, name: str) -> "Photograph":
    """The photograph in `data`, as stored: no orientation that it claims is applied.

    Raises Unreadable (VAL-027) when it is no PNG, JPEG or WebP, is too large,
    or does not decode to the size it says.
    """
    size = photograph_size(data)
    if size is None or not all(0 < side <= WIDEST for side in size):
        raise Unreadable("VAL-027", name=name)
    if size[0] * size[1] > MOST_PIXELS:
        raise Unreadable("VAL-027", name=name)
    try:
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), AS_STORED)
    except cv2.error as error:
        raise Unreadable("VAL-027", name=name) from error
    if picture is None or picture.shape != (size[1], size[0], 3):
        raise Unreadable("VAL-027", name=name)
    return Photograph(np.asarray(picture, np.uint8))


class Photograph:
    """A still; implements Frame, at the beginning of time."""

    def __init__(self, picture: Picture) -> None:
        """`picture`: (height, width, 3) BGR."""
        self._picture = picture

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self._picture.shape[1], self._picture.shape[0]

    @property
    def at(self) -> Moment:
        """The same for every still."""
        return Moment(0, Fraction(1))

    @property
    def key(self) -> bool:
        """It leans on no other picture."""
        return True

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        """(height, width, 3) BGR, scaled to that size; 0, 0 keeps its own."""
        wanted = (width or self.size[0], height or self.size[1])
        if wanted == self.size:
            return self._picture
        # Smaller by the mean of what each pixel covers, as films are scaled too.
        way = cv2.INTER_AREA if wanted[0] < self.size[0] else cv2.INTER_LINEAR
        return np.asarray(cv2.resize(self._picture, wanted, interpolation=way), np.uint8)

    def luma(self, width: int) -> Picture:
        """(h, width) luma, scaled to `width` keeping the aspect."""
        height = max(1, round(width * self.size[1] / self.size[0]))
        return np.asarray(cv2.cvtColor(self.bgr(width, height), cv2.COLOR_BGR2GRAY), np.uint8)
