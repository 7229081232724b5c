from fractions import Fraction
from pathlib import Path

import numpy as np

from vsa_core.validation.following import followed
from vsa_core.validation.mot import Labelled, Rows
from vsa_core.vision.twostage import TwoStageTracker


def walking(length: int, number: int) -> Rows:
    """One person walking to the right, one box a frame."""
    frame = np.arange(1, length + 1, dtype=np.int64)
    boxes = np.stack(
        [10.0 + 4 * frame, np.full(length, 50.0), np.full(length, 30.0), np.full(length, 80.0)], 1
    )
    return Rows(frame, np.full(length, number, np.int64), boxes, np.full(length, 0.9))


def test_public_detections_of_one_walker_become_one_track() -> None:
    truth = walking(40, 1)
    sequence = Labelled("walk", Path("walk"), Fraction(25), 40, (640, 360), truth, walking(40, -1))
    rows = followed(sequence, TwoStageTracker)
    assert len(np.unique(rows.number)) == 1
    assert rows.frame.tolist() == list(range(1, 41))
    assert np.abs(rows.boxes - truth.boxes).max() < 3
