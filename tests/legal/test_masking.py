"""Nobody's head is ever left bare by a box that is odd, small, or half outside the picture."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.objects import CLASSES, class_number
from vsa_core.legal.masking import FILL, MINIMUM, RULE, Shown, area, areas, hidden, mask
from vsa_core.legal.unexplained import Box

SIZE = (320, 240)
PERSON, CAR = class_number("person"), class_number("car")
EDGES = st.floats(-500, 900) | st.sampled_from([math.inf, -math.inf, math.nan, 1e300, -0.0])
BOXES = st.tuples(EDGES, EDGES, EDGES, EDGES)
KINDS = st.integers(0, len(CLASSES) + 2)


def grey() -> np.ndarray:
    return np.full((SIZE[1], SIZE[0], 3), 77, np.uint8)


def one(box: Box, kind: int = PERSON, revealed: bool = False, track: int = 1) -> Shown:
    return Shown(track, kind, box, revealed)


def filled(picture: np.ndarray) -> np.ndarray:
    """Which pixels were masked."""
    return np.asarray((picture == FILL).all(axis=-1))


STANDING = (100.0, 80.0, 140.0, 180.0)


def test_the_head_of_a_standing_person_is_filled() -> None:
    covered = filled(mask(grey(), [one(STANDING)]))
    assert covered[80:105, 100:140].all()
    assert covered[70:105, 92:148].all()
    assert covered.sum() == (105 - 70) * (148 - 92)


def test_the_picture_itself_is_not_touched() -> None:
    picture = grey()
    masked = mask(picture, [one(STANDING)])
    assert (picture == 77).all()
    assert (masked[~filled(masked)] == 77).all()


def test_luma_is_masked_too() -> None:
    masked = mask(np.full((240, 320), 77, np.uint8), [one(STANDING)])
    assert (masked == FILL).sum() == (105 - 70) * (148 - 92)


def test_a_mask_cannot_be_computed_back() -> None:
    picture = np.random.default_rng(1).integers(1, 255, (240, 320, 3), np.uint8)
    covered = filled(mask(picture, [one(STANDING)]))
    assert np.unique(mask(picture, [one(STANDING)])[covered]).tolist() == [FILL]


def test_a_bust_cut_by_the_edge_is_masked_lower() -> None:
    assert area(one((100, 180, 160, 240)), SIZE) == (88, 174, 172, 216)


def test_somebody_lying_is_masked_whole() -> None:
    left, top, right, bottom = area(one((100, 100, 200, 140)), SIZE)
    assert (left, top, right, bottom) == (80, 96, 220, 140)


@pytest.mark.parametrize(
    "kind", ["unnamed", "bicycle", "motorcycle", "two-wheeler", "animal", "bag"]
)
def test_what_may_be_a_person_or_carry_one_is_masked_to_forty_per_cent(kind: str) -> None:
    assert area(one(STANDING, class_number(kind)), SIZE) == (92, 70, 148, 120)


@pytest.mark.parametrize("kind", ["car", "bus", "truck", "vehicle"])
def test_what_has_no_face_is_bare(kind: str) -> None:
    assert area(one(STANDING, class_number(kind)), SIZE) == (0, 0, 0, 0)


def test_a_class_that_nobody_knows_is_masked_whole() -> None:
    assert area(one(STANDING, 200), SIZE) == (92, 70, 148, 180)


def test_a_small_box_has_a_mask_of_some_size() -> None:
    left, top, right, bottom = area(one((100, 100, 102, 104)), SIZE)
    assert right - left >= MINIMUM
    assert bottom - top >= MINIMUM
    assert left <= 100 < 102 <= right
    assert top <= 100


def test_a_revealed_track_is_bare_but_for_the_masks_of_others() -> None:
    shown = one(STANDING, revealed=True)
    assert not filled(mask(grey(), [shown])).any()
    other = one((120.0, 80.0, 160.0, 180.0), track=2)
    assert (mask(grey(), [shown, other]) == mask(grey(), [other])).all()
    assert (mask(grey(), [other, shown]) == mask(grey(), [other])).all()


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ((-20, -10, 20, 90), (0, 0, 28, 15)),
        ((300, 200, 340, 300), (292, 190, 320, 225)),
        ((400, 400, 440, 500), (320, 240, 320, 240)),
        ((-99, -99, -50, -20), (0, 0, 0, 0)),
        ((140, 180, 100, 80), (92, 70, 148, 105)),
        ((math.nan, 0, 9, 9), (0, 0, *SIZE)),
        ((0, 0, math.inf, 9), (0, 0, *SIZE)),
    ],
)
def test_odd_boxes(box: Box, expected: tuple[int, int, int, int]) -> None:
    assert area(one(box), SIZE) == expected


@given(BOXES, KINDS)
def test_no_box_is_too_odd(box: Box, kind: int) -> None:
    left, top, right, bottom = area(one(box, kind), SIZE)
    assert 0 <= left <= right <= SIZE[0]
    assert 0 <= top <= bottom <= SIZE[1]
    assert mask(grey(), [one(box, kind)]).shape == grey().shape


@given(st.lists(st.tuples(BOXES, KINDS, st.booleans()), max_size=5))
def test_masks_add_up_to_those_of_the_unrevealed(
    many: list[tuple[Box, int, bool]],
) -> None:
    shown = [one(box, kind, revealed) for box, kind, revealed in many]
    kept = [s for s in shown if not s.revealed]
    picture = mask(grey(), shown)
    assert (picture == mask(grey(), kept)).all()
    for s in kept:
        left, top, right, bottom = area(s, SIZE)
        assert (picture[top:bottom, left:right] == FILL).all()


@given(st.floats(0, 300), st.floats(0, 200), st.floats(1, 100), st.floats(1, 200))
def test_the_top_quarter_of_a_person_is_always_hidden(
    left: float, top: float, wide: float, high: float
) -> None:
    a, b, c, d = area(one((left, top, left + wide, top + high)), SIZE)
    assert a <= left
    assert b <= top
    assert c >= min(left + wide, SIZE[0])
    assert d >= min(top + high / 4, SIZE[1])


def test_the_other_places_of_a_head_are_filled_as_its_own() -> None:
    higher = (100.0, 20.0, 140.0, 180.0)
    shown = Shown(1, PERSON, STANDING, False, also=(higher,))
    picture = filled(mask(grey(), [shown]))
    assert (
        picture == (filled(mask(grey(), [one(STANDING)])) | filled(mask(grey(), [one(higher)])))
    ).all()
    assert not filled(mask(grey(), [Shown(1, PERSON, STANDING, True, also=(higher,))])).any()
    assert not filled(mask(grey(), [Shown(1, CAR, STANDING, False, also=(higher,))])).any()


def test_what_moves_and_nobody_tracks_is_filled_whole() -> None:
    moving = np.array([[0.5, 0.5, 0.75, 1.0]], np.float32)
    covered = filled(mask(grey(), [], moving))
    assert covered[120:240, 160:240].all()
    assert covered.sum() == 120 * 80


@pytest.mark.parametrize("kind", [PERSON, CAR])
def test_a_tracked_box_accounts_for_what_moves_in_it(kind: int) -> None:
    moving = np.array([[100 / 320, 80 / 240, 140 / 320, 180 / 240]], np.float32)
    shown = one(STANDING, kind)
    assert (mask(grey(), [shown], moving) == mask(grey(), [shown])).all()
    revealed = one(STANDING, kind, revealed=True)
    assert not filled(mask(grey(), [revealed], moving)).any()


def test_a_box_that_nobody_saw_there_accounts_for_nothing() -> None:
    moving = np.array([[100 / 320, 80 / 240, 140 / 320, 180 / 240]], np.float32)
    shown = Shown(1, PERSON, STANDING, False, observed=False)
    assert filled(mask(grey(), [shown], moving))[80:180, 100:140].all()


def test_areas_and_pixels_say_the_same() -> None:
    moving = np.array([[0.5, 0.5, 0.75, 1.0]], np.float32)
    found = areas([one(STANDING), one((300, 200, 340, 300))], SIZE, moving)
    shown = [one(STANDING), one((300, 200, 340, 300))]
    assert (hidden(found, SIZE) == filled(mask(grey(), shown, moving))).all()


def test_the_rule_has_a_name_and_a_version() -> None:
    assert RULE == "head-boxes 3"
