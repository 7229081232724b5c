"""The empty scene, and what in a picture is not of it: neither light, nor shadow, nor sway."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from vsa_core.vision.background import Background, sampled
from vsa_core.vision.blobs import Blob, Mask, blobs
from vsa_core.vision.exposure import NEUTRAL, Exposure, Levels, exposure
from vsa_core.vision.sway import STILL, Shift, Sway, added, steadied

DOUBTFUL, SURE = 3.0, 6.0
"""Deviations from the scene, in noise units: may belong to a mover; is one."""

SCENE_WIDE = 0.6
"""Share of the picture beyond which a change is of light or of camera, never a mover."""

TRUSTED = 3.0
"""Spread above which an exposure fits so badly that the next picture must not start from it."""

DRIFT = 0.02
"""Share of the remaining difference that the free scene takes over at each picture: slow light."""

DEEPEST = 0.5
"""A cast shadow leaves at least half of the light."""

EVEN = 0.03
"""Relative unevenness below which a darkening is light taken away, not a thing put there."""


class Scene:
    """The background, what is worked out from it once, and how light and camera stand now."""

    def __init__(self, background: Background) -> None:
        kernel = np.ones((3, 3), np.uint8)
        self._level, self._noise = background.level, background.noise
        # Within one pixel any level will do: leaves stir, and codecs shift edges.
        self._low = np.asarray(cv2.erode(self._level, kernel), np.float32)
        self._high = np.asarray(cv2.dilate(self._level, kernel), np.float32)
        self._light = np.float32(1) / np.maximum(self._level, 4)
        self._uneven = np.square(np.maximum(EVEN, 1.5 * self._noise * self._light))
        self._drift = np.zeros_like(self._level)
        self._sway = Sway(self._level)
        self._exposure, self._shift = NEUTRAL, STILL

    @property
    def shape(self) -> tuple[int, ...]:
        """Height and width of the pictures."""
        return self._level.shape

    def movers(self, picture: Levels) -> tuple[list[Blob], Shift]:
        """Blobs of a softened picture (h, w), in pixels of the scene, and how far it has swayed.

        Where nothing is, the scene drifts a little towards the picture.
        """
        held, seen = self._held(picture)
        level = seen.undone(held) - self._drift
        unsure = max(1.0, seen.spread) * max(1.0, 1 / seen.gain)
        away = self._away(level, held) / self._noise
        changed = away > np.float32(DOUBTFUL * unsure)
        share = np.count_nonzero(changed) / changed.size
        if share > SCENE_WIDE or not seen.plausible:
            return [], self._shift
        self._follow(level, changed)
        if share == 0:
            return [], self._shift
        changed &= ~self._shaded(level, unsure)
        return blobs(changed, away > np.float32(SURE * unsure)), self._shift

    def _held(self, picture: Levels) -> tuple[Levels, Exposure]:
        """The picture without its sway, and its exposure; both start from those of the last."""
        held = steadied(picture, self._shift)
        level = sampled(self._level) + sampled(self._drift)
        seen = exposure(sampled(held), level, sampled(self._noise), self._exposure)
        if seen.plausible and seen.spread < TRUSTED:
            self._exposure = seen
        more = self._sway.of(seen.undone(held) - self._drift)
        if more != STILL:
            self._shift = added(self._shift, more)
            held = steadied(picture, self._shift)
        return held, seen

    def _away(self, level: Levels, picture: Levels) -> Levels:
        """How far each pixel is from all levels of the scene around it; 0 where it is clipped."""
        above, below = level - self._high, self._low - level
        above[picture <= 4] = 0
        below[picture >= 251] = 0
        away: Levels = np.maximum(above, below)
        edge = math.ceil(max(abs(self._shift[0]), abs(self._shift[1])))
        if edge:  # what swayed in from outside is not known
            inside = away[edge:-edge, edge:-edge].copy()
            away[:] = 0
            away[edge:-edge, edge:-edge] = inside
        return away

    def _follow(self, level: Levels, changed: Mask) -> None:
        near = cv2.dilate(changed.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        step = np.float32(DRIFT) * (level - self._level)
        step[near] = 0
        self._drift += step

    def _shaded(self, level: Levels, unsure: float) -> NDArray[np.bool_]:
        """Where light was taken away evenly and the scene still shows through: cast shadow.

        The ratio of picture to scene is the same all over a shadow, and uneven
        over a thing (Rosin and Ellis 1995).
        """
        ratio = level * self._light
        mean = cv2.blur(ratio, (5, 5))
        variance = cv2.blur(np.square(ratio), (5, 5)) - np.square(mean)
        even = variance < self._uneven * np.float32(unsure**2)
        shaded: NDArray[np.bool_] = even & (mean < 1) & (mean > DEEPEST)
        return shaded
