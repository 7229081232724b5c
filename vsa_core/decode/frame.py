"""One decoded picture, upright, converted only when asked and straight to the size asked."""

from typing import cast

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from numpy.typing import NDArray

from vsa_core.decode.container import FAILURES
from vsa_core.domain.moment import Moment
from vsa_core.domain.ports import Picture
from vsa_core.errors import Unreadable

_EIGHT_BIT_LUMA = frozenset(
    "yuv420p yuvj420p yuv422p yuvj422p yuv444p yuvj444p yuv411p yuvj411p yuv410p yuv440p yuvj440p"
    " nv12 nv21 gray".split()
)
"""Pixel formats whose first plane is 8-bit luma."""

_KNOWN_SPACES = frozenset((0, 1, 2, 4, 5, 6, 7, 9))
_UNSPECIFIED_SPACE = 2
_KNOWN_RANGES = frozenset((0, 1, 2))
_UNSPECIFIED_RANGE = 0
"""Colour spaces and ranges (ITU-T H.273) that swscale converts; others are read as unspecified."""

_MOST_CONVERTERS = 8


class Converters:
    """Scalers kept between pictures, one per size and format: making one is what costs."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._kept: dict[tuple[int, int, str, int, int, str], VideoReformatter] = {}

    def convert(self, frame: VideoFrame, width: int, height: int, form: str) -> Picture:
        """`frame` scaled to (height, width) and converted to `form` ("bgr24" or "gray").

        Raises Unreadable (SRC-022) when its samples are of a kind that nothing converts.
        """
        key = (frame.width, frame.height, frame.format.name, width, height, form)
        if key not in self._kept and len(self._kept) >= _MOST_CONVERTERS:
            del self._kept[next(iter(self._kept))]
        converter = self._kept.setdefault(key, VideoReformatter())
        _forget_wild_colours(frame)
        try:
            scaled = converter.reformat(
                frame, width, height, form, interpolation=Interpolation.FAST_BILINEAR, threads=1
            )
            return cast(Picture, scaled.to_ndarray())
        except FAILURES as error:
            raise Unreadable("SRC-022", name=self._name) from error


def _forget_wild_colours(frame: VideoFrame) -> None:
    """Damaged headers claim colour spaces that exist nowhere, and swscale refuses them."""
    if frame.colorspace not in _KNOWN_SPACES:
        frame.colorspace = _UNSPECIFIED_SPACE
    if frame.color_range not in _KNOWN_RANGES:
        frame.color_range = _UNSPECIFIED_RANGE


class PyavFrame:
    """A picture of `size` (width, height, upright) at an exact moment; implements Frame.

    A picture of another size than its stream declares (some recorders change
    in midstream) is scaled to `size`, so that places in it keep their meaning.
    """

    __slots__ = ("_at", "_converters", "_frame", "_key", "_rotation", "_size")

    def __init__(
        self,
        frame: VideoFrame,
        at: Moment,
        key: bool,
        size: tuple[int, int],
        rotation: int,
        converters: Converters,
    ) -> None:
        self._frame, self._at, self._key = frame, at, key
        self._size, self._rotation, self._converters = size, rotation, converters

    @property
    def at(self) -> Moment:
        """Its presentation time."""
        return self._at

    @property
    def key(self) -> bool:
        """Whether it came from a key packet."""
        return self._key

    @property
    def interlaced(self) -> bool:
        """Whether it is made of two fields."""
        return self._frame.interlaced_frame

    @property
    def weight(self) -> int:
        """Bytes of memory that it holds."""
        return sum(plane.buffer_size for plane in self._frame.planes)

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        """(height, width, 3) BGR, upright, scaled straight to that size; 0, 0 keeps its own."""
        upright = (width or self._size[0], height or self._size[1])
        stored = self._lying(*upright)
        return self._turned(self._converters.convert(self._frame, *stored, "bgr24"))

    def luma(self, width: int) -> Picture:
        """(h, width) luma, upright, scaled to `width` keeping the aspect, nearest neighbour.

        Values are those of the file: usually 16 to 235, 0 to 255 for MJPEG.
        """
        height = max(1, round(width * self._size[1] / self._size[0]))
        columns, rows = self._lying(width, height)
        plane = self._luma_plane()
        if plane is None:
            return self._turned(self._converters.convert(self._frame, columns, rows, "gray"))
        across = _centres(columns, plane.shape[1])
        down = _centres(rows, plane.shape[0])
        return self._turned(plane[down].take(across, axis=1))

    def _lying(self, width: int, height: int) -> tuple[int, int]:
        return (height, width) if self._rotation in (90, 270) else (width, height)

    def _turned(self, picture: Picture) -> Picture:
        if not self._rotation:
            return picture
        return np.ascontiguousarray(np.rot90(picture, -self._rotation // 90))

    def _luma_plane(self) -> Picture | None:
        if self._frame.format.name not in _EIGHT_BIT_LUMA:
            return None
        plane = self._frame.planes[0]
        if plane.line_size < plane.width:  # stored from the bottom up
            return None
        held = np.frombuffer(memoryview(plane), np.uint8)
        lines: Picture = held.reshape(-1, plane.line_size)
        return lines[: plane.height, : plane.width]


def _centres(count: int, length: int) -> NDArray[np.intp]:
    """Index of the sample nearest to the centre of each of `count` equal parts of `length`."""
    return ((2 * np.arange(count) + 1) * length // (2 * count)).astype(np.intp)
