"""What a truth says of one picture, as columns: boxes to be found, and boxes that do not count."""

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import PERSON
from vsa_core.validation.mot import Labelled


@dataclass(frozen=True, slots=True)
class Labels:
    """The labelled boxes of one picture as columns of n rows.

    boxes: (n, 4) float64, left, top, width, height in pixels; kinds: (n,)
    uint8 class numbers; areas: (n,) float64 square pixels, as the truth tells
    them; ignored: (n,) bool, such a box gives neither reward nor penalty;
    crowd: (n,) bool, an ignored box that stands for any number of objects.
    """

    boxes: NDArray[np.float64]
    kinds: NDArray[np.uint8]
    areas: NDArray[np.float64]
    ignored: NDArray[np.bool_]
    crowd: NDArray[np.bool_]

    def __post_init__(self) -> None:
        n = len(self.boxes)
        columns = (self.kinds, self.areas, self.ignored, self.crowd)
        if self.boxes.shape != (n, 4) or any(len(column) != n for column in columns):
            raise ValueError("the columns of labels have different lengths")

    def __len__(self) -> int:
        return len(self.boxes)

    def only(self, chosen: NDArray[np.bool_]) -> "Labels":
        """The rows chosen by a boolean mask."""
        return Labels(
            self.boxes[chosen],
            self.kinds[chosen],
            self.areas[chosen],
            self.ignored[chosen],
            self.crowd[chosen],
        )


def labels_of(sequence: Labelled) -> tuple[Labels, ...]:
    """The people of each frame of a sequence; rows of score 0 are not counted (MOTChallenge)."""
    truth = sequence.truth
    steps = np.searchsorted(truth.frame, np.arange(1, sequence.length + 2))
    return tuple(
        _people(truth.boxes[a:b], truth.score[a:b] == 0) for a, b in itertools.pairwise(steps)
    )


def _people(boxes: NDArray[np.float64], ignored: NDArray[np.bool_]) -> Labels:
    kinds = np.full(len(boxes), PERSON, np.uint8)
    areas = boxes[:, 2] * boxes[:, 3]
    return Labels(boxes, kinds, areas, ignored, np.zeros(len(boxes), np.bool_))
