"""One still picture as a Frame, and the public picture of a bus with its known boxes."""

import importlib.util
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.architecture.house import ROOT
from vsa_core.domain.moment import Moment
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.ports import Picture
from vsa_core.domain.track import Sightings
from vsa_core.vision.weights import Manifest, Weights, open_weights

NAMES = ("yolo11n", "yolov8n", "yolo26n")

Known = tuple[str, float, tuple[int, int, int, int]]

BUS: dict[str, list[Known]] = {
    "yolo11n": [
        ("bus", 0.94, (3, 229, 796, 729)),
        ("person", 0.89, (670, 394, 810, 879)),
        ("person", 0.89, (47, 400, 240, 904)),
        ("person", 0.86, (223, 408, 345, 860)),
        ("person", 0.63, (0, 555, 70, 873)),
    ],
    "yolov8n": [
        ("bus", 0.90, (18, 230, 794, 757)),
        ("person", 0.89, (49, 398, 246, 903)),
        ("person", 0.87, (670, 392, 809, 877)),
        ("person", 0.85, (221, 406, 345, 857)),
    ],
    "yolo26n": [
        ("bus", 0.90, (0, 231, 802, 762)),
        ("person", 0.92, (223, 409, 346, 861)),
        ("person", 0.92, (49, 403, 240, 903)),
        ("person", 0.88, (672, 394, 809, 879)),
        ("person", 0.59, (0, 555, 60, 871)),
    ],
}
"""Objects with a score of at least 0.35, measured with ultralytics' own predict."""


@dataclass(frozen=True)
class Still:
    """A Frame of one picture; `asked` collects the sizes asked for."""

    picture: Picture
    asked: list[tuple[int, int]]

    @property
    def at(self) -> Moment:
        return Moment(0, Fraction(1, 25))

    @property
    def key(self) -> bool:
        return True

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        self.asked.append((width, height))
        if not width:
            return self.picture
        return np.asarray(cv2.resize(self.picture, (width, height)), np.uint8)

    def luma(self, width: int) -> Picture:
        raise NotImplementedError(width)


def still(picture: Picture) -> Still:
    """A frame of one picture."""
    return Still(picture, [])


def bus() -> Picture:
    """The bus of ultralytics' assets, 810 x 1080, found without importing ultralytics."""
    spec = importlib.util.find_spec("ultralytics")
    assert spec is not None
    assert spec.origin is not None
    picture = cv2.imread(str(Path(spec.origin).parent / "assets" / "bus.jpg"))
    assert picture is not None
    return np.asarray(picture, np.uint8)


def weights_of(folder: Path, name: str) -> Weights:
    """The test weights of that name, as the list of the house knows them."""
    manifest = Manifest.read(ROOT / "models" / "manifest.toml")
    return open_weights(folder / f"{name}.pt", manifest)


def unlike(found: Sightings, known: list[Known], score: float, pixels: float) -> list[object]:
    """What differs between the sightings of at least 0.35 and what is known; empty if nothing."""
    sure = found.only(found.scores >= 0.35)
    rest: list[tuple[str, float, np.ndarray]] = [
        (CLASSES[kind], float(s), box)
        for kind, s, box in zip(sure.kinds, sure.scores, sure.boxes, strict=True)
    ]
    missing: list[object] = []
    for name, expected, box in known:
        for one in rest:
            near = float(np.abs(one[2] - np.array(box)).max()) <= pixels
            if one[0] == name and abs(one[1] - expected) <= score and near:
                rest = [other for other in rest if other is not one]
                break
        else:
            missing.append((name, expected, box))
    return [*missing, *rest]


def known_of(found: Sightings) -> list[Known]:
    """Sightings as known objects, to hold others against."""
    columns: NDArray[np.float32] = found.boxes
    return [
        (CLASSES[kind], float(score), tuple(box))
        for kind, score, box in zip(found.kinds, found.scores, columns.tolist(), strict=True)
    ]
