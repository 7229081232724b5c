"""One reel from its opening to its closing, with the tickets that it was opened under."""

from vsa_core.desk.playing import Playing, Reel, Shot
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Cancel


class Loan:
    """A reel that the screen holds; `open` and `close` run in the lane of the desk, in that order.

    It keeps its own tickets, so that it can still be closed after the person
    has asked to leave.
    """

    def __init__(
        self, playing: Playing, who: SignedIn, where: InCase, camera: str, window: Window
    ) -> None:
        self._playing, self._who, self._where = playing, who, where
        self.camera = camera
        self.window = window
        self._reel: Reel | None = None
        self._closed = False

    def holds(self, camera: str, at: int) -> bool:
        """Whether corrected time `at` of a camera is this reel's."""
        return camera == self.camera and self.window.start <= at < self.window.end

    def open(self, motive: str) -> Reel:
        """Open the reel; recorded as a view."""
        self._reel = self._playing.open(self._who, self._where, self.camera, self.window, motive)
        return self._reel

    def close(self) -> None:
        """Close the reel, if its opening succeeded, and record what was shown."""
        if self._reel is not None and not self._closed:
            self._closed = True
            self._playing.close(self._who, self._where, self._reel)

    def shot(self, footage: str, pts: int, width: int) -> Shot:
        """One masked picture; RuntimeError before the reel is open."""
        return self._playing.shot(self._who, self._where, self._opened(), footage, pts, width)

    def glimpse(self, footage: str, pts: int, width: int, within: int | None) -> Shot | None:
        """That picture, or a masked one beside it that can be had sooner."""
        reel = self._opened()
        return self._playing.glimpse(self._who, self._where, reel, footage, pts, width, within)

    def warm(self, footage: str, pts: int, width: int, way: int, cancel: Cancel) -> None:
        """Have that picture ready, or those before it (-1) or after it (+1)."""
        reel = self._opened()
        self._playing.warm(
            self._who, self._where, reel, footage, pts, width, way=way, cancel=cancel
        )

    def examine(self, track: int, window: Window, motive: str) -> None:
        """Lift the mask of one track over one span, on screen only."""
        reel = self._opened()
        self._playing.examine(self._who, self._where, reel, track, window, motive)

    def _opened(self) -> Reel:
        if self._reel is None:
            raise RuntimeError("the reel is not open")
        return self._reel
