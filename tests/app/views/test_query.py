import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QSlider
from pytestqt.qtbot import QtBot

from app.state.asking_tools import AskingTools
from app.state.question import Question
from app.tasks import Tasks
from app.theme import Theme
from app.views.query import NARROW, WIDE, QueryView
from app.words import Words
from tests.app.inquiry import KINDS, LINE, ZONE, Inquiry, inquiry, sheet
from tests.desk.scene import HOUR, START
from vsa_core.domain.coverage import Looked
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query, Setting

MINUTE = 60_000_000


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
def view(qtbot: QtBot, it: Inquiry, question: Question, words: Words, theme: Theme) -> QueryView:
    made = QueryView(question, AskingTools(it.session, question), words, theme)
    qtbot.addWidget(made)
    made.resize(340, 720)
    return made


def choose_kind(view: QueryView, kind: str) -> None:
    """As a person does in the combo."""
    row = view.page.kind.findData(kind)
    view.page.kind.setCurrentIndex(row)
    view.page.kind.activated.emit(row)


def test_the_panel_makes_the_question_that_it_shows(
    qtbot: QtBot, view: QueryView, question: Question
) -> None:
    question.drawing.draw(LINE)
    view.page.chips.chips["bicycle"].click()
    view.page.chips.chips["person"].click()
    view.page.direction.buttons["to_left"].click()
    view.page.period.part.click()
    view.page.period.first.set_microseconds(START + MINUTE)
    view.page.period.last.set_microseconds(START + 3 * MINUTE)
    view.page.settings.rows["settle"].moved.emit(1500)
    view.bar.motive.choose("M03")
    with qtbot.waitSignal(question.asked) as asked:
        view.bar.ask.click()
    query, motive = asked.args
    assert motive == "M03"
    assert query == Query(
        "line_crossing",
        ("rue",),
        ("person", "bicycle"),
        Window(START + MINUTE, START + 3 * MINUTE),
        LINE,
        "to_left",
        (
            Setting("anchor", 0, 0, 2),
            Setting("margin", 100, 0, 1000),
            Setting("settle", 1500, 0, 10_000),
        ),
    )


def test_the_sentence_tells_what_will_be_asked(view: QueryView, question: Question) -> None:
    assert view.bar.sentence.isHidden()
    question.drawing.draw(LINE)
    question.choose_classes(("person",))
    question.choose_direction("to_left")
    assert view.bar.sentence.text() == (
        "Une personne franchit la ligne vers la gauche, caméra rue, sur toute la période autorisée."
    )


def test_what_is_lacking_is_told_beside_the_button(view: QueryView, question: Question) -> None:
    assert view.bar.said.text() == "Tracez d’abord une ligne."
    assert not view.bar.ask.isEnabled()
    choose_kind(view, "dwell")
    assert view.bar.said.text() == "Tracez d’abord une zone."
    question.drawing.draw(ZONE)
    assert view.bar.ask.isEnabled()
    question.choose_cameras(())
    assert view.bar.said.text() == "Choisissez une caméra."
    assert not view.page.place.draw.isEnabled()


def test_the_key_of_the_window_asks_only_a_whole_question(
    qtbot: QtBot, view: QueryView, question: Question
) -> None:
    with qtbot.assertNotEmitted(question.asked):
        view.ask()
    question.drawing.draw(LINE)
    with qtbot.waitSignal(question.asked):
        view.ask()


@pytest.mark.parametrize("sheet", KINDS, ids=lambda sheet: sheet.kind)
def test_each_kind_has_its_words_its_directions_and_its_settings(
    view: QueryView, words: Words, sheet: object
) -> None:
    kind = sheet.kind  # type: ignore[attr-defined]
    choose_kind(view, kind)
    assert view.page.about.text() == words.say(f"kinds.about.{kind}")
    directions = view._question.choice.ways
    assert list(view.page.direction.buttons) == (["", *directions] if directions else [])
    assert list(view.page.settings.rows) == [p.name for p in sheet.parameters]  # type: ignore[attr-defined]
    assert all("_" not in row.name.text() for row in view.page.settings.rows.values())
    assert all("_" not in row.value.text() for row in view.page.settings.rows.values())


def test_a_changed_setting_makes_the_answer_stale_and_can_be_reset(
    view: QueryView, question: Question
) -> None:
    question.drawing.draw(LINE)
    view.ask()
    assert view.bar.said.isHidden()
    view.page.settings.rows["settle"].slider.setValue(0)
    assert question.choice.value("settle") == 0
    assert view.page.settings.fold.head.text() == "Settings (changed: 1)"
    assert "another question" in view.bar.said.text()
    view.page.settings.reset.click()
    assert question.choice.value("settle") == 400
    assert view.page.settings.rows["settle"].value.text() == "400\u00a0ms"
    assert view.bar.said.isHidden()


def test_a_camera_is_chosen_alone_where_a_place_is_wanted(
    view: QueryView, question: Question
) -> None:
    assert not view.page.alone.isHidden()
    question.drawing.draw(LINE)
    view.page.cameras.buttons["parking"].click()
    assert question.choice.cameras == ("parking",)
    assert view.bar.said.text() == "Tracez d’abord une ligne."
    view.page.cameras.buttons["rue"].click()
    assert view.bar.ask.isEnabled()


def test_the_footage_that_was_not_looked_at_is_to_be_indexed_first(
    qtbot: QtBot, view: QueryView, question: Question
) -> None:
    assert view.page.index.isHidden()
    question.know([sheet("rue", Looked.NOT_INDEXED), sheet("parking")])
    assert not view.page.index.isHidden()
    assert view.bar.said.text() == "Les images de cette caméra n’ont pas encore été indexées."
    assert "(not indexed)" in view.page.cameras.buttons["rue"].accessibleName()
    assert not view.page.place.draw.isEnabled()
    with qtbot.waitSignal(view.index_wanted):
        view.page.index.click()
    view.page.cameras.buttons["parking"].click()
    assert view.page.index.isHidden()


def test_a_case_without_footage_says_what_to_do(view: QueryView, question: Question) -> None:
    question.know([])
    assert not view.empty.isHidden()
    assert "Admit files" in view.empty.text.text()
    assert view.bar.isHidden()
    question.know([sheet("rue")])
    assert view.empty.isHidden()
    assert not view.bar.isHidden()


def test_drawing_is_asked_for_and_shown(qtbot: QtBot, view: QueryView, question: Question) -> None:
    assert view.page.place.preview.isHidden()
    assert (view.page.place.draw.text(), view.page.place.clear.isEnabled()) == (
        "Draw the line",
        False,
    )
    with qtbot.waitSignal(view.draw_wanted):
        view.page.place.draw.click()
    question.load_background("rue")
    qtbot.waitUntil(lambda: question.backdrop.picture("rue") is not None)
    question.drawing.draw(LINE)
    assert not view.page.place.preview.isHidden()
    assert view.page.place.draw.text() == "Change the line"
    view.page.place.clear.click()
    assert question.place is None
    question.drawing.undo()
    assert question.place == LINE


def test_no_picture_is_asked_for_before_somebody_draws(view: QueryView, it: Inquiry) -> None:
    it.question.drawing.draw(LINE)
    view.refresh()
    assert it.playing.asked == []


def test_periods_are_taken_from_the_playhead_and_the_timeline(
    view: QueryView, question: Question
) -> None:
    question.offer(START + 30 * MINUTE, Window(START + MINUTE, START + 2 * MINUTE))
    view.page.period.reaches[MINUTE].click()
    assert question.choice.period == (START + 29 * MINUTE, START + 31 * MINUTE)
    view.page.period.selection.click()
    assert question.choice.period == (START + MINUTE, START + 2 * MINUTE)
    view.set_window_from(Window(START, START + 9 * HOUR))
    assert question.choice.period == (START, START + HOUR)


def test_while_the_answer_comes_it_can_be_stopped(qtbot: QtBot, view: QueryView) -> None:
    view.show_asking(True, 3)
    with qtbot.waitSignal(view.stop_wanted):
        view.bar.stop.click()
    assert "3" in view.bar.found.text()


def test_nobody_leaves_their_motive_to_the_next_person(view: QueryView, it: Inquiry) -> None:
    view.bar.motive.choose("M03")
    it.session.sign_out()
    assert view.bar.motive.code == "M01"
    assert view.page.cameras.names == ()


@pytest.mark.parametrize("kind", [sheet.kind for sheet in KINDS])
def test_nothing_is_cut_at_the_narrowest(view: QueryView, question: Question, kind: str) -> None:
    question.offer(START)
    question.choose_period((START, START + MINUTE))
    choose_kind(view, kind)
    view.page.settings.fold.open(True)
    view.resize(NARROW, 720)
    view.show()
    assert (view.minimumWidth(), view.maximumWidth()) == (NARROW, WIDE)
    assert view.page.widget().minimumSizeHint().width() <= view.page.viewport().width()


def test_everything_one_can_act_on_has_a_name_and_is_reached_by_keyboard(
    view: QueryView, question: Question
) -> None:
    view.page.settings.fold.open(True)
    question.choose_period((START, START + MINUTE))
    acted = (QAbstractButton, QComboBox, QSlider, QAbstractSpinBox)
    for kind in acted:
        for widget in view.findChildren(kind):
            if widget.isHidden() or not widget.isVisibleTo(view):
                continue
            named = widget.accessibleName() or (
                widget.text() if isinstance(widget, QAbstractButton) else ""
            )
            assert named, widget
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, named
