import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.state.question import Question
from app.tasks import Tasks
from app.theme import Theme
from app.views.sketch import SketchView
from app.words import Words
from tests.app.inquiry import LINE, Inquiry, inquiry, sheet
from vsa_core.domain.geometry import UNITS, Line, Zone
from vsa_core.errors import Refused

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def it(tasks: Tasks) -> Inquiry:
    """A question on two cameras that were looked at."""
    made = inquiry(tasks)
    made.question.know([sheet("rue"), sheet("parking")])
    return made


@pytest.fixture
def question(it: Inquiry) -> Question:
    return it.question


@pytest.fixture
def view(qtbot: QtBot, question: Question, words: Words, theme: Theme) -> SketchView:
    made = SketchView(question, words, theme)
    qtbot.addWidget(made)
    made.resize(900, 600)
    return made


@pytest.fixture
def open_view(qtbot: QtBot, view: SketchView) -> SketchView:
    """The view on show, its picture come."""
    view.show()
    qtbot.waitUntil(lambda: view.canvas.has_picture)
    return view


def at(view: SketchView, x: float, y: float) -> QPoint:
    return view.canvas.to_widget(x * UNITS, y * UNITS).toPoint()


def click(qtbot: QtBot, view: SketchView, *places: tuple[float, float]) -> None:
    for x, y in places:
        qtbot.mousePress(view.canvas, LEFT, NONE, at(view, x, y))
        qtbot.mouseRelease(view.canvas, LEFT, NONE, at(view, x, y))


def test_the_picture_is_asked_for_when_somebody_comes_to_draw_and_once(
    qtbot: QtBot, view: SketchView, it: Inquiry
) -> None:
    it.question.choose_classes(("person",))
    assert it.playing.asked == []
    view.show()
    assert view.empty.title.text() == "Preparing the picture…"
    qtbot.waitUntil(lambda: view.canvas.has_picture)
    view.hide()
    view.show()
    assert it.playing.asked == [("rue", "M01")]


def test_a_drawn_line_is_in_the_question_at_once(
    qtbot: QtBot, open_view: SketchView, question: Question
) -> None:
    click(qtbot, open_view, (0.2, 0.8), (0.8, 0.2))
    place = question.place
    assert isinstance(place, Line)
    pixel = UNITS / open_view.canvas.area().width() + 1
    assert abs(place.a.x - 0.2 * UNITS) <= pixel
    assert abs(place.b.x - 0.8 * UNITS) <= pixel
    assert question.problem == ""
    assert open_view.where.text().startswith("1/2")


def test_a_zone_is_drawn_by_keyboard_alone_and_left(
    qtbot: QtBot, open_view: SketchView, question: Question
) -> None:
    question.choose_kind("zone_entry")
    for key, held in (
        (Qt.Key.Key_Space, NONE),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Space, NONE),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Space, NONE),
        (Qt.Key.Key_Return, NONE),
    ):
        qtbot.keyClick(open_view.canvas, key, held)
    assert isinstance(question.place, Zone)
    assert len(question.place.corners) == 3
    with qtbot.waitSignal(open_view.done):
        qtbot.keyClick(open_view.canvas, Qt.Key.Key_Escape)


def test_escape_gives_up_the_stroke_before_it_leaves(
    qtbot: QtBot, open_view: SketchView, question: Question
) -> None:
    question.choose_kind("dwell")
    click(qtbot, open_view, (0.2, 0.2), (0.8, 0.2))
    with qtbot.assertNotEmitted(open_view.done):
        qtbot.keyClick(open_view.canvas, Qt.Key.Key_Escape)
    with qtbot.waitSignal(open_view.done):
        qtbot.keyClick(open_view.canvas, Qt.Key.Key_Escape)
    assert question.place is None


def test_a_zone_that_crosses_itself_is_told_and_refused(
    qtbot: QtBot, open_view: SketchView, question: Question
) -> None:
    question.choose_kind("dwell")
    click(qtbot, open_view, (0.2, 0.2), (0.8, 0.8), (0.8, 0.2), (0.2, 0.8))
    assert open_view.told.text() == "The zone crosses itself."
    qtbot.keyClick(open_view.canvas, Qt.Key.Key_Backspace)
    assert "crosses" not in open_view.told.text()
    assert question.place is None


def test_a_tiny_zone_and_a_short_line_are_told_and_refused(
    qtbot: QtBot, open_view: SketchView, question: Question
) -> None:
    click(qtbot, open_view, (0.5, 0.5), (0.503, 0.5))
    assert open_view.told.text() == "The line is too short."
    question.choose_kind("dwell")
    click(qtbot, open_view, (0.5, 0.5), (0.505, 0.5), (0.505, 0.505))
    qtbot.keyClick(open_view.canvas, Qt.Key.Key_Return)
    assert open_view.told.text() == "The zone is too small."
    assert question.place is None


def test_what_was_drawn_is_undone_redone_erased_and_turned(
    qtbot: QtBot, open_view: SketchView, question: Question
) -> None:
    assert not open_view.undo.isEnabled()
    question.drawing.draw(LINE)
    open_view.turn.click()
    assert question.place == Line(LINE.b, LINE.a)
    open_view.clear.click()
    assert (question.place, open_view.turn.isEnabled()) == (None, False)
    open_view.undo.click()
    open_view.undo.click()
    assert question.place == LINE
    assert open_view.redo.isEnabled()
    open_view.redo.click()
    assert question.place == Line(LINE.b, LINE.a)


def test_undo_while_drawing_takes_back_one_corner(
    qtbot: QtBot, open_view: SketchView, question: Question
) -> None:
    question.choose_kind("dwell")
    click(qtbot, open_view, (0.2, 0.2), (0.8, 0.2))
    assert open_view.undo.isEnabled()
    open_view.undo.click()
    stroke = open_view.canvas.pencil.stroke
    assert stroke is not None
    assert len(stroke.corners) == 1


def test_a_refusal_is_told_and_can_be_tried_again(
    qtbot: QtBot, view: SketchView, it: Inquiry, words: Words
) -> None:
    it.playing.fault = Refused("LAW-007", camera="rue", case="2024/17")
    view.show()
    qtbot.waitUntil(lambda: not view.empty.button.isHidden())
    assert view.empty.title.text() == words.explain(it.playing.fault)[0]
    assert "[LAW-007]" in view.empty.text.text()
    assert not view.canvas.isVisible()
    it.playing.fault = None
    view.empty.button.click()
    qtbot.waitUntil(lambda: view.canvas.has_picture)
    assert view.canvas.isVisible()


def test_a_camera_without_footage_or_none_at_all_is_said_to_be_so(
    qtbot: QtBot, view: SketchView, question: Question
) -> None:
    question.know([])
    view.refresh()
    assert view.empty.title.text() == "No picture"
    question.choose_cameras(())
    assert view.empty.title.text() == "No camera chosen"
    assert view.title.text() == ""


def test_another_camera_brings_its_own_picture_and_place(
    qtbot: QtBot, open_view: SketchView, it: Inquiry
) -> None:
    it.question.drawing.draw(LINE)
    it.question.choose_cameras(("parking",))
    qtbot.waitUntil(lambda: it.question.backdrop.picture("parking") is not None)
    assert open_view.canvas.pencil.place is None
    assert open_view.title.text() == "Camera parking"
    it.question.choose_cameras(("rue",))
    assert open_view.canvas.pencil.place == LINE
    assert [camera for camera, _ in it.playing.asked] == ["rue", "parking"]


def test_the_tool_is_that_of_the_kind_and_the_other_says_why_not(
    qtbot: QtBot, open_view: SketchView, question: Question
) -> None:
    assert (open_view.line.isChecked(), open_view.zone.isEnabled()) == (True, False)
    assert "another shape" in open_view.zone.toolTip()
    question.choose_kind("dwell")
    assert (open_view.zone.isChecked(), open_view.line.isEnabled()) == (True, False)


def test_plain_keys_are_kept_from_the_player_and_those_of_the_menus_are_not(
    qtbot: QtBot, open_view: SketchView
) -> None:
    def kept(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        QApplication.sendEvent(open_view.canvas, event)
        return event.isAccepted()

    assert kept(Qt.Key.Key_K)
    assert kept(Qt.Key.Key_Left)
    assert kept(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert not kept(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert not kept(Qt.Key.Key_F1)


def test_every_button_has_a_name_and_the_picture_tells_where_one_is(
    qtbot: QtBot, open_view: SketchView, question: Question
) -> None:
    for button in open_view.findChildren(QAbstractButton):
        assert button.isHidden() or button.accessibleName() or button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    question.drawing.draw(LINE)
    assert open_view.canvas.accessibleName() == "Picture to draw on"
    assert "1/2" in open_view.canvas.accessibleDescription()
    with qtbot.waitSignal(open_view.done):
        open_view.finish.click()
