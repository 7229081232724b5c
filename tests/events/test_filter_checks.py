"""Filters and calibrations that make no sense are refused by name."""

from dataclasses import replace

import pytest

from tests.events.cameras import Camera
from tests.events.test_presence import YARD
from vsa_core.domain.filters import DAY, Colours, Filter, Heading, Hours, Range
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.events.filter_checks import check_filter, check_grounds, metric_cameras

METRES = Range("metres", 1500, None)
QUERY = Query("zone_entry", place=YARD, filters=(METRES,))
NORTH, SOUTH = Camera().ground("north"), Camera(tilt=40.0).ground("south")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Colours("hat", ("red",)), "EVT-018"),
        (Colours("upper", ()), "EVT-018"),
        (Colours("upper", ("red", "crimson")), "EVT-019"),
        (Colours("upper", ("red",), 0), "EVT-018"),
        (Colours("upper", ("red",), 1001), "EVT-018"),
        (Range("weight", 1, 2), "EVT-018"),
        (Range("size", None, None), "EVT-018"),
        (Range("size", -1, None), "EVT-018"),
        (Range("size", 2, 1), "EVT-018"),
        (Range("duration", None, 2**53), "EVT-018"),
        (Heading(360), "EVT-018"),
        (Heading(-1), "EVT-018"),
        (Heading(0, 0), "EVT-018"),
        (Heading(0, 181), "EVT-018"),
        (Hours(-1, 60), "EVT-018"),
        (Hours(0, DAY + 1), "EVT-018"),
        (Hours(60, 60), "EVT-018"),
        (Hours(0, 60, (7,)), "EVT-018"),
        (Hours(0, 60, (), "Paris"), "EVT-018"),
        (Hours(0, 60, (), "../../etc/passwd"), "EVT-018"),
        (Hours(0, 60, (), ""), "EVT-018"),
        (Hours(0, 60, (), "Europe\0Paris"), "EVT-018"),
    ],
)
def test_filters_that_make_no_sense(asked: Filter, code: str) -> None:
    with pytest.raises(WrongUsage) as refusal:
        check_filter(asked)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "asked",
    [
        Colours("whole", ("unknown", "silver"), 1),
        Range("score", 0, 0),
        Range("size", None, 3),
        Heading(359, 180),
        Hours(0, DAY),
        Hours(1320, 0, (0, 6), "America/Cayenne"),
    ],
)
def test_filters_that_make_sense(asked: Filter) -> None:
    check_filter(asked)


def test_metres_are_asked_of_calibrated_cameras_only() -> None:
    check_grounds(replace(QUERY, filters=(), cameras=("north",)))
    check_grounds(replace(QUERY, cameras=("north",), grounds=(NORTH,)))
    check_grounds(replace(QUERY, grounds=(NORTH, SOUTH)), ("north", "south"))
    with pytest.raises(WrongUsage) as refusal:
        check_grounds(replace(QUERY, cameras=("north", "south", "east"), grounds=(SOUTH,)))
    assert (refusal.value.code, refusal.value.values["cameras"]) == ("EVT-050", "north, east")
    with pytest.raises(WrongUsage, match="EVT-050"):
        check_grounds(replace(QUERY, grounds=(NORTH,)), ("north", "south"))


def test_only_the_part_that_asks_metres_needs_a_ground() -> None:
    plain = Query("zone_entry", cameras=("south",), place=YARD)
    metric = replace(QUERY, cameras=("north",))
    either = Query("any", parts=(plain, metric))
    assert metric_cameras(either, ("east",)) == ("north",)
    check_grounds(replace(either, grounds=(NORTH,)))
    assert metric_cameras(Query("any", filters=(METRES,), parts=(plain, metric))) == (
        "south",
        "north",
    )


def test_a_calibration_is_one_and_a_sound_one() -> None:
    with pytest.raises(WrongUsage, match="EVT-057"):
        check_grounds(replace(QUERY, grounds=(NORTH, NORTH)))
    with pytest.raises(WrongUsage, match="EVT-051"):
        check_grounds(replace(QUERY, grounds=(replace(NORTH, known=((0, 0),) * 4),)))
    with pytest.raises(WrongUsage, match="EVT-018"):
        check_grounds(replace(QUERY, grounds=(replace(NORTH, width=0),)))
