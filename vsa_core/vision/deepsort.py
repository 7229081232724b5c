"""Sightings to trails by DeepSORT (Wojke et al., ICIP 2017), embeddings handed in, timed from pts.

The library counts frames. Its filter is replaced by the same filter with a
step in seconds, and a lost track is forgotten after seconds, not frames; so
footage of any rate, and of a variable one, is followed alike. Calling the
library's own ``predict`` several times for a long step would not do: it ages
the tracks, and a track older than one step is never matched by overlap again.
"""

from dataclasses import dataclass

import numpy as np
from deep_sort_realtime.deep_sort.kalman_filter import KalmanFilter

from vsa_core.vision.stitch import Stitching
from vsa_core.vision.trails import Noise

_NOMINAL_RATE = 25.0
_LONGEST_STEP = 2.0


@dataclass(frozen=True, slots=True)
class DeepSortSettings:
    """Parameters of the tracker; seconds where time is meant.

    score: sightings below it are not followed; overlap: largest 1 - IoU;
    cosine: largest appearance distance; budget: vectors kept per track;
    memory: seconds a lost track is remembered.
    """

    score: float = 0.3
    overlap: float = 0.7
    cosine: float = 0.15
    budget: int = 30
    memory: float = 2.0
    noise: Noise = Noise()
    stitching: Stitching = Stitching()


class _TimedFilter(KalmanFilter):
    """The library's filter with a step of any length, in frames of the nominal rate."""

    def __init__(self) -> None:
        super().__init__()
        self.step = 1.0

    def predict(self, mean, covariance):
        step = self.step
        for axis in range(4):
            self._motion_mat[axis, axis + 4] = step
        height = mean[3]
        place, speed = self._std_weight_position * height, self._std_weight_velocity * height
        stds = np.array([place, place, 1e-2, place, speed, speed, 1e-5, speed])
        noise = np.diag(np.square(stds) * step)
        motion = self._motion_mat
        return motion @ mean, motion @ covariance @ motion.T + noise
