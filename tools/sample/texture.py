"""Flat surfaces drawn from noise: asphalt, slabs, plaster; (h, w, 3) BGR, METRE pixels a metre."""

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.sample.view import METRE

Picture = NDArray[np.uint8]
Floats = NDArray[np.float32]
Colour = tuple[int, int, int]


def clouds(rng: np.random.Generator, shape: tuple[int, int], cell: float) -> Floats:
    """Smooth noise (h, w) of mean 0 and deviation 1, whose spots are about `cell` pixels wide."""
    rows, columns = (max(3, round(side / cell) + 2) for side in shape)
    coarse = rng.standard_normal((rows, columns)).astype(np.float32)
    smooth = cv2.resize(coarse, shape[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray((smooth - smooth.mean()) / max(float(smooth.std()), 1e-6), np.float32)


def surface(rng: np.random.Generator, size: tuple[float, float], colour: Colour,
            grain: float, stain: float) -> Picture:  # fmt: skip
    """A flat surface of `size` metres (width, height): fine grain and broad stains on a colour."""
    shape = round(size[1] * METRE), round(size[0] * METRE)
    light = grain * clouds(rng, shape, 2.0) + 0.6 * grain * clouds(rng, shape, 6)
    light += stain * (clouds(rng, shape, 1.1 * METRE) + 0.6 * clouds(rng, shape, 0.3 * METRE))
    return np.asarray(np.clip(np.array(colour, np.float32) + light[..., None], 0, 255), np.uint8)


def shade(picture: Picture, rng: np.random.Generator, box: tuple[float, float, float, float],
          factor: float, soft: float) -> None:  # fmt: skip
    """Darken or lighten in place a box in metres (left, top, right, bottom), with a ragged edge."""
    within = np.zeros(picture.shape[:2], np.float32)
    left, top, right, bottom = (round(side * METRE) for side in box)
    cv2.rectangle(within, (left, top), (right, bottom), (1.0,), -1)
    within = np.asarray(cv2.GaussianBlur(within, (0, 0), soft * METRE), np.float32)
    within *= 1 + 0.25 * clouds(rng, picture.shape[:2], 0.25 * METRE)
    gain = 1 + np.clip(within, 0, 1) * (factor - 1)
    picture[:] = np.clip(picture * gain[..., None], 0, 255).astype(np.uint8)


def paint(picture: Picture, box: tuple[float, float, float, float], colour: Colour,
          cover: float = 1.0) -> None:  # fmt: skip
    """Paint in place a box in metres (left, top, right, bottom); `cover` 1 hides what was there."""
    left, top, right, bottom = (round(side * METRE) for side in box)
    place = picture[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
    place[:] = (place * (1 - cover) + np.array(colour) * cover).astype(np.uint8)


def slabs(picture: Picture, rng: np.random.Generator, box: tuple[float, float, float, float],
          step: tuple[float, float], colour: Colour) -> None:  # fmt: skip
    """Lay slabs of `step` metres in place over a box, each of its own tint, with dark joints."""
    left, top, right, bottom = box
    for row, y in enumerate(np.arange(top, bottom - 1e-6, step[1])):
        shift = step[0] / 2 if row % 2 else 0.0
        for x in np.arange(left - shift, right - 1e-6, step[0]):
            tint = 1 + 0.05 * float(rng.standard_normal())
            tone = tuple(int(np.clip(c * tint, 0, 255)) for c in colour)
            area = (max(left, x), y, min(right, x + step[0]), min(bottom, y + step[1]))
            paint(picture, area, (tone[0], tone[1], tone[2]), 0.75)
            paint(picture, (area[0], y, area[0] + 0.02, area[3]), (52, 54, 56), 0.6)
        paint(picture, (left, y, right, y + 0.02), (52, 54, 56), 0.6)


def crack(picture: Picture, rng: np.random.Generator, start: tuple[float, float],
          metres: float) -> None:  # fmt: skip
    """A wandering crack drawn in place from `start` (metres), `metres` long."""
    angle = float(rng.uniform(0, 2 * np.pi))
    points = [np.array(start) * METRE]
    for _ in range(int(metres * 10)):
        angle += float(rng.normal(0, 0.35))
        points.append(points[-1] + 0.1 * METRE * np.array([np.cos(angle), np.sin(angle)]))
    line = np.array(points, np.int32).reshape(-1, 1, 2)
    drawn = picture.copy()
    cv2.polylines(drawn, [line], False, (52, 52, 54), 2, cv2.LINE_AA)
    picture[:] = cv2.addWeighted(drawn, 0.6, picture, 0.4, 0)


def round_plate(picture: Picture, centre: tuple[float, float], radius: float) -> None:
    """A cast-iron manhole cover drawn in place (metres)."""
    x, y = (round(side * METRE) for side in centre)
    cv2.circle(picture, (x, y), round(radius * METRE), (58, 60, 62), -1, cv2.LINE_AA)
    cv2.circle(picture, (x, y), round(radius * METRE), (34, 35, 36), 3, cv2.LINE_AA)
    for ring in (0.35, 0.65):
        cv2.circle(picture, (x, y), round(radius * ring * METRE), (74, 76, 78), 2, cv2.LINE_AA)
