from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.question import Question
from app.state.session import Session
from app.state.standing import Standing
from app.tasks import Tasks
from tests.app.inquiry import CAMERAS, KINDS, LINE, ZONE, enter, inquiry, sheet
from tests.desk.scene import HOUR, MOTIVE, START, crossing, indexed, office
from vsa_core.domain.coverage import Looked
from vsa_core.domain.event import Hit
from vsa_core.domain.filters import Heading
from vsa_core.domain.geometry import UNITS, Line, Point
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.errors import Refused

MINUTE = 60_000_000
OTHER = Line(Point(0, 0), Point(9, 9))


def ready(tasks: Tasks) -> Question:
    """A question with nothing lacking."""
    question = inquiry(tasks).question
    question.know([sheet("rue"), sheet("parking")])
    question.drawing.draw(LINE)
    return question


def test_a_case_begins_with_its_first_camera_and_a_line_to_draw(tasks: Tasks) -> None:
    question = inquiry(tasks).question
    assert question.kinds == KINDS
    assert question.choice.cameras == ("rue",)
    assert question.problem == "line"
    assert question.query() is None
    question.drawing.draw(LINE)
    assert question.problem == ""


def test_nothing_is_asked_while_something_is_lacking(qtbot: QtBot, tasks: Tasks) -> None:
    question = inquiry(tasks).question
    with qtbot.assertNotEmitted(question.asked):
        question.ask("M01")
    assert not question.stale


def test_a_whole_question_is_asked_with_its_motive(qtbot: QtBot, tasks: Tasks) -> None:
    question = ready(tasks)
    question.choose_classes(("person",))
    question.choose_direction("to_right")
    with qtbot.waitSignal(question.asked) as asked:
        question.ask("M03")
    query, motive = asked.args
    assert isinstance(query, Query)
    assert query == question.query()
    assert (query.cameras, query.classes, query.place) == (("rue",), ("person",), LINE)
    assert motive == "M03"


def test_the_answer_is_stale_as_long_as_the_question_differs(tasks: Tasks) -> None:
    question = ready(tasks)
    question.ask("M01")
    assert not question.stale
    question.set_value("settle", 1500)
    assert question.stale
    question.reset_values()
    assert not question.stale
    question.drawing.draw(None)
    assert question.stale
    question.drawing.undo()
    assert not question.stale
    question.choose_classes(("car",))
    question.ask("M01")
    assert not question.stale


def test_each_change_is_told_once(tasks: Tasks) -> None:
    question = ready(tasks)
    told: list[str] = []
    question.changed.connect(lambda: told.append(question.problem))
    question.choose_cameras(("rue", "parking"))
    question.choose_kind("dwell")
    question.choose_kind("dwell")
    question.drawing.draw(ZONE)
    question.set_value("minimum", 5000)
    assert told == ["line", "zone", "", ""]


def test_a_place_belongs_to_one_camera_and_to_kinds_of_its_shape(tasks: Tasks) -> None:
    question = ready(tasks)
    question.choose_cameras(("rue", "parking"))
    assert (question.choice.camera, question.place) == ("parking", None)
    question.drawing.draw(OTHER)
    question.choose_cameras(("parking", "rue"))
    assert question.place == LINE
    question.choose_kind("zone_entry")
    assert question.problem == "zone"
    question.drawing.draw(ZONE)
    question.choose_kind("dwell")
    assert question.place == ZONE
    question.choose_kind("line_crossing")
    assert question.place == LINE


@pytest.mark.parametrize(
    ("sheets", "problem", "standing"),
    [
        ([], "empty", Standing.EMPTY),
        ([sheet("parking")], "empty", Standing.EMPTY),
        ([sheet("rue", Looked.NOT_INDEXED)], "unread", Standing.UNREAD),
        ([sheet("rue")], "line", Standing.READ),
    ],
)
def test_what_was_not_looked_at_is_not_asked_about(
    tasks: Tasks, sheets: list[Any], problem: str, standing: Standing
) -> None:
    question = inquiry(tasks).question
    question.know(sheets)
    assert question.problem == problem
    assert question.standing("rue") is standing


def test_the_period_around_the_playhead_stays_within_the_basis(tasks: Tasks) -> None:
    question = ready(tasks)
    question.take_around(MINUTE)
    assert question.choice.period is None
    question.offer(START + 30 * 1_000_000)
    question.take_around(MINUTE)
    assert question.choice.period == (START, START + 90 * 1_000_000)
    question.set_window_from(Window(START + HOUR // 2, START + 2 * HOUR))
    assert question.choice.period == (START + HOUR // 2, START + HOUR)
    question.set_window_from(None)
    assert question.choice.period is None


def test_a_selection_outside_the_basis_is_refused_in_words(tasks: Tasks) -> None:
    question = ready(tasks)
    question.set_window_from(Window(START - HOUR, START))
    assert question.problem == "outside"
    question.choose_period((START + 5, START + 4))
    assert question.problem == "order"


def test_a_moving_playhead_is_told_only_when_it_comes_or_goes(tasks: Tasks) -> None:
    question = ready(tasks)
    told: list[int | None] = []
    changed: list[bool] = []
    question.offered.connect(lambda: told.append(question.playhead))
    question.changed.connect(lambda: changed.append(True))
    for at in (1, 2, 3):
        question.offer(at)
    question.offer(3, Window(1, 2))
    question.offer(None)
    assert told == [1, 3, None]
    assert changed == []


def test_backgrounds_come_and_their_faults_are_told(qtbot: QtBot, tasks: Tasks) -> None:
    it = inquiry(tasks)
    with qtbot.waitSignal(it.question.background) as came:
        it.question.load_background("rue")
    assert came.args[0].shape[2] == 3
    it.playing.fault = Refused("LAW-007", camera="parking", case="2024/17")
    with qtbot.waitSignal(it.question.failed) as failed:
        it.question.load_background("parking")
    assert failed.args[0].code == "LAW-007"


def test_leaving_the_case_leaves_nothing_of_it_behind(tasks: Tasks) -> None:
    it = inquiry(tasks)
    question = it.question
    question.know([sheet("rue")])
    question.drawing.draw(LINE)
    question.choose_classes(("person",))
    question.offer(START, Window(1, 2))
    question.ask("M01")
    desks = it.session.desks
    it.session.sign_out()
    assert question.choice.cameras == ()
    assert question.choice.classes == ()
    assert (question.place, question.playhead, question.selection) == (None, None, None)
    assert (question.problem, question.stale) == ("camera", False)
    assert question.standing("rue") is Standing.UNTOLD
    enter(it.session, desks, ("cour",))
    assert question.choice.cameras == ("cour",)
    assert question.every_camera == ("cour",)
    assert question.every_camera != CAMERAS


def test_the_desk_answers_what_the_panel_asks(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    at = indexed(office(tmp_path))
    session = Session(at.desks, tasks, cast(Any, None))
    question = Question(session)
    session.take(Sample(at.desks, at.who, at.where, cast(Any, None)))
    question.drawing.draw(crossing().place)
    question.know(at.desks.footage.listed(at.who, at.where))
    with qtbot.waitSignal(question.asked) as asked:
        question.ask(MOTIVE)
    found: list[Hit] = [
        hit
        for batch in at.desks.queries.ask(at.who, at.where, asked.args[0], MOTIVE)
        for hit in batch.hits
    ]
    assert len(found) == 1
    assert found[0].event.direction == "to_left"
    assert Point(UNITS // 2, 0) == cast(Line, question.place).a


def test_parts_are_added_shown_joined_and_removed(tasks: Tasks) -> None:
    question = ready(tasks)
    question.add_part()
    question.choose_kind("dwell")
    assert (question.problem, question.faulty) == ("zone", 1)
    question.drawing.draw(ZONE)
    question.join("then", [("within", 60_000)])
    query = question.query()
    assert query is not None
    assert (query.kind, query.setting("within")) == ("then", 60_000)
    question.show_part(0)
    assert (question.kind, question.place) == ("line_crossing", LINE)
    question.remove_part(0)
    assert question.kind == "dwell"
    assert not question.parts.joined


def test_two_parts_have_places_of_their_own_on_one_camera(tasks: Tasks) -> None:
    question = ready(tasks)
    question.add_part()
    assert question.place is None
    question.drawing.draw(OTHER)
    question.show_part(0)
    assert question.place == LINE


def test_a_question_from_elsewhere_takes_the_place_of_this_one(tasks: Tasks) -> None:
    question = ready(tasks)
    asked = question.query()
    assert asked is not None
    question.start_over()
    assert question.problem == "line"
    question.take(asked)
    assert question.query() == asked
    question.drawing.draw(OTHER)
    question.drawing.undo()
    assert question.query() == asked


def test_filters_are_put_and_given_up(tasks: Tasks) -> None:
    question = ready(tasks)
    question.narrow(Heading(90))
    question.narrow(Heading(180))
    assert question.choice.filters == (Heading(180),)
    question.widen("heading")
    assert question.choice.filters == ()
