"""A place while it is drawn, corner by corner."""

from app.widgets.outline import Flaw, crosses, flaw_of, place_of
from vsa_core.domain.geometry import Place, Point


class Stroke:
    """Corners set so far; none is taken that would make the outline cross itself for good."""

    def __init__(self, shape: str, size: tuple[int, int]) -> None:
        self.shape = shape
        self.size = size
        self.corners: list[Point] = []

    @property
    def full(self) -> bool:
        """Whether it takes no more corners: a line has two ends."""
        return self.shape == "line" and len(self.corners) == 2

    def add(self, point: Point) -> Flaw | None:
        """Set a corner; a second one in the same place is let go, a crossing one refused."""
        if self.corners and point == self.corners[-1]:
            return None
        wanted = [*self.corners, point]
        if self.shape == "zone" and crosses(wanted, closed=False):
            return Flaw.CROSSED
        if self.shape == "line" and len(wanted) == 2 and flaw_of("line", wanted, self.size):
            return Flaw.TINY
        self.corners = wanted
        return None

    def back(self) -> None:
        """Take the last corner away."""
        self.corners = self.corners[:-1]

    def flaw(self) -> Flaw | None:
        """Why it cannot be finished as it stands."""
        if len(self.corners) < 2:
            return Flaw.FEW
        return flaw_of(self.shape, self.corners, self.size)

    def finished(self) -> Place:
        """The place, when it has no flaw."""
        return place_of(self.shape, self.corners)
