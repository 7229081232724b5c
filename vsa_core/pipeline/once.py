"""A picture that is scaled only once to each size, for all who look at it."""

from dataclasses import dataclass, field

from vsa_core.domain.moment import Moment
from vsa_core.domain.ports import Frame, Picture


@dataclass(frozen=True, slots=True)
class Once:
    """A Frame over another one; the scaled copies live as long as it does, and must not be changed.

    The picture in its own size is large and asked for seldom: it is not kept.
    """

    frame: Frame
    _made: dict[tuple[int, int], Picture] = field(default_factory=dict)

    @property
    def at(self) -> Moment:
        """Its presentation time."""
        return self.frame.at

    @property
    def key(self) -> bool:
        """Whether it came from a key packet."""
        return self.frame.key

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        """(height, width, 3) BGR, upright, scaled straight to that size; 0, 0 keeps its own."""
        size = width, height
        if size == (0, 0):
            return self.frame.bgr()
        if size not in self._made:
            self._made[size] = self.frame.bgr(width, height)
        return self._made[size]

    def luma(self, width: int) -> Picture:
        """(h, width) luma plane, upright, scaled to `width` keeping the aspect."""
        return self.frame.luma(width)
