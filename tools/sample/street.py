"""The street of the camera « rue »: a house front with a door, two pavements, a road."""

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.sample.texture import clouds, crack, paint, round_plate, shade, slabs, surface
from tools.sample.view import METRE, View

Picture = NDArray[np.uint8]

VIEW = View((1.5, -3.3, 4.8), (-0.1, 6.0, 0.66), 625.0, (640, 360))
"""Five metres up, across the road; the house front stands at y = 9."""

LEFT, WIDE = -11.0, 22.0
FRONT = 9.0
DOOR = (2.45, 3.55)
"""Left and right edge of the door, in metres."""


CURTAIN = 6.75
"""Distance of the bollards, in metres: who walks farther away walks behind them."""


def background(rng: np.random.Generator) -> Picture:
    """The empty street without its bollards, (360, 640, 3) BGR."""
    ground = VIEW.ground(_ground(rng), LEFT, FRONT, 2)
    front = VIEW.wall(_front(rng), LEFT, FRONT, 2)
    both = np.where(front.any(2, keepdims=True), front, ground)
    small = np.asarray(cv2.resize(both, VIEW.size, interpolation=cv2.INTER_AREA), np.uint8)
    post(small, VIEW, (-0.55, 8.65), (0.48, 1.0), (74, 82, 70))
    return small


def curtain(picture: Picture) -> Picture:
    """The picture with the row of bollards along the far kerb."""
    out = picture.copy()
    for x in (-6.2, -4.4, 4.9, 6.7):
        post(out, VIEW, (x, CURTAIN), (0.2, 0.95), (66, 70, 66))
    return out


def post(picture: Picture, view: View, spot: tuple[float, float], size: tuple[float, float],
         colour: tuple[int, int, int]) -> None:  # fmt: skip
    """Draw in place an upright thing at `spot`, `size` metres wide and tall, with its shadow."""
    (x, y), (wide, tall) = spot, size
    left, foot = view.pixel(x - wide / 2, y)
    right, _ = view.pixel(x + wide / 2, y)
    top = foot - view.tall(x, y, tall)
    shadow = picture.copy()
    middle = (round((left + right) / 2 + 3), round(foot))
    cv2.ellipse(shadow, middle, (round((right - left) * 0.9), 3), 0, 0, 360, (50, 52, 54), -1)
    picture[:] = cv2.addWeighted(picture, 0.5, shadow, 0.5, 0)
    bright = tuple(int(c * 1.3) for c in colour)
    lit = left + (right - left) * 0.35
    cv2.rectangle(picture, (round(left), round(top)), (round(right), round(foot)), colour, -1)
    cv2.rectangle(picture, (round(left), round(top)), (round(lit), round(foot)), bright, -1)


def _ground(rng: np.random.Generator) -> Picture:
    """From the house front (first row) to behind the camera: 13 m deep."""
    ground = surface(rng, (WIDE, 13.0), (96, 95, 94), 7.0, 4.0)
    for y in (4.1, 5.6, 7.0, 8.3):
        shade(ground, rng, (0, y, WIDE, y + 0.5), 1.10, 0.25)
    shade(ground, rng, (13.2, 3.4, 15.4, 5.1), 0.80, 0.04)
    shade(ground, rng, (5.0, 6.6, 9.0, 7.5), 0.84, 0.05)
    for start in ((6, 5.0), (9.5, 7.2), (12, 4.2), (14.5, 7.8), (8.4, 8.1)):
        crack(ground, rng, start, 2.6)
    round_plate(ground, (10.2, 4.6), 0.34)
    for x in np.arange(0.4, WIDE, 2.6):
        paint(ground, (x, 5.98, x + 1.5, 6.12), (205, 208, 208), 0.72)
    slabs(ground, rng, (0, 0, WIDE, 2.5), (0.62, 0.42), (142, 148, 152))
    shade(ground, rng, (0, -0.2, WIDE, 0.25), 0.62, 0.14)
    slabs(ground, rng, (0, 2.5, WIDE, 2.68), (1.0, 0.18), (168, 172, 174))
    paint(ground, (0, 2.68, WIDE, 2.76), (58, 60, 62), 0.75)
    shade(ground, rng, (0, 2.72, WIDE, 3.05), 0.80, 0.1)
    slabs(ground, rng, (0, 9.7, WIDE, 13.0), (0.62, 0.42), (136, 141, 145))
    slabs(ground, rng, (0, 9.5, WIDE, 9.7), (1.0, 0.2), (160, 164, 166))
    shade(ground, rng, (0, 9.2, WIDE, 9.5), 0.8, 0.06)
    return ground


def _front(rng: np.random.Generator) -> Picture:
    """The house front: 5 m tall, last row on the ground."""
    tall = 5.0
    wall = surface(rng, (WIDE, tall), (150, 178, 190), 3.0, 4.5)
    drips = clouds(rng, (1, wall.shape[1]), 9)
    fall = np.linspace(1.0, 0.2, wall.shape[0], dtype=np.float32)[:, None]
    wall[:] = np.clip(wall * (1 - 0.035 * np.abs(drips) * fall)[..., None], 0, 255)
    slabs(wall, rng, (0, tall - 0.75, WIDE, tall), (0.9, 0.38), (132, 140, 146))
    paint(wall, (0, 1.45, WIDE, 1.62), (158, 170, 176))
    shade(wall, rng, (0, 1.62, WIDE, 1.75), 0.72, 0.05)
    for x in (0.6, 3.6, 8.3, 10.3, 15.9, 18.4):
        _window(wall, rng, x, tall - 2.55, 1.15, 1.5)
    _shop(wall, 5.6, tall)
    _door(wall, rng, DOOR[0] - LEFT, DOOR[1] - LEFT, tall)
    paint(wall, (12.55, 0, 12.67, tall), (118, 128, 132))
    paint(wall, (12.64, 0, 12.67, tall), (80, 86, 90))
    shade(wall, rng, (0, tall - 0.2, WIDE, tall + 0.1), 0.6, 0.08)
    return wall


def _window(wall: Picture, rng: np.random.Generator, x: float, y: float, w: float,
            h: float) -> None:  # fmt: skip
    paint(wall, (x - 0.12, y - 0.12, x + w + 0.12, y + h + 0.1), (172, 184, 190))
    paint(wall, (x, y, x + w, y + h), (44, 46, 44))
    shade(wall, rng, (x, y, x + w * 0.8, y + h * 0.5), 1.7, 0.25)
    for pane in (x, x + w / 2 - 0.03, x + w - 0.07):
        paint(wall, (pane, y, pane + 0.07, y + h), (198, 204, 206))
    for bar in (y, y + h * 0.45, y + h - 0.07):
        paint(wall, (x, bar, x + w, bar + 0.06), (198, 204, 206))
    paint(wall, (x - 0.18, y + h + 0.05, x + w + 0.18, y + h + 0.15), (150, 156, 160))
    shade(wall, rng, (x - 0.1, y + h + 0.16, x + w + 0.1, y + h + 0.5), 0.88, 0.08)


def _shop(wall: Picture, x: float, tall: float) -> None:
    paint(wall, (x - 0.1, tall - 2.9, x + 2.1, tall), (58, 74, 52))
    paint(wall, (x, tall - 2.2, x + 1.25, tall - 0.5), (62, 70, 74))
    paint(wall, (x + 0.1, tall - 1.3, x + 1.15, tall - 0.6), (92, 116, 138), 0.6)
    paint(wall, (x + 0.1, tall - 1.65, x + 1.15, tall - 1.6), (150, 160, 166))
    paint(wall, (x + 1.4, tall - 2.2, x + 2.0, tall - 0.1), (50, 56, 58))
    paint(wall, (x + 1.42, tall - 1.2, x + 1.46, tall - 0.9), (160, 166, 170))
    place = round((x + 0.16) * METRE), round((tall - 2.42) * METRE)
    cv2.putText(wall, "PRESSE", place, cv2.FONT_HERSHEY_SIMPLEX, 0.96, (206, 214, 216), 4)


def _door(wall: Picture, rng: np.random.Generator, left: float, right: float, tall: float) -> None:
    top = tall - 2.35
    paint(wall, (left - 0.2, top - 0.25, right + 0.2, tall), (164, 172, 178))
    paint(wall, (left, top, right, tall), (46, 52, 84))
    shade(wall, rng, (left, top, right, top + 0.3), 0.65, 0.1)
    middle = (left + right) / 2
    paint(wall, (middle - 0.012, top, middle + 0.012, tall), (24, 28, 44))
    for side in (left + 0.1, middle + 0.08):
        for y, h in ((top + 0.2, 0.85), (top + 1.25, 0.85)):
            paint(wall, (side, y, side + 0.37, y + h), (34, 40, 66))
            paint(wall, (side + 0.03, y + 0.03, side + 0.37, y + h), (52, 60, 94))
    paint(wall, (middle + 0.03, top + 1.12, middle + 0.07, top + 1.22), (150, 190, 200))
    paint(wall, (left - 0.25, tall - 0.14, right + 0.25, tall), (150, 154, 158))
