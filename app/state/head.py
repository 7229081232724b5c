"""Where one stands on a strip: on one picture, or in a hole between two."""

from app.state.strip import Hole, Strip
from vsa_core.domain.moment import Window

NOWHERE = Hole(-1, None, "")


class Head:
    """Stands on picture `index` of a strip; in a hole, `index` is the picture before, or -1."""

    def __init__(self, strip: Strip) -> None:
        self.strip = strip
        self.index = -1
        self.hole: Hole | None = NOWHERE

    @property
    def at(self) -> int:
        """Corrected time of the picture stood on; IndexError on an empty strip."""
        return int(self.strip.at[self.index])

    @property
    def until(self) -> int:
        """Corrected time at which that picture is no longer on show."""
        return int(self.strip.until[self.index])

    @property
    def window(self) -> Window | None:
        """When that picture is on show; None in a hole."""
        return None if self.hole else Window(self.at, self.until)

    @property
    def shows(self) -> bool:
        """Whether there is a picture here that somebody looked at closely."""
        return self.hole is None and bool(self.strip.looked[self.index])

    def seek(self, at: int, snap: int = 0) -> bool:
        """Stand at corrected time `at`.

        In a hole, `snap` +1 or -1 stands on the nearest picture that way;
        False when there is none.
        """
        hole = self.strip.hole(at)
        index = self.strip.on_show(at) + (1 if hole and snap > 0 else 0)
        if hole is None or (snap and 0 <= index < len(self.strip)):
            self._stand(index)
            return True
        self.index, self.hole = hole.before, hole
        return not snap

    def step(self, count: int) -> int:
        """Stand `count` pictures on, or stay and tell how many of them lie beyond the strip.

        Out of a hole, the first step back is onto the picture before it.
        """
        aim = self.index + count + (1 if self.hole and count < 0 else 0)
        if 0 <= aim < len(self.strip):
            self._stand(aim)
            return 0
        return aim if aim < 0 else aim - len(self.strip) + 1

    def to_end(self, way: int) -> bool:
        """Stand on the last picture (+1) or the first (-1); False on an empty strip."""
        if len(self.strip):
            self._stand(len(self.strip) - 1 if way > 0 else 0)
        return bool(len(self.strip))

    def _stand(self, index: int) -> None:
        self.index, self.hole = index, None
