from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.question_calls import GROUND
from tests.desk.records import count, denied, last, records
from tests.desk.refusing import check_refused
from tests.desk.scene import MOTIVE, Office
from vsa_core.domain.case import Act
from vsa_core.domain.geometry import Point
from vsa_core.errors import Refused, WrongUsage


def test_the_error_of_a_calibration_is_told_and_records_nothing(ready: Office) -> None:
    before = count(ready)
    fit = ready.desks.calibration.fit(GROUND)
    assert count(ready) == before
    near, _, far, _ = fit.corners
    assert near is not None
    assert far is not None
    assert 0 < near < far  # far away, two pixels are more ground
    assert fit.middle is not None
    assert fit.middle < far
    assert fit.walk is not None
    assert 0 < fit.walk < 1400


def test_points_in_a_line_are_no_calibration(ready: Office) -> None:
    a, b, _, d = GROUND.seen
    flat = replace(GROUND, seen=(a, b, Point((a.x + b.x) // 2, a.y), d))
    before = count(ready)
    for call in (
        lambda: ready.desks.calibration.fit(flat),
        lambda: ready.desks.calibration.keep(ready.who, ready.where, flat, MOTIVE),
    ):
        with pytest.raises(WrongUsage, match="EVT-051"):
            call()
    assert count(ready) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"width": 0},
        {"height": 10**9},
        {"seen": (Point(-1, 0), *GROUND.seen[1:])},
        {"known": ((10**300, 0), *GROUND.known[1:])},
    ],
)
def test_numbers_that_no_camera_gives_are_refused(
    ready: Office, changes: dict[str, object]
) -> None:
    with pytest.raises(WrongUsage, match="CAS-147"):
        ready.desks.calibration.fit(replace(GROUND, **changes))


def test_a_calibration_is_kept_for_its_camera_by_who_made_it(fresh: Office) -> None:
    d, who, where = fresh.desks, fresh.who, fresh.where
    assert d.calibration.of(who, where, "rue") is None
    assert d.calibration.keep(who, where, GROUND, MOTIVE) == d.calibration.fit(GROUND)
    kept = d.calibration.of(who, where, "rue")
    assert kept == replace(GROUND, author="alice")
    assert last(fresh.home)["act"] == Act.CONSULT
    d.calibration.keep(who, where, replace(GROUND, width=640, height=360), MOTIVE)
    later = d.calibration.of(who, where, "rue")
    assert later is not None
    assert later.width == 640


def test_the_points_lie_sealed_in_the_record(ready: Office) -> None:
    ready.desks.calibration.keep(ready.who, ready.where, GROUND, MOTIVE)
    record = records(ready.home)[-1]
    assert (record["act"], record["motive"], record["about"]["camera"]) == (
        Act.CALIBRATE,
        MOTIVE,
        "rue",
    )
    assert record["sealed"]
    assert "20000" not in str({**record, "sealed": ""})


def test_a_camera_outside_the_basis_is_not_calibrated(ready: Office) -> None:
    with pytest.raises(Refused, match="LAW-007"):
        ready.desks.calibration.keep(
            ready.who, ready.where, replace(GROUND, camera="autre"), MOTIVE
        )
    assert denied(ready.home) == ("alice", Act.CALIBRATE, "LAW-007")


def test_calibrating_is_refused_as_asking_is(tmp_path: Path) -> None:
    check_refused(
        lambda at: at.desks.calibration.keep(at.who, at.where, GROUND, MOTIVE),
        tmp_path,
        Act.CALIBRATE,
    )
