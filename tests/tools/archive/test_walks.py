"""What passes a made-up camera: as much as was asked, by day, and as a detector sees it."""

import numpy as np

from tools.archive.scene import PERSON, VEHICLE, scene_of
from tools.archive.walks import HOUR, Walks, walks
from vsa_core.pipeline.packing import GRAIN


def _walks(points: int = 40_000, camera: int = 3) -> Walks:
    return walks(scene_of(1, camera), 2, points, np.random.default_rng([1, camera]))


def test_there_are_as_many_points_as_were_asked() -> None:
    found = _walks()
    assert 0.98 * 40_000 < len(found.look) <= 40_000
    assert len(found.x) == found.count.sum() == len(found.look)


def test_the_same_generator_gives_the_same() -> None:
    one, two = _walks(5000), _walks(5000)
    assert one.x.tobytes() == two.x.tobytes()
    assert one.look.tobytes() == two.look.tobytes()


def test_tracks_come_in_order_and_mostly_by_day() -> None:
    found = _walks()
    first = found.look[np.cumsum(found.count) - found.count]
    assert (np.diff(first) >= 0).all()
    hours = first // HOUR % 24
    assert ((hours >= 7) & (hours < 21)).mean() > 0.7


def test_walkers_are_looked_at_longer_than_vehicles() -> None:
    found = [_walks(20_000, camera) for camera in range(12)]
    kind = np.concatenate([one.kind for one in found])
    count = np.concatenate([one.count for one in found])
    assert count[kind == PERSON].mean() > 2 * count[kind == VEHICLE].mean()


def test_boxes_are_rounded_and_stay_in_the_picture() -> None:
    found = _walks()
    for column in (found.x, found.y, found.w, found.h):
        assert (((column % GRAIN) == 0) | (column == 65_535)).all()
    left = found.x.astype(np.int64) - found.w.astype(np.int64) // 2
    assert left.min() >= -2 * GRAIN
