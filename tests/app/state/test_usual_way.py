from pytestqt.qtbot import QtBot

from app.state.usual_way import UsualWay
from app.tasks import Tasks
from tests.app.inquiry import DOWN, Inquiry, inquiry, sheet
from vsa_core.errors import Refused


def learning(tasks: Tasks) -> tuple[Inquiry, UsualWay]:
    it = inquiry(tasks)
    it.question.know([sheet("rue")])
    it.question.choose_kind("wrong_way")
    it.question.choose_shape("flow")
    return it, UsualWay(it.session, it.question)


def test_what_is_learnt_is_seen_before_it_is_used(qtbot: QtBot, tasks: Tasks) -> None:
    it, usual = learning(tasks)
    usual.learn()
    qtbot.waitUntil(lambda: usual.learnt is not None)
    assert usual.told == 1
    assert it.question.place is None
    usual.use()
    assert it.question.place == DOWN
    assert it.question.problem == ""


def test_what_was_learnt_on_another_camera_is_not_used(qtbot: QtBot, tasks: Tasks) -> None:
    it, usual = learning(tasks)
    usual.learn()
    qtbot.waitUntil(lambda: usual.learnt is not None)
    it.question.choose_cameras(("parking",))
    usual.use()
    assert it.question.place is None


def test_a_refusal_is_told_and_leaving_forgets(qtbot: QtBot, tasks: Tasks) -> None:
    fault = Refused("LAW-007", camera="rue", case="2024/17")
    it, usual = learning(tasks)
    it.counts.fault = fault
    with qtbot.waitSignal(usual.failed):
        usual.learn()
    assert usual.fault is fault
    it.session.sign_out()
    assert usual.fault is None
