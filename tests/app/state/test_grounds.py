from pytestqt.qtbot import QtBot

from app.state.grounds import Grounds
from app.tasks import Tasks
from tests.app.inquiry import inquiry
from vsa_core.domain.geometry import Point
from vsa_core.domain.ground import Ground
from vsa_core.errors import Refused

GROUND = Ground(
    "rue",
    (Point(12_000, 58_000), Point(50_000, 58_000), Point(42_000, 36_000), Point(20_000, 36_000)),
    ((0, 0), (5000, 0), (5000, 3000), (0, 3000)),
    640,
    360,
    "alice",
)


def test_each_camera_is_asked_about_once(qtbot: QtBot, tasks: Tasks) -> None:
    it = inquiry(tasks)
    it.surveyor.known["rue"] = GROUND
    grounds = Grounds(it.session)
    grounds.load("rue", "parking")
    qtbot.waitUntil(lambda: grounds.calibrated == {"rue"} and len(it.surveyor.asked) == 2)
    grounds.load("rue", "parking")
    assert sorted(it.surveyor.asked) == ["parking", "rue"]
    assert grounds.ground("parking") is None


def test_a_calibration_kept_is_in_force_at_once(qtbot: QtBot, tasks: Tasks) -> None:
    it = inquiry(tasks)
    grounds = Grounds(it.session)
    with qtbot.waitSignal(grounds.kept):
        grounds.keep(GROUND, "M01")
    assert grounds.calibrated == {"rue"}
    assert grounds.fit(GROUND).middle


def test_a_refusal_is_told_and_leaves_the_camera_without(qtbot: QtBot, tasks: Tasks) -> None:
    it = inquiry(tasks)
    it.surveyor.fault = Refused("LAW-007", camera="rue", case="2024/17")
    grounds = Grounds(it.session)
    with qtbot.waitSignal(grounds.failed):
        grounds.load("rue")
    assert grounds.calibrated == frozenset()
    it.session.sign_out()
    grounds.load("rue")
    assert it.surveyor.asked == ["rue"]
