import itertools

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.state.lanes import Fate
from app.theme import THEMES, Scheme, Theme
from app.widgets.patterns import FULLNESS, mixed, period, picture, pixel, swatch, tiles

HEIGHT = 9


def tile(theme: Theme, fate: Fate, scale: float = 1.0) -> np.ndarray:  # type: ignore[type-arg]
    side = period(scale)
    return tiles(theme, scale, round(HEIGHT * scale))[:, fate * side : (fate + 1) * side]


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_every_fate_looks_different_and_not_by_colour_alone(scheme: Scheme, scale: float) -> None:
    inked = {}
    for fate in Fate:
        drawn = tile(THEMES[scheme], fate, scale)
        inked[fate] = (drawn == drawn[-1, 0]).tobytes()
        assert drawn.shape == (round(HEIGHT * scale), period(scale))
    for one, other in itertools.combinations(Fate, 2):
        plain = {Fate.NOTHING, Fate.FULL}
        hatched = {Fate.NOT_INDEXED, Fate.QUARANTINED}
        dotted = {Fate.SKIPPED, Fate.OUTSIDE_BASIS}
        if {one, other} in (plain, hatched, dotted):
            assert not np.array_equal(
                tile(THEMES[scheme], one, scale), tile(THEMES[scheme], other, scale)
            )
        else:
            assert inked[one] != inked[other], (one, other)


def test_the_closer_somebody_looked_the_fuller_the_band(theme: Theme) -> None:
    ink = pixel(theme.colour("track"))
    filled = {fate: int((tile(theme, fate) == ink).all(axis=1).sum()) for fate in FULLNESS}
    assert filled == {Fate.FULL: 9, Fate.STANDARD: 6, Fate.CALM: 0, Fate.SCAN: 3}


def test_what_was_judged_still_has_strokes_as_high_as_the_band_it_is_part_of(theme: Theme) -> None:
    ink = pixel(theme.colour("track"))
    rows = {int(n) for n in (tile(theme, Fate.CALM) == ink).sum(axis=1)}
    assert 0 in rows
    assert all(0 < n < period(1.0) for n in rows - {0})
    high = [int((tile(theme, f) == ink).any(axis=1).sum()) for f in (Fate.CALM, Fate.STANDARD)]
    assert high[0] == high[1]


def test_even_a_band_of_two_pixels_tells_a_scan(theme: Theme) -> None:
    drawn = tiles(theme, 1.0, 2)[:, Fate.SCAN * period(1.0)]
    assert drawn.tolist() == [
        pixel(mixed(theme, "track", "panel", 0.25)),
        pixel(theme.colour("track")),
    ]


def test_a_picture_has_a_memory_of_its_own(qtbot: QtBot) -> None:
    pixels = np.full((4, 6), 0xFF102030, np.uint32)
    image = picture(pixels[:, ::2])
    pixels[:] = 0
    assert (image.width(), image.height()) == (3, 4)
    assert image.pixelColor(2, 3).name() == "#102030"


def test_a_swatch_is_crisp_on_a_fine_screen(qtbot: QtBot, theme: Theme) -> None:
    image = swatch(theme, 2.0, Fate.SCAN, 32, 12)
    assert (image.width(), image.height(), image.devicePixelRatio()) == (64, 24, 2.0)
