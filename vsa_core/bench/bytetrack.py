"""ByteTrack as ultralytics ships it, behind the Tracker port: what our tracker is held beside."""

from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import Trail
from vsa_core.domain.track import Sightings
from vsa_core.errors import Refused
from vsa_core.vision.enclosure import must_be_enclosed

Floats = NDArray[np.float32]

SETTINGS = "cfg/trackers/bytetrack.yaml"
"""Where ultralytics keeps its own settings of it, all of which are used as they are."""


class ByteTracker:
    """One slice followed by ultralytics' BYTETracker (Zhang et al., ECCV 2022), looks left aside.

    It counts frames, whatever their rate, and gives boxes of its own filter;
    both are kept. Its trails are called people: it is shown nothing else here.
    """

    def __init__(self, time_base: Fraction, size: tuple[int, int]) -> None:
        """Bug (MOD-009) outside the enclosure; Refused (VAL-060) where `lap` is not installed."""
        must_be_enclosed()
        if find_spec("lap") is None:
            raise Refused("VAL-060", name="lap")  # ultralytics would install it by itself
        self._tracker = _shipped()
        self._rows: dict[int, list[tuple[int, Floats]]] = {}

    @property
    def name(self) -> str:
        """Name and version."""
        import ultralytics

        return f"bytetrack {ultralytics.__version__}"

    def update(self, pts: int, sightings: Sightings, features: Floats | None) -> NDArray[np.int64]:
        """Take the sightings of one frame; (n,) track number of each, -1 for what is not told."""
        numbers = np.full(len(sightings), -1, np.int64)
        for row in self._tracker.update(_Results(sightings.boxes, sightings.scores)):
            number, which = int(row[4]), int(row[7])
            numbers[which] = number
            self._rows.setdefault(number, []).append((pts, row))
        return numbers

    def finish(self) -> list[Trail]:
        """All trails in order of number."""
        return [_trail(number, rows) for number, rows in sorted(self._rows.items())]


def _shipped() -> Any:
    """Their tracker with their settings; the library has no types."""
    import ultralytics
    from ultralytics import utils
    from ultralytics.trackers import byte_tracker

    library: Any = byte_tracker
    read: Any = utils.YAML.load
    told = read(Path(ultralytics.__file__).parent / SETTINGS)
    return library.BYTETracker(utils.IterableSimpleNamespace(**told))


def _trail(number: int, rows: list[tuple[int, Floats]]) -> Trail:
    table = np.array([row for _, row in rows], np.float32)
    at = np.array([pts for pts, _ in rows], np.int64)
    return Trail(number, PERSON, at, table[:, :4], table[:, 5])


class _Results:
    """What ultralytics' trackers read of a frame: boxes (n, 4), scores and classes, by mask."""

    def __init__(self, boxes: Floats, scores: Floats) -> None:
        self.xyxy, self.conf = boxes, scores
        self.cls = np.zeros(len(scores), np.float32)

    @property
    def xywh(self) -> Floats:
        """Centres and sizes."""
        low, high = self.xyxy[:, :2], self.xyxy[:, 2:]
        return np.concatenate([(low + high) / 2, high - low], axis=1)

    def __len__(self) -> int:
        return len(self.conf)

    def __getitem__(self, chosen: NDArray[np.bool_]) -> "_Results":
        return _Results(self.xyxy[chosen], self.conf[chosen])
