import pytest

from app.cli.calibrating import ground_of
from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from vsa_core.domain.geometry import UNITS, Point
from vsa_core.errors import WrongUsage

SEEN = ("--seen", "0.2,0.9 0.8,0.9 0.7,0.5 0.3,0.5")
KNOWN = ("--known", "0,0 8,0 8,20 0,20.5")


def test_a_camera_is_calibrated_and_its_error_told(case: Terminal) -> None:
    assert WORDS.say("cli.calibrate.none", camera="rue") in case("calibrate", "rue").out
    (kept,) = case("calibrate", "rue", *SEEN, *KNOWN, "--json").of("calibration")
    assert kept["ground"]["known_mm"][3] == [0, 20_500]
    assert kept["ground"]["size"] == [320, 180]
    assert all(error > 0 for error in kept["corners_mm"])
    (again,) = case("calibrate", "rue", "--json").of("calibration")
    assert again["ground"]["author"] == "alice"
    assert again["corners_mm"] == kept["corners_mm"]
    told = case("calibrate", "rue").out
    assert "km/h" in told
    assert f"{kept['middle_mm'] / 10:.1f} cm" in told


def test_places_may_be_in_pixels() -> None:
    made = ground_of("rue", "0,0 320,0 320,180 0,180", "0,0 1,0 1,1 0,1", (320, 180))
    assert made.seen[2] == Point(UNITS, UNITS)
    assert made.known[1] == (1000, 0)


@pytest.mark.parametrize(
    ("seen", "known", "code"),
    [
        ("", "0,0 1,0 1,1 0,1", "USE-032"),
        ("0,0 1,0 1,1", "0,0 1,0 1,1 0,1", "USE-032"),
        ("0,0 1,0 1,1 0,1", "0,0 1,0 1,1 0", "USE-032"),
        ("0,0 1,0 1,1 0,1", "0,0 1,0 1,1 0,NaN", "USE-032"),
        ("0,0 1,0 1,1 0,1", "0,0 1,0 1,1 0,1e999", "USE-032"),
    ],
)
def test_what_is_no_four_places_is_wrong_usage(seen: str, known: str, code: str) -> None:
    with pytest.raises(WrongUsage, match=code):
        ground_of("rue", seen, known, (320, 180))


def test_a_camera_without_one_size_of_picture_cannot_be_calibrated() -> None:
    with pytest.raises(WrongUsage, match="USE-018"):
        ground_of("rue", SEEN[1], KNOWN[1], None)


def test_points_in_a_line_are_refused(case: Terminal) -> None:
    said = case("calibrate", "rue", "--seen", "0,0 0.5,0 1,0 1,1", *KNOWN, "--json")
    assert (said.status, said.code) == (2, "EVT-051")
