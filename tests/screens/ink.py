"""Pictures of a window kept small: at most 256 colours, its flat ones exactly."""

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPixmap

MOST, FLAT = 256, 160
"""Colours of a picture, and how many of them are its most frequent ones, kept as they are."""

FEW_BITS = 0xF8
"""Rare colours are gathered with these bits of each channel before they are grouped."""

Colours = NDArray[np.uint8]


def save(pixmap: QPixmap, path: Path) -> None:
    """Write the picture as an indexed PNG; the same picture gives the same bytes."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    height, width = image.height(), image.width()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(height, width) & 0xFFFFFF
    colours, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    chosen, nearest = _reduced(colours, counts)
    indices = np.ascontiguousarray(nearest[places].reshape(height, width).astype(np.uint8))
    made = QImage(indices.data, width, height, width, QImage.Format.Format_Indexed8)
    made.setColorTable([0xFF000000 | int(colour) for colour in chosen])
    made.save(str(path), quality=0)


def _reduced(
    colours: NDArray[np.uint32], counts: NDArray[np.intp]
) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """The colours kept, and for each colour of the picture which of them stands for it."""
    if len(colours) <= MOST:
        return colours, np.arange(len(colours))
    order = np.argsort(counts, kind="stable")[::-1]
    flat = colours[order[:FLAT]]
    rare = _channels(colours[order[FLAT:]])
    kept = np.unique(np.concatenate([flat, _packed(_grouped(rare, MOST - FLAT))]))
    points, table = _channels(colours), _channels(kept)
    nearest = [
        ((part[:, None, :] - table[None, :, :]) ** 2).sum(axis=2).argmin(axis=1)
        for part in np.array_split(points, max(1, len(points) // 4096))
    ]
    return kept, np.concatenate(nearest)


def _grouped(points: NDArray[np.int32], count: int) -> NDArray[np.float32]:
    """The middles of so many groups of colours."""
    coarse = np.unique(points & FEW_BITS, axis=0).astype(np.float32)
    if len(coarse) <= count:
        return coarse
    cv2.setRNGSeed(1)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    _, _, middles = cv2.kmeans(coarse, count, None, stop, 1, cv2.KMEANS_PP_CENTERS)  # type: ignore[call-overload]
    return np.asarray(middles, np.float32)


def _channels(colours: NDArray[np.uint32]) -> NDArray[np.int32]:
    parts = [(colours >> shift) & 0xFF for shift in (16, 8, 0)]
    return np.stack(parts, axis=1).astype(np.int32)


def _packed(points: NDArray[np.float32]) -> NDArray[np.uint32]:
    red, green, blue = np.clip(points.round(), 0, 255).astype(np.uint32).T
    return np.asarray((red << 16) | (green << 8) | blue, np.uint32)
