from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.moment import Moment
from vsa_core.domain.ports import Frame, Picture
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.pipeline.collage import GREY, LEAST_MARGIN, Box, Collage, cuts

WIDTH, HEIGHT = 160, 96
AT = Moment(7, Fraction(1, 25))


def empty() -> Collage:
    return Collage.empty(AT, WIDTH, HEIGHT)


def painted(seed: int) -> Picture:
    return np.random.default_rng(seed).integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)


def found(*boxes: tuple[float, float, float, float]) -> Sightings:
    count = len(boxes)
    scores = np.linspace(0.9, 0.5, count).astype(np.float32)
    return Sightings(np.array(boxes, np.float32).reshape(-1, 4), scores, np.ones(count, np.uint8))


@st.composite
def box(draw: st.DrawFn) -> Box:
    left, top = draw(st.integers(0, WIDTH - 8)), draw(st.integers(0, HEIGHT - 8))
    right = draw(st.integers(left + 4, min(WIDTH, left + 70)))
    return left, top, right, draw(st.integers(top + 4, min(HEIGHT, top + 60)))


def test_a_region_is_cut_with_a_margin_that_stays_in_the_picture() -> None:
    regions = np.array([[0.5, 0.5, 0.75, 0.75], [0, 0, 1 / 64, 1 / 64]], np.float32)
    first, second = cuts(regions, 400, 400)
    assert first == (175, 175, 326, 326)
    assert second == (0, 0, 6 + LEAST_MARGIN + 1, 6 + LEAST_MARGIN + 1)
    assert cuts(np.zeros((0, 4), np.float32), 400, 400) == ()


regions_from = st.lists(
    st.tuples(*[st.floats(0, 1, width=32)] * 4).map(
        lambda r: (min(r[0], r[2]), min(r[1], r[3]), max(r[0], r[2]), max(r[1], r[3]))
    ),
    max_size=6,
)


@given(regions_from)
def test_cuts_hold_their_regions_and_never_overlap(rows: list[tuple[float, ...]]) -> None:
    made = cuts(np.array(rows, np.float32).reshape(-1, 4), WIDTH, HEIGHT)
    taken = np.zeros((HEIGHT, WIDTH), np.int64)
    for left, top, right, bottom in made:
        assert 0 <= left < right <= WIDTH
        assert 0 <= top < bottom <= HEIGHT
        taken[top:bottom, left:right] += 1
    assert taken.max(initial=0) <= 1
    for left, top, right, bottom in rows:
        whole = (left * WIDTH, top * HEIGHT, right * WIDTH, bottom * HEIGHT)
        assert any(
            one[0] <= whole[0] and one[1] <= whole[1] and whole[2] <= one[2] and whole[3] <= one[3]
            for one in made
        )


@given(st.lists(box(), max_size=5), st.lists(box(), max_size=5))
def test_what_is_laid_is_given_back_to_its_picture_and_place(
    first: list[Box], second: list[Box]
) -> None:
    collage = empty()
    pictures = {0: (painted(0), first), 1: (painted(1), second)}
    laid = {n: boxes for n, (picture, boxes) in pictures.items() if collage.add(n, picture, boxes)}
    spots, wanted = [], []
    for one in collage._laid:
        left, top, right, bottom = one.cut
        width, height = right - left, bottom - top
        there = collage.pixels[one.top : one.top + height, one.left : one.left + width]
        assert (there == pictures[one.number][0][top:bottom, left:right]).all()
        spots.append((one.left, one.top, one.left + width, one.top + height))
        wanted.append((one.number, one.cut))
    given_back = collage.given_back(found(*spots))
    told = [
        (number, tuple(row)) for number, own in given_back.items() for row in own.boxes.tolist()
    ]
    assert sorted(told) == sorted((number, tuple(map(float, cut))) for number, cut in wanted)
    assert sorted(wanted) == sorted((n, cut) for n, boxes in laid.items() for cut in boxes)


def test_between_the_cuts_is_grey_and_what_is_found_there_is_nobodys() -> None:
    collage = empty()
    assert collage.add(3, painted(0), [(0, 0, 10, 10)])
    assert (collage.pixels[10:] == GREY).all()
    back = collage.given_back(found((2, 2, 8, 8), (40, 40, 60, 60)))
    assert back[3].boxes.tolist() == [[2, 2, 8, 8]]
    assert len(collage.given_back(no_sightings())[3]) == 0


def test_a_picture_for_which_there_is_no_room_leaves_the_collage_as_it_was() -> None:
    collage = empty()
    assert collage.add(0, painted(0), [(0, 0, WIDTH, 60)])
    before = collage.pixels.copy()
    assert not collage.add(1, painted(1), [(0, 0, 20, 20), (0, 0, 40, 50)])
    assert (collage.pixels == before).all()
    assert collage.add(1, painted(1), [(0, 0, WIDTH, HEIGHT - 60)])
    assert not collage.add(2, painted(2), [(0, 0, 4, 4)])


def test_it_is_a_frame_of_its_own_size_or_of_another() -> None:
    collage: Frame = empty()
    assert (collage.at, collage.key) == (AT, False)
    assert collage.bgr().shape == collage.bgr(WIDTH, HEIGHT).shape == (HEIGHT, WIDTH, 3)
    assert collage.bgr(80, 48).shape == (48, 80, 3)
    with pytest.raises(NotImplementedError):
        collage.luma(320)
