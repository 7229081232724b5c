"""A picture as it is kept for showing again: in the screen's size, or as it was decoded."""

from dataclasses import dataclass, field
from typing import Protocol

from vsa_core.domain.moment import Moment
from vsa_core.domain.ports import Frame, Picture


class Kept(Frame, Protocol):
    """A frame that tells how many bytes it holds."""

    @property
    def weight(self) -> int:
        """Bytes of memory that it holds."""


@dataclass(frozen=True, slots=True)
class Size:
    """How pictures are kept: width and height upright (0, 0: as decoded), width of the luma."""

    width: int = 0
    height: int = 0
    luma: int = 0


OWN = Size()


@dataclass(frozen=True, slots=True, eq=False)
class Scaled:
    """A frame of which only its scaled picture (h, w, 3) BGR and its luma (h, w) are left.

    Implements Frame in those two sizes alone; ValueError in any other.
    """

    at: Moment
    key: bool
    _picture: Picture = field(repr=False)
    _luma: Picture = field(repr=False)

    @property
    def weight(self) -> int:
        """Bytes of memory that it holds."""
        return self._picture.nbytes + self._luma.nbytes

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        """The picture, read-only."""
        return _of_size(self._picture, width, height or self._picture.shape[0])

    def luma(self, width: int) -> Picture:
        """The luma, read-only."""
        return _of_size(self._luma, width, self._luma.shape[0])


def kept(frame: Kept, size: Size) -> Kept:
    """The frame in the size in which it is kept; as it is for OWN, and where it is already."""
    if size == OWN or isinstance(frame, Scaled):
        return frame
    picture, luma = frame.bgr(size.width, size.height), frame.luma(size.luma)
    for one in (picture, luma):
        one.setflags(write=False)
    return Scaled(frame.at, frame.key, picture, luma)


def _of_size(picture: Picture, width: int, height: int) -> Picture:
    if picture.shape[:2] != (height, width):
        raise ValueError(f"kept as {picture.shape[1]} x {picture.shape[0]}, not {width} x {height}")
    return picture
