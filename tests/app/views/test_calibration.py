import pytest
from pytestqt.qtbot import QtBot

from app.state.grounds import Grounds
from app.tasks import Tasks
from app.theme import Theme
from app.views.calibration import CalibrationDialog
from app.widgets.label import Label
from app.words import Words
from tests.app.inquiry import HIGH, WIDE, Inquiry, inquiry
from tests.app.state.test_grounds import GROUND
from vsa_core.domain.geometry import Point


@pytest.fixture
def it(tasks: Tasks) -> Inquiry:
    return inquiry(tasks)


@pytest.fixture
def dialog(qtbot: QtBot, it: Inquiry, words: Words, theme: Theme) -> CalibrationDialog:
    made = CalibrationDialog(Grounds(it.session), it.question.backdrop, "rue", words, theme)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.canvas.has_picture)
    return made


def errors(dialog: CalibrationDialog) -> list[str]:
    return [label.text() for label in dialog.errors.findChildren(Label) if "±" in label.text()]


def test_it_leads_from_point_to_point_and_tells_the_error(dialog: CalibrationDialog) -> None:
    assert "point 1 of 4" in dialog.step.text()
    dialog.canvas.show_points(GROUND.seen[:3])
    assert "point 4 of 4" in dialog.step.text()
    assert dialog.errors.isHidden()
    dialog.canvas.show_points(GROUND.seen)
    before = errors(dialog)
    assert before[0].endswith("cm")
    assert before[2].endswith("km/h")
    dialog.form.long.setValue(50)
    assert errors(dialog) != before
    assert dialog.ground is not None
    assert (dialog.ground.width, dialog.ground.height) == (WIDE, HIGH)


def test_points_in_a_line_are_refused_while_they_are_moved(dialog: CalibrationDialog) -> None:
    dialog.motive.choose("M01")
    dialog.canvas.show_points(tuple(Point(10_000 * n, 10_000 * n) for n in range(1, 5)))
    assert not dialog.wrong.isHidden()
    assert not dialog.keep.isEnabled()
    dialog.again.click()
    assert dialog.canvas.points == []
    assert dialog.wrong.isHidden()


def test_it_is_kept_with_a_motive(qtbot: QtBot, it: Inquiry, dialog: CalibrationDialog) -> None:
    dialog.canvas.show_points(GROUND.seen)
    assert not dialog.keep.isEnabled()
    dialog.motive.choose("M01")
    with qtbot.waitSignal(dialog.accepted):
        dialog.keep.click()
    assert it.surveyor.known["rue"].known == GROUND.known


def test_what_was_kept_is_where_one_begins(
    qtbot: QtBot, it: Inquiry, words: Words, theme: Theme
) -> None:
    it.surveyor.known["rue"] = GROUND
    grounds = Grounds(it.session)
    grounds.load("rue")
    qtbot.waitUntil(lambda: grounds.ground("rue") is not None)
    dialog = CalibrationDialog(grounds, it.question.backdrop, "rue", words, theme)
    qtbot.addWidget(dialog)
    assert tuple(dialog.canvas.points) == GROUND.seen
    assert dialog.form.known == GROUND.known
