"""Cut-outs: soft, whole, and without a recognisable face."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tools.sample import cutouts, outlines
from tools.sample.cutouts import Cutout, bus, known_picture, people


@pytest.fixture(scope="module")
def picture() -> NDArray[np.uint8]:
    found = known_picture()
    if found is None:
        pytest.skip("the installed ultralytics does not carry the known picture")
    return found


@pytest.fixture(scope="module")
def cast(picture: NDArray[np.uint8]) -> tuple[Cutout, ...]:
    return (*people(picture), bus(picture))


def test_five_walkers_and_a_bus(cast: tuple[Cutout, ...]) -> None:
    assert [one.name for one in cast] == ["beige", "dark", "navy", "red", "green", "bus"]


def test_a_cut_out_is_soft_at_its_edge_and_full_inside(cast: tuple[Cutout, ...]) -> None:
    for one in cast:
        assert one.picture.shape == (*one.alpha.shape, 3)
        assert one.alpha.min() == 0
        assert one.alpha.max() == 1
        assert 0.2 < one.alpha.mean() < 0.95
        assert ((one.alpha > 0.05) & (one.alpha < 0.95)).mean() > 0.005


def test_heads_hold_no_detail(picture: NDArray[np.uint8]) -> None:
    """Within a head, neighbouring pixels hardly differ: what made a face is gone."""
    smeared = cutouts._headless(picture, *outlines.PEOPLE)
    for outline in outlines.PEOPLE:
        assert outline.head is not None
        left, top, right, bottom = outline.head
        high, wide = (bottom - top) // 4, (right - left) // 4
        middle = (slice(top + high, bottom - high), slice(left + wide, right - wide))

        def detail(image: NDArray[np.uint8], place: tuple[slice, slice] = middle) -> float:
            return float(np.abs(np.diff(image[place].astype(int), axis=0)).mean())

        assert detail(smeared) < 4
        if outline is not outlines.NAVY:  # seen from behind, cut by the picture's edge
            assert detail(smeared) < detail(picture) / 2


def test_nobody_stands_before_the_bus(cast: tuple[Cutout, ...]) -> None:
    """Where the beige coat was, the bus is now as blue as it is beside it."""
    panel = cast[-1].picture[330:420, 60:160].reshape(-1, 3).astype(int)
    assert (panel[:, 0] > panel[:, 2]).mean() > 0.9


def test_coats_are_of_the_colour_of_their_name(cast: tuple[Cutout, ...]) -> None:
    red, green = cast[3], cast[4]
    for one, channel in ((red, 2), (green, 1)):
        height, width = one.alpha.shape
        chest = one.picture[height // 4 : height // 3, width // 3 : width // 2].reshape(-1, 3)
        assert chest.mean(0).argmax() == channel


def test_another_picture_is_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlines, "PICTURE_DIGEST", "00" * 32)
    assert known_picture() is None


def test_without_ultralytics_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutouts, "find_spec", lambda _: None)
    assert known_picture() is None


def test_two_cuts_are_the_same(picture: NDArray[np.uint8], cast: tuple[Cutout, ...]) -> None:
    for one, again in zip(people(picture), cast, strict=False):
        assert np.array_equal(one.alpha, again.alpha)
        assert np.array_equal(one.picture, again.picture)
