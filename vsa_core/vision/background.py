"""The scene without what passes through it, learnt from pictures spread over the whole slice."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from vsa_core.domain.ports import Picture
from vsa_core.vision.exposure import NEUTRAL, Levels, exposure
from vsa_core.vision.steady import SAME, Looks, steady, without_things
from vsa_core.vision.sway import STILL, Sway, added, steadied

LEAST_NOISE = 1.5
"""Grey levels: what quantisation and compression leave in a still, softened picture."""

STRIDE = 5
"""Every how many pixels across and down the exposure is sampled."""


@dataclass(frozen=True, slots=True)
class Background:
    """Grey level of the empty scene and its noise, both (h, w) float32."""

    level: Levels
    noise: Levels


def softened(picture: Picture) -> Levels:
    """The luma picture less its finest noise, (h, w) float32."""
    soft: Levels = cv2.GaussianBlur(picture, (3, 3), 0).astype(np.float32)
    return soft


def sampled(plane: Levels) -> Levels:
    """One pixel in STRIDE across and down, as a column."""
    return plane[STRIDE // 2 :: STRIDE, STRIDE // 2 :: STRIDE].ravel()


def learn(pictures: Sequence[Picture]) -> Background:
    """The background of (h, w) luma pictures of one size, given in time order."""
    looks = np.stack([softened(picture) for picture in pictures])
    looks = _levelled(_held(looks, _levelled(looks)))
    level = without_things(looks, *steady(looks))
    return Background(level, _noise(looks, level))


def _held(looks: Looks, levelled: Looks) -> Looks:
    """The looks moved back to where their median lies; sway is judged on exposures made equal."""
    shifts = [STILL] * len(looks)
    for _ in range(2):
        held = [steadied(one, shift) for one, shift in zip(levelled, shifts, strict=True)]
        sway = Sway(np.median(np.stack(held), axis=0))
        shifts = [added(shift, sway.of(one)) for one, shift in zip(held, shifts, strict=True)]
    return np.stack([steadied(look, shift) for look, shift in zip(looks, shifts, strict=True)])


def _levelled(looks: Looks) -> Looks:
    """The pictures with their differences of exposure undone against their own median."""
    result = looks
    for _ in range(2):
        middle = sampled(np.median(result, axis=0))
        noise = np.full_like(middle, 2 * LEAST_NOISE)
        lines = [exposure(sampled(look), middle, noise, NEUTRAL) for look in looks]
        result = np.stack([line.undone(look) for line, look in zip(lines, looks, strict=True)])
    return result


def _noise(looks: Looks, level: Levels) -> Levels:
    """Root mean square of the looks that saw the scene (within 2 x SAME), over 5 x 5 pixels."""
    away = looks - level
    near = np.abs(away) <= 2 * SAME
    square = cv2.blur(
        (np.square(away) * near).sum(axis=0) / np.maximum(near.sum(axis=0), 1), (5, 5)
    )
    noise: Levels = np.sqrt(np.maximum(square, np.float32(LEAST_NOISE**2)))
    return noise
