import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.usual_way import UsualWay
from app.tasks import Tasks
from app.theme import Theme
from app.views.flow import FlowView
from app.words import Words
from tests.app.inquiry import DOWN, Inquiry, inquiry, sheet
from vsa_core.errors import Refused


@pytest.fixture
def it(tasks: Tasks) -> Inquiry:
    made = inquiry(tasks)
    made.question.know([sheet("rue"), sheet("parking")])
    made.question.choose_kind("wrong_way")
    made.question.choose_shape("flow")
    return made


@pytest.fixture
def view(qtbot: QtBot, it: Inquiry, words: Words, theme: Theme) -> FlowView:
    made = FlowView(it.question, UsualWay(it.session, it.question), words, theme)
    qtbot.addWidget(made)
    assert it.playing.asked == []
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.canvas.has_picture)
    return made


def test_what_is_learnt_is_shown_and_only_then_used(
    qtbot: QtBot, it: Inquiry, view: FlowView
) -> None:
    assert not view.use.isEnabled()
    view.learn.click()
    qtbot.waitUntil(view.use.isEnabled)
    assert view.canvas.flow == DOWN
    assert "1 of 64" in view.told.text()
    assert it.question.place is None
    with qtbot.waitSignal(view.done):
        view.use.click()
    assert it.question.place == DOWN


def test_another_camera_has_learnt_nothing(qtbot: QtBot, it: Inquiry, view: FlowView) -> None:
    view.learn.click()
    qtbot.waitUntil(view.use.isEnabled)
    it.question.choose_cameras(("parking",))
    assert view.canvas.flow is None
    assert not view.use.isEnabled()
    assert "parking" in view.title.text()


def test_a_refusal_is_told_where_one_asked(qtbot: QtBot, it: Inquiry, view: FlowView) -> None:
    it.counts.fault = Refused("LAW-007", camera="rue", case="2024/17")
    view.learn.click()
    qtbot.waitUntil(lambda: not view.notice.isHidden())
    assert view.learn.isEnabled()


def test_escape_goes_back(qtbot: QtBot, view: FlowView) -> None:
    with qtbot.waitSignal(view.done):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
