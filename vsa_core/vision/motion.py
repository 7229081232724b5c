"""Finds what moves without knowing what it is, against the scene learnt from the whole slice."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture
from vsa_core.domain.provenance import digest
from vsa_core.vision.background import learn, softened
from vsa_core.vision.blobs import Blob
from vsa_core.vision.gate import Gate
from vsa_core.vision.scene import Scene
from vsa_core.vision.sway import Shift

VERSION = 1
"""To be raised with every change that can change a region."""

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
        self._scene: Scene | None = None
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
        self._scene = Scene(background)
        self._gate = Gate(background.level, background.noise)

    def regions(self, luma: Picture) -> Regions:
        """Boxes (n, 4) of what moves: left, top, right, bottom as fractions 0..1 of the picture.

        Largest first, at most 64. To be called in time order.
        """
        if self._scene is None:
            self.prepare([luma])
            return np.zeros((0, 4), np.float32)
        shape = self._scene.shape
        found, shift = self._scene.movers(softened(_fitted(luma, shape)))
        return _fractions(found, shift, shape)

    def moved(self, luma: Picture) -> bool:
        """Cheap gate: whether anything changed since the last picture for which it said so."""
        return self._gate.moved(luma)


def _fitted(picture: Picture, shape: tuple[int, ...]) -> Picture:
    if picture.shape == shape:
        return picture
    fitted = cv2.resize(picture, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    return np.asarray(fitted, np.uint8)


def _fractions(found: list[Blob], shift: Shift, shape: tuple[int, ...]) -> Regions:
    boxes = np.array([(b.left, b.top, b.right, b.bottom) for b in found], np.float32)
    boxes = boxes.reshape(-1, 4) + np.array(shift * 2, np.float32)
    sides = np.array([shape[1], shape[0]] * 2, np.float32)
    return np.asarray(np.clip(boxes / sides, 0, 1), np.float32)
