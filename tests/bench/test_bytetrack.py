"""ByteTrack follows behind our port as ultralytics ships it, enclosed, or is refused."""

import os
import subprocess
import sys
from fractions import Fraction

import numpy as np
import pytest

from vsa_core.bench import bytetrack
from vsa_core.bench.bytetrack import ByteTracker
from vsa_core.domain.objects import PERSON
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.errors import Bug, Refused

BASE, SIZE = Fraction(1, 25_000), (640, 480)


def walkers(frame: int, scores: tuple[float, ...] = (0.9, 0.8)) -> Sightings:
    """Two people who walk in lanes far apart."""
    boxes = [
        [20 + 4 * frame, 50, 60 + 4 * frame, 150],
        [400 - 3 * frame, 300, 440 - 3 * frame, 400],
    ]
    return Sightings(
        np.array(boxes, np.float32), np.array(scores, np.float32), np.full(2, PERSON, np.uint8)
    )


def test_each_walker_is_one_trail_with_the_number_that_was_told() -> None:
    tracker = ByteTracker(BASE, SIZE)
    told = [tracker.update(frame * 1000, walkers(frame), None).tolist() for frame in range(20)]
    assert told == [[1, 2]] * 20
    trails = tracker.finish()
    assert [trail.number for trail in trails] == [1, 2]
    for row, trail in enumerate(trails):
        assert trail.at.tolist() == [1000 * frame for frame in range(20)]
        assert trail.kind == PERSON
        assert np.abs(trail.boxes[-1] - walkers(19).boxes[row]).max() < 4, "its own filter's boxes"


def test_what_is_too_weak_for_it_has_no_number() -> None:
    tracker = ByteTracker(BASE, SIZE)
    for frame in range(5):
        assert tracker.update(frame, walkers(frame, (0.9, 0.05)), None).tolist() == [1, -1]
    assert len(tracker.finish()) == 1


def test_an_empty_frame_is_a_frame() -> None:
    tracker = ByteTracker(BASE, SIZE)
    assert tracker.update(0, no_sightings(), None).tolist() == []
    assert tracker.finish() == []


def test_two_trackers_number_their_tracks_by_themselves() -> None:
    for _ in range(2):
        assert ByteTracker(BASE, SIZE).update(0, walkers(0), None).tolist() == [1, 2]


def test_its_settings_are_those_that_ultralytics_ships() -> None:
    told = ByteTracker(BASE, SIZE)._tracker.args
    assert (told.track_high_thresh, told.track_low_thresh, told.track_buffer) == (0.25, 0.1, 30)
    assert ByteTracker(BASE, SIZE).name.startswith("bytetrack 8.")


def test_without_lap_it_is_refused_before_ultralytics_installs_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bytetrack, "find_spec", lambda name: None)
    with pytest.raises(Refused, match="VAL-060"):
        ByteTracker(BASE, SIZE)


def test_outside_the_enclosure_it_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YOLO_OFFLINE", "0")
    with pytest.raises(Bug, match="MOD-009"):
        ByteTracker(BASE, SIZE)


def test_importing_it_imports_no_ultralytics() -> None:
    code = "import sys, vsa_core.bench.trackers; print('ultralytics' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == "False"
