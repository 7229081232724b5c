"""Flat columns for other engines hold every point of the archive once, in order."""

from pathlib import Path

import numpy as np

from tests.bench.made_up import ours
from vsa_core.bench.search_points import flat


def test_every_point_is_there_once_and_in_order(archive: Path) -> None:
    over = ours(archive)
    cameras = list(flat(over.shelf, over.cameras))
    assert sum(len(one.t) for one in cameras) == over.points
    track = np.concatenate([one.track for one in cameras])
    assert (np.diff(track.astype(np.int64)) >= 0).all()
    assert track[-1] + 1 == sum(len(one.kind) for one in cameras)
    for one in cameras:
        starts = np.searchsorted(one.track, one.first + np.arange(len(one.kind)))
        assert (one.t[starts] == one.start).all()
        assert (one.x[starts] >= one.box[:, 0]).all()
        assert (one.y[starts] <= one.box[:, 3]).all()
    over.close()


def test_a_camera_without_tracks_is_passed_over(archive: Path) -> None:
    over = ours(archive)
    numbers = [one.camera for one in flat(over.shelf, ("nowhere", over.cameras[0]))]
    assert numbers == [1]
    over.close()
