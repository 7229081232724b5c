"""A detector whose network somebody else runs: the picture leaves as it must, boxes come back."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.vision.stills import still, weights_of
from vsa_core.domain.ports import Detector, Picture
from vsa_core.vision.forwarding import ForwardingDetector
from vsa_core.vision.letterbox import GREY
from vsa_core.vision.weights import Weights


def told(boxes: list[list[float]], classes: int) -> NDArray[np.float32]:
    """(1, 4 + c, n): each box is surely of the first class."""
    rows = np.zeros((1, 4 + classes, len(boxes)), np.float32)
    rows[0, :4] = np.array(boxes, np.float32).T
    rows[0, 4] = 0.9
    return rows


def made(weights_dir: Path) -> Weights:
    return weights_of(weights_dir, "yolo11n")


def test_boxes_come_back_in_pixels_of_the_picture(weights_dir: Path) -> None:
    weights = made(weights_dir)
    seen: list[Picture] = []

    def forward(canvas: Picture) -> NDArray[np.float32]:
        seen.append(canvas)
        return told([[320, 192, 64, 64]], len(weights.entry.classes))

    detector: Detector = ForwardingDetector(weights, forward, "elsewhere")
    found = detector.detect(still(np.full((1080, 1920, 3), 7, np.uint8)), (1920, 1080))
    assert found.boxes.round().tolist() == [[864, 444, 1056, 636]]
    (canvas,) = seen
    assert canvas.shape == (384, 640, 3)
    assert (canvas[:12] == GREY).all()
    assert (canvas[12:372] == 7).all()
    assert detector.name == "elsewhere yolo11n"
    assert detector.digest == weights.digest


def test_a_threshold_keeps_less(weights_dir: Path) -> None:
    weights = made(weights_dir)
    raw = told([[320, 192, 64, 64]], len(weights.entry.classes))
    for threshold, count in ((0.5, 1), (0.95, 0)):
        detector = ForwardingDetector(weights, lambda _: raw, "x", threshold=threshold)
        assert len(detector.detect(still(np.zeros((360, 640, 3), np.uint8)), (640, 360))) == count
