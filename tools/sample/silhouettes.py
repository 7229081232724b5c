"""Figures drawn by hand, for an installation that lacks the known photograph."""

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.sample.cutouts import Cutout

Colour = tuple[int, int, int]

_COATS: tuple[tuple[str, float, Colour], ...] = (
    ("beige", 1.76, (150, 182, 205)),
    ("dark", 1.72, (40, 38, 36)),
    ("navy", 1.80, (70, 42, 30)),
    ("red", 1.76, (60, 56, 190)),
    ("green", 1.76, (88, 122, 60)),
)


def drawn_people() -> tuple[Cutout, ...]:
    """The same five walkers by name, as drawn silhouettes."""
    return tuple(_person(name, tall, coat) for name, tall, coat in _COATS)


def drawn_bus() -> Cutout:
    """A bus facing left."""
    picture = np.zeros((400, 700, 3), np.uint8)
    alpha = np.zeros((400, 700), np.uint8)
    cv2.rectangle(alpha, (6, 20), (694, 356), 255, -1)
    cv2.rectangle(picture, (0, 0), (700, 400), (170, 96, 40), -1)
    cv2.rectangle(picture, (0, 0), (700, 66), (214, 214, 210), -1)
    cv2.rectangle(picture, (0, 300), (700, 356), (96, 98, 100), -1)
    for left in (14, 170, 300, 430, 560):
        cv2.rectangle(picture, (left, 84), (left + 114, 224), (48, 44, 42), -1)
    for centre in (140, 560):
        cv2.circle(alpha, (centre, 346), 52, 255, -1)
        cv2.circle(picture, (centre, 346), 52, (34, 34, 36), -1)
        cv2.circle(picture, (centre, 346), 26, (120, 122, 124), -1)
    return Cutout("bus", picture, _soft(alpha), 3.1)


def _person(name: str, tall: float, coat: Colour) -> Cutout:
    picture = np.zeros((480, 190, 3), np.uint8)
    alpha = np.zeros((480, 190), np.uint8)
    for corners, colour in (
        (((70, 250), (104, 250), (70, 470), (26, 470)), (74, 52, 40)),
        (((86, 250), (122, 250), (166, 470), (122, 470)), (66, 46, 36)),
        (((22, 462), (74, 462), (74, 478), (22, 478)), (70, 96, 120)),
        (((118, 462), (172, 462), (172, 478), (118, 478)), (70, 96, 120)),
        (((60, 90), (132, 90), (146, 290), (48, 290)), coat),
        (((52, 100), (74, 96), (66, 250), (38, 246)), _darker(coat)),
        (((118, 96), (140, 100), (154, 246), (126, 250)), _darker(coat)),
    ):
        polygon = [np.array(corners, np.int32)]
        cv2.fillPoly(picture, polygon, colour)
        cv2.fillPoly(alpha, polygon, 255)
    cv2.ellipse(picture, (96, 46), (28, 40), 0, 0, 360, (104, 124, 150), -1)
    cv2.ellipse(alpha, (96, 46), (28, 40), 0, 0, 360, 255, -1)
    return Cutout(name, picture, _soft(alpha), tall)


def _darker(colour: Colour) -> Colour:
    return (colour[0] * 4 // 5, colour[1] * 4 // 5, colour[2] * 4 // 5)


def _soft(alpha: NDArray[np.uint8]) -> NDArray[np.float32]:
    softened = cv2.GaussianBlur(alpha, (0, 0), 1.2).astype(np.float32)
    return np.asarray(softened / 255, np.float32)
