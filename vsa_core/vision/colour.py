"""Clothing and paint in fourteen words, and "unknown" where light or camera gives no colour."""

import cv2
import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import COLOURS, PERSON, UNNAMED
from vsa_core.domain.ports import Picture
from vsa_core.vision.names import VEHICLE_KINDS

Floats = NDArray[np.float32]
Names = NDArray[np.uint8]

PATCH = 24
"""A patch of clothing or paint is looked at in at most that many pixels across and down."""

COLOURLESS = 2.5
"""A picture whose most colourful twentieth is nearer than this (Lab chroma) to its middle colour
is grey or of one tint: infrared."""

DARK = 25.0
"""What has no brightest tenth lighter than this (L of Lab, 0 to 100) is too dark to tell colours:
a whole picture, or the surroundings of one object in a picture with lamps."""

NEUTRAL = 9.0
"""Lab chroma below which a pixel has no hue."""

MOST_CAST = 12.0
"""Lab chroma of the strongest colour cast of the light that is taken out."""

UPPER, LOWER = (0.2, 0.15, 0.8, 0.48), (0.2, 0.52, 0.8, 0.88)
"""Left, top, right, bottom of the patches of a person, as shares of the box: no head, no floor."""

WHOLE = (0.15, 0.15, 0.85, 0.85)
"""The patch of a vehicle or a bag."""

AROUND = (-1.0, -1.0, 2.0, 2.0)
"""The surroundings of a box: itself and as much again on each side."""

UPRIGHT = 1.3
"""What has no name is taken for a person when its box is this many times as high as wide."""

DEEP = 35.0
"""Lab chroma of red that no shade on pink reaches."""

SHADED, GLOSSY = 0.15, 0.02
"""Where such red covers this share of cloth, or of paint, the pink is red under bright sky."""

_NUMBER = {name: number for number, name in enumerate(COLOURS)}
RED, PINK = _NUMBER["red"], _NUMBER["pink"]


def name_colours(picture: Picture, boxes: Floats, kinds: NDArray[np.uint8]) -> Names:
    """(n, 8) colours as in TRACK.colours: name, share, second name, share; upper half, then lower.

    `picture` (h, w, 3) BGR; `boxes` (n, 4) pixels; `kinds` (n,) class numbers.
    Shares are 0 to 255 of the patch. What is no person has one colour for
    both halves. Everything is unknown in a picture without colour or light:
    in infrared black cloth is white. So is what stands in the dark of a picture
    that is bright elsewhere: all cloth is black there. The cast of the light is estimated from
    the pixels of the whole picture that are nearly neutral, and taken out.
    """
    result = np.zeros((len(boxes), 8), np.uint8)
    cast = _cast(picture)
    if cast is None:
        return result
    for row, (box, kind) in enumerate(zip(boxes.tolist(), kinds.tolist(), strict=True)):
        if _unlit(picture, box):
            continue
        vehicle = kind in VEHICLE_KINDS
        if kind == PERSON or (kind == UNNAMED and _upright(box)):
            upper = _settled(_patch(picture, box, UPPER), cast, vehicle)
            lower = _settled(_patch(picture, box, LOWER), cast, vehicle)
        else:
            upper = lower = _settled(_patch(picture, box, WHOLE), cast, vehicle)
        result[row] = (*upper, *lower)
    return result


def _upright(box: list[float]) -> bool:
    return box[3] - box[1] >= UPRIGHT * (box[2] - box[0])


def _lab(pixels: Picture) -> Floats:
    lab = cv2.cvtColor(pixels.astype(np.float32) / np.float32(255), cv2.COLOR_BGR2Lab)
    return np.asarray(lab, np.float32)


def _cast(picture: Picture) -> Floats | None:
    """(2,) a and b of the light, or None when the picture tells no colours."""
    step = max(1, min(picture.shape[:2]) // 64)
    lab = _lab(np.ascontiguousarray(picture[::step, ::step])).reshape(-1, 3)
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    apart = np.hypot(*(lab[:, 1:] - np.median(lab[:, 1:], axis=0)).T)
    if np.quantile(lab[:, 0], 0.9) < DARK or np.quantile(apart, 0.95) < COLOURLESS:
        return None
    pale = lab[(chroma < MOST_CAST) & (lab[:, 0] > DARK)]
    if len(pale) < len(lab) // 10:
        return np.zeros(2, np.float32)
    cast: Floats = np.median(pale[:, 1:], axis=0)
    return cast


def _unlit(picture: Picture, box: list[float]) -> bool:
    patch = _patch(picture, box, AROUND)
    return patch.size > 0 and bool(np.quantile(_lab(patch)[..., 0], 0.9) < DARK)


def _patch(picture: Picture, box: list[float], part: tuple[float, ...]) -> Picture:
    """The named part of a box, made small; empty when it lies outside the picture."""
    left, top, right, bottom = (min(max(side, -1e6), 1e6) for side in box)
    height, width = picture.shape[:2]
    x = [round(left + share * (right - left)) for share in part[0::2]]
    y = [round(top + share * (bottom - top)) for share in part[1::2]]
    (x0, x1), (y0, y1) = np.clip(x, 0, width), np.clip(y, 0, height)
    patch = picture[y0 : max(y1, y0), x0 : max(x1, x0)]
    if patch.size == 0:
        return patch
    size = (min(PATCH, patch.shape[1]), min(PATCH, patch.shape[0]))
    return np.asarray(cv2.resize(patch, size, interpolation=cv2.INTER_AREA), np.uint8)


def _settled(patch: Picture, cast: Floats, vehicle: bool) -> tuple[int, int, int, int]:
    """The two most frequent names of a patch, and their shares."""
    if patch.size == 0:
        return (0, 0, 0, 0)
    lab = _lab(patch).reshape(-1, 3)
    lab[:, 1:] -= cast
    names = _named(lab, vehicle)
    counts = np.bincount(names, minlength=len(COLOURS))
    deep = (names == RED) & (np.hypot(lab[:, 1], lab[:, 2]) > DEEP)
    if np.count_nonzero(deep) > (GLOSSY if vehicle else SHADED) * len(names):
        counts[RED], counts[PINK] = counts[RED] + counts[PINK], 0
    first, second = np.argsort(-counts, kind="stable")[:2].tolist()
    shares = (counts * 255 // counts.sum()).tolist()
    return (first, shares[first], second if shares[second] else 0, shares[second])


_HUES: tuple[tuple[float, str, str, str], ...] = (
    (20, "red", "pink", "pink"),
    (50, "brown", "red", "pink"),
    (72, "brown", "orange", "beige"),
    (86, "brown", "orange", "beige"),
    (100, "brown", "yellow", "beige"),
    (115, "green", "yellow", "beige"),
    (170, "green", "green", "green"),
    (225, "cyan", "cyan", "cyan"),
    (310, "blue", "blue", "blue"),
    (338, "purple", "purple", "purple"),
    (361, "purple", "pink", "pink"),
)
"""Up to which hue angle of Lab: the name when dark, when strong, and when light but weak."""

_ENDS = np.array([row[0] for row in _HUES], np.float32)
_WORDS = np.array([[_NUMBER[name] for name in row[1:]] for row in _HUES], np.intp)


def _named(lab: Floats, vehicle: bool) -> NDArray[np.intp]:
    """(n,) colour number of each Lab pixel (n, 3)."""
    light, chroma = lab[:, 0], np.hypot(lab[:, 1], lab[:, 2])
    hue = np.degrees(np.arctan2(lab[:, 2], lab[:, 1])) % 360
    band = np.searchsorted(_ENDS, hue, side="right")
    tone = np.where(light < 48, 0, np.where((chroma < 38) & (light > 62), 2, 1))
    words = _WORDS[band, tone]
    vivid = (band == 1) & (tone == 0) & (chroma > 40)
    words = np.where(vivid, _NUMBER["red"], words)
    plain = np.where(light < 26, _NUMBER["black"], _NUMBER["grey"])
    plain = np.where((light > 60) & vehicle, _NUMBER["silver"], plain)
    plain = np.where(light > 83, _NUMBER["white"], plain)
    plain_ones = (chroma < NEUTRAL) | ((light < 20) & (chroma < 2 * NEUTRAL)) | (light < 8)
    named: NDArray[np.intp] = np.where(plain_ones, plain, words)
    return named
