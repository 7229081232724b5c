"""Sightings to trails by DeepSORT (Wojke et al., ICIP 2017), embeddings handed in, timed from pts.

The library counts frames. Its filter is replaced by the same filter with a
step in seconds, and a lost track is forgotten after seconds, not frames; so
footage of any rate, and of a variable one, is followed alike. Calling the
library's own ``predict`` several times for a long step would not do: it ages
the tracks, and a track older than one step is never matched by overlap again.
"""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from deep_sort_realtime.deep_sort.kalman_filter import KalmanFilter
from deep_sort_realtime.deep_sort.track import TrackState
from deep_sort_realtime.deepsort_tracker import DeepSort
from numpy.typing import NDArray

from vsa_core.domain.ports import Trail
from vsa_core.domain.track import Sightings
from vsa_core.vision.pieces import Diary, SliceClock
from vsa_core.vision.trails import Finish, finished

Floats = NDArray[np.float64]

NOMINAL_RATE = 25.0
"""Frames a second for which the library's deviations per frame were chosen."""

_LONGEST_STEP = 50.0
_DEEPEST = 60
_NEVER = -1.0
"""A cosine distance that no pair is under."""


@dataclass(frozen=True, slots=True)
class DeepSortSettings:
    """Parameters of the tracker.

    sure: sightings below this score are not followed; overlap: largest
    1 - intersection over union; cosine: largest appearance distance; budget:
    vectors kept per track; confirm: sightings in a row that make a track;
    memory: seconds a lost track is remembered.
    """

    sure: float = 0.4
    overlap: float = 0.8
    cosine: float = 0.06
    budget: int = 30
    confirm: int = 2
    memory: float = 2.0
    finish: Finish = field(default_factory=Finish)


DEFAULT = DeepSortSettings()


class DeepSortTracker:
    """DeepSORT as a Tracker of the house: one instance per slice, deterministic.

    Appearance comes from the Embedder and dies with the slice. Without any it
    is SORT (Bewley et al., ICIP 2016): overlap alone, one frame to the next.
    Association knows no class; the class of a trail is voted at the end.
    """

    def __init__(
        self, time_base: Fraction, size: tuple[int, int], settings: DeepSortSettings = DEFAULT
    ) -> None:
        self._how = settings
        self._clock = SliceClock(time_base)
        self._diary = Diary()
        self._last: dict[str, float] = {}
        self._blind: bool | None = None
        self._filter = _TimedFilter()
        library = DeepSort(
            max_iou_distance=settings.overlap,
            max_age=_DEEPEST,
            n_init=settings.confirm,
            max_cosine_distance=settings.cosine,
            nn_budget=settings.budget,
            embedder=None,
        )
        library.tracker.kf = self._filter
        self._library = library

    @property
    def name(self) -> str:
        """Name and version, for the pedigree."""
        return "deepsort 1.3.2/1"

    def update(
        self, pts: int, sightings: Sightings, features: NDArray[np.float32] | None
    ) -> NDArray[np.int64]:
        """Take the sightings of one frame; (n,) track number of each, -1 for what is not followed.

        ValueError when `pts` does not increase, or when appearance comes in
        one frame and not in another.
        """
        step = self._clock.tick(pts)
        self._filter.step = min(step * NOMINAL_RATE, _LONGEST_STEP)
        numbers = self._followed(sightings, features)
        self._diary.note(pts, numbers, sightings, features)
        return numbers

    def finish(self) -> list[Trail]:
        """All trails of the slice in order of number; the numbers are among those `update` gave."""
        return finished(self._diary.pieces(), self._clock, self._how.finish)

    def _followed(
        self, sightings: Sightings, features: NDArray[np.float32] | None
    ) -> NDArray[np.int64]:
        boxes = sightings.boxes
        sides = boxes[:, 2:] - boxes[:, :2]
        # The library drops boxes without area but not their embeddings: they must not reach it.
        rows = np.flatnonzero((sightings.scores >= self._how.sure) & (sides > 0).all(axis=1))
        raw = [([*boxes[row, :2], *sides[row]], float(sightings.scores[row]), None) for row in rows]
        looks = self._looks(features, len(sightings))
        self._library.update_tracks(raw, embeds=list(looks[rows]), others=rows.tolist())
        return self._numbered(len(sightings))

    def _looks(self, features: NDArray[np.float32] | None, count: int) -> NDArray[np.float32]:
        if count and self._blind is None:
            self._blind = features is None
            if self._blind:
                self._library.tracker.metric.matching_threshold = _NEVER
        if count and self._blind != (features is None):
            raise ValueError("appearance is given for every frame of a slice or for none")
        return np.ones((count, 1), np.float32) if features is None else features

    def _numbered(self, count: int) -> NDArray[np.int64]:
        """Read who owns which sighting, and forget the tracks unseen too long."""
        numbers = np.full(count, -1, np.int64)
        now = self._clock.now
        alive: dict[str, float] = {}
        for track in self._library.tracker.tracks:
            if track.time_since_update == 0:
                numbers[track.others] = int(track.track_id)
                alive[track.track_id] = now
            else:
                alive[track.track_id] = self._last[track.track_id]
            if now - alive[track.track_id] > self._how.memory:
                track.state = TrackState.Deleted
                del alive[track.track_id]
        kept = [track for track in self._library.tracker.tracks if not track.is_deleted()]
        self._library.tracker.tracks = kept
        self._last = alive
        return numbers


class _TimedFilter(KalmanFilter):  # type: ignore[misc]  # the library has no types
    """The library's filter with a step of any length, in frames of the nominal rate."""

    def __init__(self) -> None:
        super().__init__()
        self.step = 1.0

    def predict(self, mean: Floats, covariance: Floats) -> tuple[Floats, Floats]:
        """One step ahead: a frame's noise of speed for each frame passed, of place only once.

        The library's noise of place is the detector's tremor, not motion: taken
        many times it opens the gate to every neighbour (HOTA fell by 1.5 points).
        """
        for axis in range(4):
            self._motion_mat[axis, axis + 4] = self.step
        place = self._std_weight_position * mean[3]
        speed = self._std_weight_velocity * mean[3]
        deviation = np.array([place, place, 1e-2, place, speed, speed, 1e-5, speed])
        motion: Floats = self._motion_mat
        noise = np.diag(deviation**2 * np.array([1.0] * 4 + [self.step] * 4))
        return motion @ mean, motion @ covariance @ motion.T + noise
