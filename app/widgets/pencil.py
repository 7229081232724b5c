"""What drawing gestures mean: corners set, gripped, moved, added and taken away."""

from collections.abc import Callable
from math import hypot

from PySide6.QtCore import QPointF

from app.widgets.freehand import simplified
from app.widgets.outline import Flaw, crosses, flaw_of, place_of
from app.widgets.reshaping import corner_at, nudged, shifted, with_corner, without_corner
from app.widgets.stroke import Stroke
from vsa_core.domain.geometry import UNITS, Place, Point, corners_of

REACH = 10.0
"""Screen pixels within which a corner or an edge is meant."""

MOVED = 4.0
"""Screen pixels before a press becomes a drag."""

MIDDLE = Point(UNITS // 2, UNITS // 2)

Corners = tuple[Point, ...]


class Pencil:
    """The place on show, the stroke on its way, and what is gripped; knows no events.

    `seen` turns a point of the frame into screen pixels. Gestures return the
    place that they finished or changed, None when they did not; `flaw` says
    why the last one was refused.
    """

    def __init__(self, seen: Callable[[Point], QPointF]) -> None:
        self._seen = seen
        self.shape = ""
        self.size = (1, 1)
        self.place: Place | None = None
        self.stroke: Stroke | None = None
        self.flaw: Flaw | None = None
        self.cursor: Point | None = None
        self.focus = 0
        self._grip: int | None = None
        self._pressed: Point | None = None
        self._trial: Corners | None = None
        self._hand: list[Point] = []

    @property
    def corners(self) -> Corners:
        """The corners of the place on show, as they are being moved."""
        if self._trial is not None:
            return self._trial
        return corners_of(self.place) if self.place is not None else ()

    @property
    def drawing(self) -> bool:
        """Whether the next corner belongs to a new place."""
        return self.stroke is not None or self.place is None

    def show(self, place: Place | None) -> None:
        """Put another place on show; what was being moved is let go."""
        self.place, self._trial, self._grip = place, None, None
        self.focus = min(self.focus, max(len(self.corners) - 1, 0))

    def press(self, point: Point) -> Place | None:
        """The button goes down."""
        self.flaw, self._pressed, self._grip = None, point, None
        self._hand = [point]
        if self.stroke is None and self.place is not None:
            self._grip = self.corner_near(point)
            if self._grip is not None:
                self.focus = self._grip
                return None
            if self._edge_near(point) is not None or self._within(point):
                return None
        return self.set_corner(point)

    def move(self, point: Point) -> None:
        """The pointer moves, with or without the button down."""
        self.cursor = point
        if self.stroke is not None:
            self._foresee(self.stroke, point)
            self._draw_on(self.stroke, point)
        if self._pressed is None or self.stroke is not None or self.place is None:
            return
        if self._trial is None and self._apart(self._pressed, point) < MOVED:
            return
        corners = corners_of(self.place)
        dx, dy = point.x - self._pressed.x, point.y - self._pressed.y
        if self._grip is None:
            self._trial = shifted(corners, dx, dy)
        else:
            self._trial = corner_at(corners, self._grip, nudged(corners[self._grip], dx, dy))
        self.flaw = flaw_of(self.shape, self._trial, self.size)

    def release(self, point: Point) -> Place | None:
        """The button goes up: a drag ends, and what has a flaw goes back to where it was."""
        pressed, self._pressed = self._pressed, None
        if self._trial is not None:
            corners, self._trial, self._grip = self._trial, None, None
            return None if self.flaw else self._become(corners, self.focus)
        self._grip = None
        if self.shape == "path" and self.stroke is not None and len(self._hand) > 1:
            return self._lift(self.stroke)
        if self.shape != "line" or self.stroke is None or pressed is None:
            return None
        return self.set_corner(point) if self._apart(pressed, point) >= MOVED else None

    def double(self, point: Point) -> Place | None:
        """A double click: closes the zone on its way, or adds a corner to an edge."""
        self._pressed = None
        if self.stroke is not None:
            return self.finish()
        edge = self._edge_near(point)
        if edge is None or self.shape == "line" or self.corner_near(point) is not None:
            return None
        return self._try(with_corner(self.corners, edge, point), edge + 1)

    def set_corner(self, point: Point) -> Place | None:
        """Set a corner; the first one again closes a zone, the second ends a line."""
        if self.at_start(point):
            return self.finish()
        stroke = self.stroke or Stroke(self.shape, self.size)
        self.stroke, self.cursor = stroke, point
        self.flaw = stroke.add(point)
        return self.finish() if stroke.full else None

    def at_start(self, point: Point) -> bool:
        """Whether a corner there would close the zone on its first one."""
        if self.stroke is None or self.shape != "zone" or len(self.stroke.corners) < 3:
            return False
        return self._apart(self.stroke.corners[0], point) <= REACH

    def finish(self) -> Place | None:
        """Make a place of the stroke; with a flaw it stays on its way."""
        if self.stroke is None:
            return None
        self.flaw = self.stroke.flaw()
        if self.flaw is not None:
            return None
        self.place, self.focus = self.stroke.finished(), 0
        self.stroke = None
        return self.place

    def step(self, dx: int, dy: int) -> Place | None:
        """Move the corner that has the focus, or the place of the next one, by frame units."""
        self.flaw = None
        if self.drawing:
            self.cursor = nudged(self.cursor or MIDDLE, dx, dy)
            return None
        corners = self.corners
        moved = nudged(corners[self.focus], dx, dy)
        return self._try(corner_at(corners, self.focus, moved), self.focus)

    def set_here(self) -> Place | None:
        """Set a corner where the keyboard points; nothing when a place is finished already."""
        self.flaw = None
        return self.set_corner(self.cursor or MIDDLE) if self.drawing else None

    def back(self) -> Place | None:
        """Take the last corner of the stroke away, or the one with the focus from a zone."""
        self.flaw = None
        if self.stroke is not None:
            self.stroke.back()
            self.stroke = self.stroke if self.stroke.corners else None
            return None
        if self.place is None or self.shape == "line":
            return None
        return self._try(without_corner(self.corners, self.focus), self.focus)

    def insert(self) -> Place | None:
        """A corner more, in the middle of the edge after the one with the focus."""
        if self.drawing or self.shape == "line":
            return None
        here, after = self.corners[self.focus], self.corners[(self.focus + 1) % len(self.corners)]
        middle = Point((here.x + after.x) // 2, (here.y + after.y) // 2)
        return self._try(with_corner(self.corners, self.focus, middle), self.focus + 1)

    def next_corner(self, by: int) -> None:
        """Give the focus to another corner."""
        self.focus = (self.focus + by) % max(len(self.corners), 1)

    def cancel(self) -> bool:
        """Let the stroke or the drag go; False when there was none."""
        busy = self.stroke is not None or self._trial is not None
        self.stroke, self._trial, self._grip, self._pressed = None, None, None, None
        self.flaw = None
        return busy

    def corner_near(self, point: Point) -> int | None:
        """The corner within reach, the nearest one."""
        gaps = [self._apart(corner, point) for corner in self.corners]
        nearest = min(range(len(gaps)), key=gaps.__getitem__, default=None)
        return nearest if nearest is not None and gaps[nearest] <= REACH else None

    def _edge_near(self, point: Point) -> int | None:
        corners = self.corners
        count = len(corners) if self.shape == "zone" else len(corners) - 1
        for i in range(count):
            if self._to_edge(corners[i], corners[(i + 1) % len(corners)], point) <= REACH:
                return i
        return None

    def _within(self, point: Point) -> bool:
        """Even-odd rule over the corners; a line has no inside."""
        corners = self.corners if self.shape == "zone" else ()
        odd = False
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
            if (a.y > point.y) != (b.y > point.y):
                odd ^= point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
        return odd

    def _draw_on(self, stroke: Stroke, point: Point) -> None:
        """A path is drawn by hand while the button is down."""
        if self.shape != "path" or self._pressed is None:
            return
        if self._apart(self._hand[-1], point) >= MOVED:
            self._hand.append(point)
            stroke.add(point)

    def _lift(self, stroke: Stroke) -> Place | None:
        """The hand is lifted: the path is what holds the shape of the stroke."""
        stroke.corners = list(simplified(stroke.corners, self.size))
        return self.finish()

    def _foresee(self, stroke: Stroke, point: Point) -> None:
        """Say beforehand that a corner there would be refused."""
        if stroke.shape == "zone" and crosses([*stroke.corners, point], closed=False):
            self.flaw = None if self.at_start(point) else Flaw.CROSSED
        elif self.flaw is Flaw.CROSSED:
            self.flaw = None

    def _try(self, corners: Corners, focus: int) -> Place | None:
        self.flaw = flaw_of(self.shape, corners, self.size)
        return None if self.flaw else self._become(corners, focus)

    def _become(self, corners: Corners, focus: int) -> Place:
        self.place = place_of(self.shape, corners)
        self.focus = min(focus, len(corners) - 1)
        return self.place

    def _apart(self, p: Point, q: Point) -> float:
        gap = self._seen(p) - self._seen(q)
        return hypot(gap.x(), gap.y())

    def _to_edge(self, a: Point, b: Point, point: Point) -> float:
        start, way, at = self._seen(a), self._seen(b) - self._seen(a), self._seen(point)
        square = QPointF.dotProduct(way, way)
        share = QPointF.dotProduct(at - start, way) / square if square else 0.0
        gap = at - start - way * min(max(share, 0.0), 1.0)
        return hypot(gap.x(), gap.y())
