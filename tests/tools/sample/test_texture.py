"""Surfaces: the size they are asked in, the colour they are given, the same for the same seed."""

import numpy as np

from tools.sample import texture
from tools.sample.view import METRE


def test_clouds_have_mean_nought_and_deviation_one() -> None:
    noise = texture.clouds(np.random.default_rng(1), (90, 140), 7)
    assert noise.shape == (90, 140)
    assert abs(float(noise.mean())) < 1e-4
    assert abs(float(noise.std()) - 1) < 1e-3


def test_a_surface_is_repeatable_and_of_its_colour() -> None:
    one, two = (
        texture.surface(np.random.default_rng(3), (2.0, 1.0), (90, 110, 130), 5, 2)
        for _ in range(2)
    )
    assert np.array_equal(one, two)
    assert one.shape == (METRE, 2 * METRE, 3)
    assert abs(one.reshape(-1, 3).mean(0) - (90, 110, 130)).max() < 3


def test_paint_covers_its_box_only() -> None:
    plain = np.zeros((METRE, METRE, 3), np.uint8)
    texture.paint(plain, (0.25, 0.5, 0.75, 0.625), (10, 20, 30))
    rows, columns = np.nonzero(plain.any(2))
    assert (rows.min(), rows.max() + 1) == (METRE // 2, METRE * 5 // 8)
    assert (columns.min(), columns.max() + 1) == (METRE // 4, METRE * 3 // 4)


def test_drawing_changes_the_picture_in_place() -> None:
    rng = np.random.default_rng(2)
    for draw in (
        lambda p: texture.shade(p, rng, (0.1, 0.1, 0.9, 0.9), 0.5, 0.05),
        lambda p: texture.slabs(p, rng, (0, 0, 1, 1), (0.3, 0.2), (150, 150, 150)),
        lambda p: texture.crack(p, rng, (0.5, 0.5), 0.4),
        lambda p: texture.round_plate(p, (0.5, 0.5), 0.2),
    ):
        picture = np.full((METRE, METRE, 3), 120, np.uint8)
        draw(picture)
        assert (picture != 120).any()
        assert (picture == 120).any() or picture.mean() < 160
