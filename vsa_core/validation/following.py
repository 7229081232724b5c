"""The public detections of a labelled sequence, followed by the installation's own tracker."""

from fractions import Fraction

import numpy as np

from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import TrackerMaker
from vsa_core.domain.track import Sightings
from vsa_core.validation.mot import Labelled, Rows
from vsa_core.validation.tracks import rows_of_trails

TICKS = 1000
"""Ticks of one frame: the sequence's own rate is the only clock that text files have."""


def followed(sequence: Labelled, maker: TrackerMaker) -> Rows:
    """The rows of the tracks that the tracker makes of the sequence's detections."""
    base = 1 / (sequence.rate * TICKS)
    tracker = maker(Fraction(base), sequence.size)
    found = sequence.detections
    for frame in range(1, sequence.length + 1):
        here = found.only(found.frame == frame)
        left, top, width, height = here.boxes.T
        boxes = np.stack([left, top, left + width, top + height], axis=1)
        kinds = np.full(len(boxes), PERSON, np.uint8)
        sightings = Sightings(boxes.astype(np.float32), here.score.astype(np.float32), kinds)
        tracker.update(frame * TICKS, sightings, None)
    instants = np.arange(1, sequence.length + 1, dtype=np.int64) * TICKS
    return rows_of_trails(tracker.finish(), instants, fill=2 * int(sequence.rate) * TICKS)
