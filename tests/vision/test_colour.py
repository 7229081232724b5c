import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.objects import CLASSES, COLOURS, PERSON, UNNAMED, class_number
from vsa_core.vision.colour import name_colours

CAR = class_number("car")

CLOTH = {
    "black": (20, 20, 22),
    "grey": (120, 120, 122),
    "white": (245, 245, 245),
    "red": (200, 20, 30),
    "orange": (240, 120, 10),
    "yellow": (235, 205, 30),
    "green": (20, 110, 40),
    "cyan": (0, 190, 200),
    "blue": (30, 60, 170),
    "purple": (120, 20, 130),
    "pink": (250, 140, 190),
    "brown": (110, 65, 30),
    "beige": (215, 195, 160),
}


def street() -> np.ndarray:
    """A grey street with a green hedge and a blue sky, (180, 320, 3) BGR, a little noisy."""
    picture = np.full((180, 320, 3), 130, np.uint8)
    picture[:30] = (215, 170, 120)
    picture[30:50] = (40, 120, 50)
    noise = np.random.default_rng(0).integers(-6, 7, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def dressed(upper: str, lower: str) -> tuple[np.ndarray, np.ndarray]:
    """The street with one person, and their box."""
    picture = street()
    for rows, name in (((70, 105), upper), ((105, 150), lower)):
        cloth = np.array(CLOTH[name][::-1]) + np.random.default_rng(1).integers(
            -8, 9, (rows[1] - rows[0], 24, 3)
        )
        picture[rows[0] : rows[1], 100:124] = np.clip(cloth, 0, 255)
    return picture, np.array([[96, 60, 128, 156]], np.float32)


def read(picture: np.ndarray, boxes: np.ndarray, kind: int) -> tuple[str, str]:
    (row,) = name_colours(picture, boxes, np.array([kind], np.uint8))
    return COLOURS[row[0]], COLOURS[row[4]]


@pytest.mark.parametrize("upper", sorted(CLOTH))
@pytest.mark.parametrize("lower", ["black", "blue", "beige"])
def test_coat_and_trousers_have_their_names(upper: str, lower: str) -> None:
    assert read(*dressed(upper, lower), PERSON) == (upper, lower)


@pytest.mark.parametrize("gain", [0.6, 0.8])
@pytest.mark.parametrize("upper", ["red", "blue", "green", "black", "white"])
def test_dimmer_light_changes_few_names(upper: str, gain: float) -> None:
    picture, boxes = dressed(upper, "black")
    name = read((picture * gain).astype(np.uint8), boxes, PERSON)[0]
    assert name == upper or (upper, name) == ("white", "grey")


@pytest.mark.parametrize("upper", ["grey", "white", "red", "blue", "black"])
def test_a_cast_of_the_light_is_taken_out(upper: str) -> None:
    picture, boxes = dressed(upper, "black")
    warm = np.clip(picture * np.array([0.88, 0.98, 1.0]), 0, 255).astype(np.uint8)
    assert read(warm, boxes, PERSON)[0] == upper


def test_infrared_and_night_have_no_colours() -> None:
    picture, boxes = dressed("red", "blue")
    infrared = np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8)
    night = (picture * 0.12).astype(np.uint8)
    for one in (infrared, night, np.zeros_like(picture)):
        assert not name_colours(one, boxes, np.array([PERSON], np.uint8)).any()


@pytest.mark.parametrize("upper", sorted(CLOTH))
def test_who_stands_in_the_dark_beside_a_lamp_has_no_colours(upper: str) -> None:
    day, boxes = dressed(upper, "blue")
    picture = (day * 0.12).astype(np.uint8)
    picture[:, 230:] = (90, 190, 250)
    lit = np.array([[270, 60, 300, 156]], np.float32)
    kinds = np.array([PERSON, PERSON], np.uint8)
    rows = name_colours(picture, np.vstack([boxes, lit]), kinds)
    assert not rows[0].any()
    assert rows[1].any(), "the picture itself is bright and coloured enough"


@pytest.mark.parametrize("kind", [PERSON, CAR, UNNAMED])
@pytest.mark.parametrize("noise", [0, 3, 8])
def test_a_noisy_grey_picture_names_no_colour(kind: int, noise: int) -> None:
    picture, boxes = dressed("red", "blue")
    grey = picture.mean(axis=2, keepdims=True)
    luma = grey + np.random.default_rng(2).normal(0, noise, grey.shape)
    infrared = np.clip(np.repeat(luma, 3, axis=2), 0, 255).astype(np.uint8)
    assert not name_colours(infrared, boxes, np.array([kind], np.uint8)).any()


def test_black_cloth_by_day_is_black() -> None:
    assert read(*dressed("black", "black"), PERSON) == ("black", "black")


def test_an_infrared_lamp_with_a_tint_gives_no_colours() -> None:
    picture, boxes = dressed("red", "blue")
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    lab = np.dstack([grey, np.full_like(grey, 136), np.full_like(grey, 118)])
    tinted = np.asarray(cv2.cvtColor(lab, cv2.COLOR_Lab2BGR), np.uint8)
    assert tinted.std(axis=2).max() > 5
    assert not name_colours(tinted, boxes, np.array([PERSON], np.uint8)).any()


def test_red_paint_under_a_bright_sky_is_red_and_pink_cloth_in_shade_is_pink() -> None:
    picture = street()
    picture[100:150, 100:200] = (170, 151, 240)
    boxes = np.array([[98, 98, 202, 152]], np.float32)
    assert read(picture, boxes, CAR)[0] == "pink"
    picture[130:150, 100:200] = (70, 56, 120)
    assert read(picture, boxes, CAR)[0] == "pink"
    picture[130:150, 100:200] = (59, 40, 144)
    assert read(picture, boxes, CAR)[0] == "red"


def test_a_vehicle_has_one_colour_and_light_grey_paint_is_silver() -> None:
    picture = street()
    picture[100:150, 100:200] = (186, 184, 182)
    boxes = np.array([[98, 98, 202, 152]], np.float32)
    assert read(picture, boxes, CAR) == ("silver", "silver")
    assert read(picture, boxes, class_number("bag")) == ("grey", "grey")


def test_what_has_no_name_is_read_by_its_shape() -> None:
    picture, boxes = dressed("red", "blue")
    assert read(picture, boxes, UNNAMED) == ("red", "blue")
    across = np.array([[100, 104, 124, 106]], np.float32)
    upper, lower = read(picture, across, UNNAMED)
    assert upper == lower


def test_shares_are_of_the_patch_and_the_second_name_follows() -> None:
    picture, boxes = dressed("red", "blue")
    picture[70:105, 100:124:3] = 245
    (row,) = name_colours(picture, boxes, np.array([PERSON], np.uint8))
    assert row[0] == COLOURS.index("red")
    assert 100 < row[1] < 255
    assert 0 < row[3] < row[1]
    assert row[1] + row[3] <= 255


numbers = st.floats(-2000, 2000, width=32, allow_nan=False)


@given(st.lists(st.tuples(numbers, numbers, numbers, numbers), max_size=6))
def test_any_box_gives_a_row_of_known_names(found: list[tuple[float, ...]]) -> None:
    boxes = np.array(found, np.float32).reshape(-1, 4)
    kinds = np.arange(len(boxes), dtype=np.uint8) % len(CLASSES)
    rows = name_colours(street(), boxes, kinds)
    assert rows.shape == (len(boxes), 8)
    assert (rows[:, 0::2] < len(COLOURS)).all()


@pytest.mark.parametrize("name", ["vehicle", "two-wheeler"])
def test_what_is_named_coarsely_is_read_as_one_whole_like_a_car(name: str) -> None:
    picture, boxes = dressed("white", "blue")
    kinds = np.array([class_number(name)], np.uint8)
    as_car = name_colours(picture, boxes, np.array([CAR], np.uint8))
    assert (name_colours(picture, boxes, kinds) == as_car).all()
    assert (as_car[:, :4] == as_car[:, 4:]).all()


def test_a_box_outside_the_picture_is_unknown() -> None:
    boxes = np.array([[400, 10, 440, 100], [50, 50, 50, 50]], np.float32)
    assert not name_colours(street(), boxes, np.array([PERSON, CAR], np.uint8)).any()
