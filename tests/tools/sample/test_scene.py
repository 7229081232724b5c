"""Pictures of the play: movers stand out from the place, one blob each, as cameras see them."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tools.sample import acts, scene
from tools.sample.scene import Scene


def blobs(picture: NDArray[np.uint8], empty: NDArray[np.uint8]) -> list[tuple[int, ...]]:
    """Boxes of what differs, at 320 x 180, as a plain background difference finds them."""
    luma = [
        cv2.resize(cv2.cvtColor(one, cv2.COLOR_BGR2GRAY), (320, 180), interpolation=cv2.INTER_AREA)
        for one in (picture, empty)
    ]
    moved = (cv2.absdiff(*luma) > 14).astype(np.uint8)
    joined = cv2.morphologyEx(moved, cv2.MORPH_CLOSE, np.ones((9, 5), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    return [tuple(int(v) for v in row[:4]) for row in stats[1:] if row[4] > 60]


@pytest.mark.parametrize(
    ("camera", "quiet", "times"),
    [
        (0, 14.5, (5.0, 8.5, 20.0, 36.8, 42.0, 60.0, 71.3, 84.0, 99.0, 115.0, 137.0, 152.0, 172.0)),
        (1, 1.0, (9.0, 24.0, 36.0, 60.0, 76.0)),
        (1, 98.0, (104.0, 113.0, 121.0, 147.0, 153.5, 171.0)),
    ],
)
def test_each_mover_is_one_blob(
    both: tuple[Scene, Scene], camera: int, quiet: float, times: tuple[float, ...]
) -> None:
    place = both[camera]
    empty = place.picture(quiet, 3)
    assert blobs(place.picture(quiet + 0.08, 4), empty) == []
    for ordinal, at in enumerate(times):
        (found,) = blobs(place.picture(at, ordinal), empty)
        ((_, x, y),) = place._present(at)
        foot = place.view.pixel(x, y)
        assert abs(found[0] + found[2] / 2 - foot[0] / 2) < max(8, found[2] / 3)
        assert abs(found[1] + found[3] - foot[1] / 2) < 8


def test_night_has_no_colour(both: tuple[Scene, Scene]) -> None:
    by_day, by_night = both[1].picture(30, 1), both[1].picture(110, 1)

    def colour(picture: NDArray[np.uint8]) -> float:
        return float(np.ptp(picture.astype(int), axis=2).mean())

    assert colour(by_night) < colour(by_day) / 2
    assert by_night.mean() > 30


def test_bollards_stand_before_walkers(both: tuple[Scene, Scene]) -> None:
    street = both[0]
    at = 4.0 + (street.view.pixel(-4.4, 7.35)[0] < 0)
    picture = street.picture(at, 0)
    assert (picture[street.fronts > 0].astype(int) - street.front[street.fronts > 0]).mean() < 6


def test_the_same_instant_is_the_same_picture(both: tuple[Scene, Scene]) -> None:
    assert np.array_equal(both[0].picture(8.0, 100), both[0].picture(8.0, 100))
    assert not np.array_equal(both[0].picture(8.0, 100), both[0].picture(8.0, 101))


def test_the_play_begins_again(both: tuple[Scene, Scene]) -> None:
    street = both[0]
    assert np.array_equal(street.picture(8.0, 5), street.picture(8.0 + acts.ROUND, 5))


def test_without_the_photograph_figures_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scene, "known_picture", lambda: None)
    street, _, photographed = scene.scenes(7)
    assert not photographed
    assert len(blobs(street.picture(8.5, 0), street.picture(14.5, 3))) == 1
