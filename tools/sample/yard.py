"""The yard of the camera « parking »: bays, a wall with a gate, a bus at rest, two lamps."""

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.sample.figures import Figure, paste
from tools.sample.street import post
from tools.sample.texture import Floats, crack, paint, round_plate, shade, slabs, surface
from tools.sample.view import METRE, View

Picture = NDArray[np.uint8]

VIEW = View((0.1, -3.3, 5.5), (0.9, 6.6, 0.62), 622.0, (640, 360))
"""Five and a half metres up, on the corner of a building; the yard's wall stands at y = 11."""

LEFT, WIDE = -13.0, 26.0
BACK = 11.0
GATE = (3.2, 5.4)
"""Left and right edge of the gate, in metres."""


def background(rng: np.random.Generator, bus: Figure) -> Picture:
    """The yard with nobody in it and one bus at rest, by daylight, (360, 640, 3) BGR."""
    ground = VIEW.ground(_ground(rng), LEFT, BACK, 2)
    wall = VIEW.wall(_wall(rng), LEFT, BACK, 2)
    both = np.where(wall.any(2, keepdims=True), wall, ground)
    small = np.asarray(cv2.resize(both, VIEW.size, interpolation=cv2.INTER_AREA), np.uint8)
    post(small, VIEW, (1.55, 10.5), (0.9, 1.2), (58, 78, 52))
    post(small, VIEW, (0.45, 10.5), (0.9, 1.2), (60, 62, 66))
    paste(small, bus, 0, VIEW.pixel(-3.7, 9.2), VIEW.tall(-3.7, 9.2, bus.tall))
    return small


def _ground(rng: np.random.Generator) -> Picture:
    """From the wall (first row) to beneath the camera: 15 m deep."""
    ground = surface(rng, (WIDE, 15.0), (104, 102, 100), 8.0, 6.0)
    for x in np.arange(1.0, WIDE, 2.7):
        paint(ground, (x, 0.7, x + 0.1, 4.1), (198, 202, 202), 0.7)
    paint(ground, (0, 0.62, WIDE, 0.72), (198, 202, 202), 0.55)
    slabs(ground, rng, (0, 0, WIDE, 0.5), (1.0, 0.5), (136, 140, 142))
    shade(ground, rng, (0, -0.2, WIDE, 0.2), 0.6, 0.15)
    for x in (4.2, 9.1, 14.9, 17.2):
        shade(ground, rng, (x, 2.2, x + 0.8, 3.1), 0.72, 0.16)
    shade(ground, rng, (15.0, 7.2, 18.6, 9.0), 0.84, 0.05)
    shade(ground, rng, (2.0, 5.6, WIDE - 2, 6.3), 1.08, 0.3)
    for start in ((7, 6.0), (12, 9.0), (16.5, 5.2), (18, 9.8), (10.4, 5.4)):
        crack(ground, rng, start, 3.0)
    round_plate(ground, (12.3, 7.6), 0.36)
    return ground


def _wall(rng: np.random.Generator) -> Picture:
    """Concrete panels 4.2 m tall with a metal gate; last row on the ground."""
    tall = 4.2
    wall = surface(rng, (WIDE, tall), (146, 150, 152), 4.0, 6.0)
    for x in np.arange(0.5, WIDE, 2.0):
        paint(wall, (x, 0, x + 0.06, tall), (96, 100, 102))
        shade(wall, rng, (x + 0.06, 0, x + 0.2, tall), 0.88, 0.05)
    paint(wall, (0, 0, WIDE, 0.14), (170, 174, 176))
    shade(wall, rng, (0, tall - 0.5, WIDE, tall + 0.1), 0.75, 0.15)
    left, right = GATE[0] - LEFT, GATE[1] - LEFT
    paint(wall, (left - 0.12, tall - 2.5, right + 0.12, tall), (90, 92, 92))
    for x in np.arange(left, right - 0.05, 0.22):
        paint(wall, (x, tall - 2.4, x + 0.18, tall), (118, 104, 84))
        paint(wall, (x + 0.14, tall - 2.4, x + 0.18, tall), (84, 74, 60))
    place = round((left + 0.42) * METRE), round((tall - 2.66) * METRE)
    cv2.putText(wall, "SORTIE", place, cv2.FONT_HERSHEY_SIMPLEX, 1.07, (70, 110, 60), 4)
    return wall


def dusk() -> Picture:
    """Light at nightfall as gains of 1/255, (360, 640, 3): blue shade, and two warm lamps."""
    base = np.array((205, 180, 168), np.float32)
    warm = np.array((38, 74, 96), np.float32)
    return _light(base + _lamps()[..., None] * warm)


def infrared() -> Picture:
    """The camera's own infrared light as gains of 1/255: bright middle, dark corners."""
    rows, columns = np.mgrid[0 : VIEW.size[1], 0 : VIEW.size[0]].astype(np.float32)
    far = np.hypot((columns - 330) / 420, (rows - 215) / 260)
    return _light(np.repeat((236 * np.exp(-0.8 * far**2) + 30)[..., None], 3, axis=2))


def _lamps() -> Floats:
    rows, columns = np.mgrid[0 : VIEW.size[1], 0 : VIEW.size[0]].astype(np.float32)
    pools = np.zeros(rows.shape, np.float32)
    for x, y in ((-1.5, 7.0), (5.0, 8.5)):
        px, py = VIEW.pixel(x, y)
        pools += np.exp(-(((columns - px) / 150) ** 2) - ((rows - py) / 90) ** 2)
    return np.asarray(pools, np.float32)


def _light(gains: Floats) -> Picture:
    return np.asarray(np.clip(gains, 0, 255), np.uint8)
