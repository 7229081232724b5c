"""Pinhole cameras over a level ground, to calibrate and to measure against."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from vsa_core.domain.geometry import UNITS, Point
from vsa_core.domain.ground import Ground

SIZE = (1920, 1080)


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera `high` millimetres over the ground, looking down by `tilt` degrees; `focal` pixels.

    The ground's axes: x to the right, y away from the camera, in millimetres.
    """

    high: float = 5000.0
    tilt: float = 25.0
    focal: float = 1400.0

    def seen(self, x: float, y: float, z: float = 0.0) -> tuple[float, float]:
        """Frame units of the place (x, y), `z` millimetres above the ground."""
        turn = np.radians(self.tilt)
        up = z - self.high
        deep = y * np.cos(turn) - up * np.sin(turn)
        down = -y * np.sin(turn) - up * np.cos(turn)
        across, below = x / deep * self.focal + SIZE[0] / 2, down / deep * self.focal + SIZE[1] / 2
        return across * UNITS / SIZE[0], below * UNITS / SIZE[1]

    def ground(self, name: str = "north", near: int = 6000, far: int = 16_000) -> Ground:
        """A calibration on a rectangle of the ground, clicked to the nearest frame unit."""
        known = ((-3000, near), (3000, near), (3000, far), (-3000, far))
        a, b, c, d = (self.seen(*place) for place in known)
        corners = tuple(Point(round(x), round(y)) for x, y in (a, b, c, d))
        return Ground(name, corners, known, *SIZE, "alice")  # type: ignore[arg-type]


CAMERAS = st.builds(
    Camera,
    high=st.floats(3000, 9000),
    tilt=st.floats(10, 60),
    focal=st.floats(900, 2500),
)
