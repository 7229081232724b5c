"""A cut-out set in motion: walking phases, mirroring, a shadow, and pasting into a picture."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.sample.cutouts import Cutout

Picture = NDArray[np.uint8]

PHASES = 12
"""Drawings of one stride: two steps."""

_WALKER, _VEHICLE = 170, 280  # rows kept: a little more than is ever shown
_HIP = 0.56  # of the height, from the top
_CLOSED = 0.42  # width of the legs when one foot passes the other, of the width when apart


@dataclass(frozen=True, slots=True)
class Figure:
    """Premultiplied drawings of a walker or vehicle: picture (h, w, 3), alpha (h, w), float32."""

    name: str
    tall: float
    pictures: tuple[NDArray[np.float32], ...]
    alphas: tuple[NDArray[np.float32], ...]

    @property
    def mirrored(self) -> "Figure":
        """The same figure turned the other way."""
        return Figure(
            self.name,
            self.tall,
            tuple(np.ascontiguousarray(one[:, ::-1]) for one in self.pictures),
            tuple(np.ascontiguousarray(one[:, ::-1]) for one in self.alphas),
        )


def walker(cutout: Cutout) -> Figure:
    """A person's drawings: the legs open and close beneath the hip."""
    cutout = _reduced(cutout, _WALKER)
    drawn = [_stride(cutout, phase / PHASES) for phase in range(PHASES)]
    return Figure(
        cutout.name, cutout.tall, tuple(one for one, _ in drawn), tuple(two for _, two in drawn)
    )


def vehicle(cutout: Cutout) -> Figure:
    """A vehicle's only drawing."""
    cutout = _reduced(cutout, _VEHICLE)
    picture = cutout.picture.astype(np.float32) * cutout.alpha[..., None]
    return Figure(cutout.name, cutout.tall, (picture,), (cutout.alpha,))


def _reduced(cutout: Cutout, rows: int) -> Cutout:
    height, width = cutout.alpha.shape
    size = max(2, round(width * rows / height)), rows
    picture = cv2.resize(cutout.picture, size, interpolation=cv2.INTER_AREA)
    alpha = cv2.resize(cutout.alpha, size, interpolation=cv2.INTER_AREA)
    return Cutout(
        cutout.name, np.asarray(picture, np.uint8), np.asarray(alpha, np.float32), cutout.tall
    )


def _stride(cutout: Cutout, phase: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    height, width = cutout.alpha.shape
    apart = _CLOSED + (1 - _CLOSED) * abs(np.cos(np.pi * 2 * phase))
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    depth = np.clip((rows / height - _HIP) / (1 - _HIP), 0, 1)
    narrow = 1 + (apart - 1) * depth
    across = np.asarray((columns - width / 2) / narrow + width / 2, np.float32)
    picture = cutout.picture.astype(np.float32) * cutout.alpha[..., None]
    moved = cv2.remap(picture, across, rows, cv2.INTER_LINEAR, borderValue=(0, 0, 0))
    alpha = cv2.remap(cutout.alpha, across, rows, cv2.INTER_LINEAR, borderValue=(0,))
    return np.asarray(moved, np.float32), np.asarray(alpha, np.float32)


def paste(picture: Picture, figure: Figure, phase: float, foot: tuple[float, float],
          tall: float) -> None:  # fmt: skip
    """Draw in place the figure standing at pixel `foot`, `tall` pixels high, with its shadow.

    `phase` counts strides; what falls outside the picture is left out.
    """
    drawing = int(phase * len(figure.pictures)) % len(figure.pictures)
    source, alpha = figure.pictures[drawing], figure.alphas[drawing]
    scale = tall / source.shape[0]
    width, height = max(2, round(source.shape[1] * scale)), max(2, round(tall))
    left, top = foot[0] - width / 2, foot[1] - height
    x0, y0 = int(np.floor(left)), int(np.floor(top))
    shift = np.array([[1, 0, left - x0], [0, 1, top - y0]], np.float32)
    size = (width + 1, height + 1)
    small = cv2.resize(source, (width, height), interpolation=cv2.INTER_AREA)
    cover = cv2.resize(alpha, (width, height), interpolation=cv2.INTER_AREA)
    small, cover = cv2.warpAffine(small, shift, size), cv2.warpAffine(cover, shift, size)
    if len(figure.pictures) == 1:
        _shadow_of_body(picture, x0, y0, np.asarray(cover, np.float32))
    else:
        _shadow_of_feet(picture, foot, width, height)
    _blend(picture, x0, y0, np.asarray(small, np.float32), np.asarray(cover, np.float32))


def _shadow_of_body(picture: Picture, x0: int, y0: int, cover: NDArray[np.float32]) -> None:
    """Dark ground along the lower edge of a vehicle, whichever way that edge slants."""
    height = cover.shape[0]
    drop = max(3, height // 22)
    low = cover[height // 2 :]
    dark = np.zeros((low.shape[0] + 2 * drop, low.shape[1]), np.float32)
    dark[drop:-drop] = low
    dark = np.asarray(cv2.GaussianBlur(dark, (0, 0), drop * 0.55), np.float32) * 0.75
    ramp = np.clip(np.arange(len(dark), dtype=np.float32) / (0.4 * len(dark)), 0, 1)
    dark *= ramp[:, None]
    black = np.zeros((*dark.shape, 3), np.float32)
    _blend(picture, x0, y0 + height // 2, black, dark)


def _shadow_of_feet(picture: Picture, foot: tuple[float, float], width: int, height: int) -> None:
    """Soft light under an overcast sky: dark where the figure touches the ground."""
    reach_x, reach_y = width * 0.62, max(3.0, min(height * 0.055, width * 0.16))
    x0, y0 = int(foot[0] - 2 * reach_x), int(foot[1] - 2 * reach_y)
    columns = (np.arange(x0, int(foot[0] + 2 * reach_x)) - foot[0]) / reach_x
    rows = (np.arange(y0, int(foot[1] + 2 * reach_y)) - foot[1] + reach_y * 0.3) / reach_y
    dark = 0.55 * np.exp(-1.6 * (columns[None, :] ** 2 + rows[:, None] ** 2))
    cover = dark.astype(np.float32)
    _blend(picture, x0, y0, np.zeros((*cover.shape, 3), np.float32), cover)


def _blend(picture: Picture, x0: int, y0: int, small: NDArray[np.float32],
           cover: NDArray[np.float32]) -> None:  # fmt: skip
    """Lay a premultiplied patch over the picture in place, clipped at its edges."""
    height, width = picture.shape[:2]
    left, top = max(0, x0), max(0, y0)
    right, bottom = min(width, x0 + cover.shape[1]), min(height, y0 + cover.shape[0])
    if left >= right or top >= bottom:
        return
    part = slice(top - y0, bottom - y0), slice(left - x0, right - x0)
    place = picture[top:bottom, left:right]
    place[:] = np.clip(place * (1 - cover[part])[..., None] + small[part], 0, 255).astype(np.uint8)
