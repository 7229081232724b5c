"""A crop shows its box and nothing else, in red, green and blue."""

import numpy as np

from vsa_core.bench.looks_crops import HEIGHT, WIDTH, crops


def test_a_crop_is_its_box_in_red_green_blue() -> None:
    picture = np.zeros((200, 300, 3), np.uint8)
    picture[50:150, 100:150] = (255, 0, 51)  # blue, green, red
    (crop,) = crops(picture, np.float32([[100, 50, 150, 150]])).numpy()
    assert crop.shape == (3, HEIGHT, WIDTH)
    assert np.allclose(crop[0], 0.2, atol=1e-6)
    assert np.allclose(crop[1], 0)
    assert np.allclose(crop[2], 1)


def test_upright_stays_upright() -> None:
    picture = np.zeros((200, 300, 3), np.uint8)
    picture[:100] = 255
    (crop,) = crops(picture, np.float32([[0, 0, 300, 200]])).numpy()
    assert crop[:, :60].min() > 0.9
    assert crop[:, 68:].max() < 0.1


def test_a_box_outside_or_without_area_is_black_and_one_over_the_edge_is_cut() -> None:
    picture = np.full((100, 100, 3), 255, np.uint8)
    boxes = np.float32([[200, 0, 250, 50], [10, 10, 10, 60], [60, 20, 30, 90], [-50, -50, 30, 30]])
    seen = crops(picture, boxes).numpy()
    assert [float(crop.max()) for crop in seen[:3]] == [0, 0, 0]
    assert seen[3].min() > 0.99


def test_no_boxes_are_no_crops() -> None:
    assert crops(np.zeros((9, 9, 3), np.uint8), np.zeros((0, 4), np.float32)).shape[0] == 0
