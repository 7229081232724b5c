"""A detector for tests: every bright block is a person, and a ghost is suspected in the corner."""

from pathlib import Path

import cv2
import numpy as np

from vsa_core import engine
from vsa_core.domain.assessment import Subject
from vsa_core.domain.coverage import Level
from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import Frame
from vsa_core.domain.track import Sightings
from vsa_core.settings import Settings
from vsa_core.validation.tools import Tools
from vsa_core.validation.watching import DoubleSight, Watch
from vsa_core.vision.photograph import photograph

BRIGHT = 200
GHOST = (0.0, 0.0, 8.0, 8.0)


class BlockDetector:
    """Finds bright blocks with certainty; `suspicious`, it also suspects GHOST everywhere."""

    def __init__(self, suspicious: bool = False) -> None:
        self._suspicious = suspicious
        self.looks = 0

    @property
    def name(self) -> str:
        return "blocks"

    @property
    def digest(self) -> str:
        return "b" * 64

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        self.looks += 1
        bright = (frame.bgr().min(axis=2) >= BRIGHT).astype(np.uint8)
        _, _, found, _ = cv2.connectedComponentsWithStats(bright)
        rows = [(x, y, x + w, y + h) for x, y, w, h, area in found[1:].tolist() if area > 60]
        scores = [0.9] * len(rows) + [0.05] * self._suspicious
        boxes = np.array(rows + [GHOST] * self._suspicious, np.float32).reshape(-1, 4)
        return Sightings(boxes, np.array(scores, np.float32), np.full(len(boxes), PERSON, np.uint8))


def watch() -> Watch:
    """The detector before films and stills."""
    return Watch(DoubleSight(BlockDetector(True), BlockDetector()), engine._film, photograph)


def subject(level: Level) -> Subject:
    """What says that the detector looks."""
    return Subject(
        "relecture/0", "blocks", "b" * 64, True, "twostage", "0", level, (("person", 250),)
    )


def tools(settings: Settings) -> Tools:
    """The tools of an installation whose detector finds blocks."""
    return Tools(engine.examiners(settings).follow, watch, subject)


def still(
    path: Path, *blocks: tuple[int, int, int, int], size: tuple[int, int] = (160, 120)
) -> Path:
    """A dark PNG, JPEG or WebP of `size` with bright blocks (left, top, width, height)."""
    picture = np.full((size[1], size[0], 3), 40, np.uint8)
    for left, top, width, height in blocks:
        picture[top : top + height, left : left + width] = 250
    assert cv2.imwrite(str(path), picture)
    return path
