import numpy as np

from vsa_core.domain.track import Sightings
from vsa_core.pipeline.colouring import LOOKS, Palette

RED, BLACK = 4, 1


def sighting() -> Sightings:
    return Sightings(np.zeros((1, 4), np.float32), np.ones(1, np.float32), np.ones(1, np.uint8))


def test_a_track_is_looked_at_a_few_times_only_and_the_votes_settle() -> None:
    calls = []

    def namer(picture: np.ndarray, boxes: np.ndarray, kinds: np.ndarray) -> np.ndarray:
        calls.append(len(boxes))
        return np.array([[RED, 200, BLACK, 55, BLACK, 255, 0, 0]], np.uint8)

    palette = Palette(namer)
    for _ in range(60):
        palette.see(np.array([3]), sighting(), lambda: np.zeros((2, 2, 3), np.uint8))
    assert calls == [1] * len(LOOKS)
    assert palette.names()[3].tolist() == [RED, 200, BLACK, 55, BLACK, 255, 0, 0]


def test_undecided_sightings_are_not_read() -> None:
    palette = Palette(lambda picture, boxes, kinds: np.zeros((len(boxes), 8), np.uint8))
    for _ in range(10):
        palette.see(np.array([-1]), sighting(), lambda: np.zeros((2, 2, 3), np.uint8))
    assert palette.names() == {}


def test_a_track_of_which_no_look_told_a_colour_is_unknown() -> None:
    palette = Palette(lambda picture, boxes, kinds: np.zeros((len(boxes), 8), np.uint8))
    for _ in range(60):
        palette.see(np.array([3]), sighting(), lambda: np.zeros((2, 2, 3), np.uint8))
    assert palette.names()[3].tolist() == [0] * 8


def test_looks_in_the_dark_do_not_outvote_one_by_day() -> None:
    looks = iter([[0] * 8, [0] * 8, [RED, 200, BLACK, 55, BLACK, 255, 0, 0], [0] * 8])
    palette = Palette(lambda picture, boxes, kinds: np.array([next(looks)], np.uint8))
    for _ in range(60):
        palette.see(np.array([3]), sighting(), lambda: np.zeros((2, 2, 3), np.uint8))
    assert palette.names()[3].tolist() == [RED, 200, BLACK, 55, BLACK, 255, 0, 0]
