"""Finds what moves without knowing what it is, against the scene learnt from the whole slice."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture
from vsa_core.domain.provenance import digest
from vsa_core.vision.background import Background, learn, sampled, softened
from vsa_core.vision.blobs import Blob, Mask, blobs
from vsa_core.vision.exposure import NEUTRAL, Exposure, Levels, exposure
from vsa_core.vision.gate import Gate

VERSION = 1
"""To be raised with every change that can change a region."""

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

MOST_LOOKS = 120
"""Pictures learnt from, at most; more are thinned evenly."""

Regions = NDArray[np.float32]


class SceneMotion:
    """The Motion port, for one slice; deterministic for the same pictures in the same order.

    A thing that stops stays a region as long as it stands there: the scene is
    learnt once, from the whole slice, and afterwards only follows slow light
    where nothing is (after Cucchiara et al. 2003 and Piccardi 2004). Pictures
    are luma, (h, w) uint8, best 320 to 480 wide; another size is scaled.
    """

    def __init__(self) -> None:
        self._scene: _Scene | None = None
        self._exposure = NEUTRAL
        self._gate = Gate()

    @property
    def name(self) -> str:
        """Name and version, for the pedigree."""
        return f"motion {VERSION}"

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the version, in the place of a digest of weights."""
        return digest({"detector": "motion", "version": VERSION})

    def prepare(self, pictures: Sequence[Picture]) -> None:
        """Learn the scene from luma pictures spread over the slice, in time order.

        Without any picture, the first one that `regions` is shown is the scene.
        """
        if not pictures:
            return
        step = -(-len(pictures) // MOST_LOOKS)
        shape = pictures[0].shape
        background = learn([_fitted(picture, shape) for picture in pictures[::step]])
        self._scene = _Scene(background)
        self._exposure = NEUTRAL
        self._gate = Gate(background.level, background.noise)

    def regions(self, luma: Picture) -> Regions:
        """Boxes (n, 4) of what moves: left, top, right, bottom as fractions 0..1 of the picture.

        Largest first, at most 64. To be called in time order.
        """
        if self._scene is None:
            self.prepare([luma])
            return np.zeros((0, 4), np.float32)
        picture = softened(_fitted(luma, self._scene.level.shape))
        seen = self._scene.exposure(picture, self._exposure)
        if seen.spread < TRUSTED:
            self._exposure = seen
        return _fractions(self._scene.movers(picture, seen), picture.shape)

    def moved(self, luma: Picture) -> bool:
        """Cheap gate: whether anything changed since the last picture for which it said so."""
        return self._gate.moved(luma)


def _fitted(picture: Picture, shape: tuple[int, ...]) -> Picture:
    if picture.shape == shape:
        return picture
    fitted = cv2.resize(picture, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    return np.asarray(fitted, np.uint8)


def _fractions(found: list[Blob], shape: tuple[int, ...]) -> Regions:
    boxes = np.array([(b.left, b.top, b.right, b.bottom) for b in found], np.float32)
    sides = np.array([shape[1], shape[0]] * 2, np.float32)
    return np.asarray(boxes.reshape(-1, 4) / sides, np.float32)


class _Scene:
    """The background with what is worked out from it once, and the slow drift of its light."""

    def __init__(self, background: Background) -> None:
        kernel = np.ones((3, 3), np.uint8)
        self.level = background.level
        self._noise = background.noise
        self._low = np.asarray(
            cv2.erode(background.level, kernel), np.float32
        )  # leaves sway, cameras shake
        self._high = np.asarray(cv2.dilate(background.level, kernel), np.float32)
        self._drift = np.zeros_like(background.level)
        self._light = np.float32(1) / np.maximum(background.level, 4)
        self._uneven = np.square(np.maximum(EVEN, 1.5 * background.noise * self._light))

    def exposure(self, picture: Levels, start: Exposure) -> Exposure:
        """How the camera was set for this picture, `start` being how it was for the last."""
        level = sampled(self.level) + sampled(self._drift)
        return exposure(sampled(picture), level, sampled(self._noise), start)

    def movers(self, picture: Levels, seen: Exposure) -> list[Blob]:
        """The blobs of a softened picture; the free scene drifts a little towards it."""
        level = seen.undone(picture) - self._drift
        unsure = max(1.0, seen.spread) * max(1.0, 1 / seen.gain)
        away = self._away(level, picture) / self._noise
        changed = away > np.float32(DOUBTFUL * unsure)
        share = np.count_nonzero(changed) / changed.size
        if share > SCENE_WIDE:
            return []
        self._follow(level, changed)
        if share == 0:
            return []
        changed &= ~self._shaded(level, unsure)
        return blobs(changed, away > np.float32(SURE * unsure))

    def _away(self, level: Levels, picture: Levels) -> Levels:
        """How far each pixel is from all levels of the scene around it; 0 where it is clipped."""
        above, below = level - self._high, self._low - level
        above[picture <= 4] = 0
        below[picture >= 251] = 0
        away: Levels = np.maximum(above, below)
        return away

    def _follow(self, level: Levels, changed: Mask) -> None:
        near = cv2.dilate(changed.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        step = np.float32(DRIFT) * (level - self.level)
        step[near] = 0
        self._drift += step

    def _shaded(self, level: Levels, unsure: float) -> Mask:
        """Where light was taken away evenly and the scene still shows through: cast shadow.

        The ratio of picture to scene is the same all over a shadow, and uneven
        over a thing (Rosin and Ellis 1995).
        """
        ratio = level * self._light
        mean = cv2.blur(ratio, (5, 5))
        variance = cv2.blur(np.square(ratio), (5, 5)) - np.square(mean)
        even = variance < self._uneven * np.float32(unsure**2)
        shaded: Mask = even & (mean < 1) & (mean > DEEPEST)
        return shaded
