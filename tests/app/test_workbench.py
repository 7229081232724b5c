"""What one pane of the workbench does to the others, on a real case, with the mouse and keys."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.actions import IN_CASE, menus
from app.front import Front
from app.sample import MOTIVE, Sample
from app.state.hits import Stage
from app.views.admit import AdmitDialog
from app.views.clock import ClockDialog
from app.views.indexing import IndexingDialog
from app.widgets.motive import MotiveDialog
from app.workbench import Workbench
from tests.app import opened
from tests.desk.scene import START
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level

LEFT = Qt.MouseButton.LeftButton
SECOND = 1_000_000


@pytest.fixture
def case(qtbot: QtBot, front: Front, sample: Sample) -> Workbench:
    """The workbench on the sample case."""
    return opened.seated(qtbot, front, sample)


@pytest.fixture
def answer(qtbot: QtBot, front: Front, case: Workbench) -> Workbench:
    """The same with two hits, the first on the screen."""
    opened.answered(qtbot, front)
    opened.shown(qtbot, front)
    return case


def test_a_hit_chosen_on_its_card_is_shown_and_pointed_at_in_time(
    qtbot: QtBot, front: Front, case: Workbench
) -> None:
    opened.answered(qtbot, front)
    cards, bench = case.hits.cards, front.bench
    card = cards.visualRect(cards.model().index(1, 0))
    qtbot.mouseClick(cards.viewport(), LEFT, pos=card.center())
    hit = bench.hits.hits[1]
    assert bench.hits.current == hit
    start = hit.event.start.corrected
    qtbot.waitUntil(lambda: bench.playback.shot is not None, timeout=opened.PATIENCE)
    assert (bench.playback.camera, bench.playback.at) == ("rue", start)
    assert bench.timeline.chosen == hit
    assert bench.timeline.cursor is not None
    assert (bench.timeline.cursor.camera, bench.timeline.cursor.at) == ("rue", start)
    assert case.player.chosen is not None
    assert case.details.title.text() == case._words.name("kinds.kind", "zone_entry")


def test_a_click_in_the_timeline_moves_the_player(
    qtbot: QtBot, front: Front, answer: Workbench
) -> None:
    board, bench = answer.timeline.board, front.bench
    answer.timeline.refresh()
    box = board.row_box(0)
    qtbot.mouseClick(board, LEFT, pos=QPoint(board.width() * 2 // 3, round(box.bottom()) - 2))
    opened.settled(qtbot, front)
    assert bench.playback.at == bench.timeline.cursor.at  # type: ignore[union-attr]  # was set
    assert bench.playback.at != bench.hits.hits[0].event.start.corrected
    answer.timeline.board.picked.emit(bench.hits.hits[1])
    assert bench.hits.current == bench.hits.hits[1]


def test_a_hit_can_be_seen_again_after_looking_elsewhere(
    qtbot: QtBot, front: Front, answer: Workbench
) -> None:
    bench = front.bench
    hit = bench.hits.hits[0]
    bench.timeline.seek("rue", START + 20 * SECOND)
    opened.settled(qtbot, front)
    assert bench.playback.at == START + 20 * SECOND
    qtbot.mouseClick(answer.details.show_it, LEFT)
    opened.settled(qtbot, front)
    assert bench.playback.at == hit.event.start.corrected
    assert bench.hits.current == hit


def test_in_and_out_are_marked_in_time_offered_as_a_period_and_exported(
    qtbot: QtBot, front: Front, answer: Workbench
) -> None:
    bench = front.bench
    answer.act("mark_in")
    answer.act("on_second")
    opened.settled(qtbot, front)
    answer.act("mark_out")
    span = bench.playback.selection
    assert span is not None
    assert bench.timeline.selection == span
    assert bench.question.selection == span
    answer.act("export")
    assert answer.export.isVisible()
    assert (bench.exporting.leaving.window, bench.exporting.leaving.camera) == (span, "rue")
    answer.export.close()
    bench.playback.unmark()
    assert bench.timeline.selection is None
    answer.act("export")
    assert bench.exporting.leaving.hits == (bench.hits.current,)
    answer.export.close()


def test_a_question_asked_with_the_button_is_answered(
    qtbot: QtBot, front: Front, case: Workbench
) -> None:
    case.act("question")
    assert case.left.currentWidget() is case.query
    opened.entered(front)
    qtbot.mouseClick(case.query.bar.ask, LEFT)
    assert not case.query.bar.ask.isVisible()
    hits = front.bench.hits
    qtbot.waitUntil(lambda: hits.state is Stage.ANSWERED, timeout=opened.PATIENCE)
    assert case.query.bar.ask.isVisible()
    assert case.hits.cards.model().rowCount() == 2
    assert sum(len(marks.start) for marks in front.bench.timeline.marks.values()) == 2
    assert front.bench.timeline.coverage is not None


def test_a_decision_gives_a_new_picture_and_another_colour(
    qtbot: QtBot, front: Front, answer: Workbench, sample: Sample
) -> None:
    bench = front.bench
    hit, thumbnails = bench.hits.hits[0], bench.hits.thumbnails
    qtbot.waitUntil(lambda: thumbnails.picture(hit.name) is not None, timeout=opened.PATIENCE)
    masked, before = thumbnails.picture(hit.name), bench.timeline.marks["rue"].verdict.copy()
    shot = bench.playback.shot
    answer.act("accept")
    opened.agree(qtbot)
    qtbot.waitUntil(lambda: bench.hits.verdict(hit.name) is not None, timeout=opened.PATIENCE)
    qtbot.waitUntil(
        lambda: thumbnails.picture(hit.name) not in (None, masked), timeout=opened.PATIENCE
    )
    qtbot.waitUntil(lambda: bench.playback.shot not in (None, shot), timeout=opened.PATIENCE)
    assert not np.array_equal(bench.timeline.marks["rue"].verdict, before)
    assert bench.playback.shot.masked == 0  # type: ignore[union-attr]  # awaited
    assert answer.player.chosen is not None
    assert not answer.details.deciding.match.isEnabled()
    assert opened.written(sample).count(Act.MATCH) == 1


def test_no_motive_no_decision(qtbot: QtBot, front: Front, answer: Workbench) -> None:
    answer.act("reject")
    (dialog,) = opened.dialogs(MotiveDialog)
    assert not dialog.agree.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    opened.settled(qtbot, front)
    assert front.bench.hits.verdict(front.bench.hits.hits[0].name) is None


def test_drawing_takes_the_place_of_the_player_and_gives_it_back(
    qtbot: QtBot, front: Front, case: Workbench
) -> None:
    case.left.setCurrentWidget(case.query)
    front.bench.question.choose_kind("zone_entry")
    qtbot.mouseClick(case.query.page.place.draw, LEFT)
    assert case.stage.currentWidget() is case.sketch
    canvas = case.sketch.canvas
    qtbot.waitUntil(lambda: canvas.has_picture, timeout=opened.PATIENCE)
    corners = [canvas.to_widget(p.x, p.y).toPoint() for p in opened.ZONE.corners]
    for corner in (*corners, corners[0]):
        qtbot.mouseClick(canvas, LEFT, pos=corner)
    drawn = front.bench.question.place
    assert isinstance(drawn, type(opened.ZONE))
    for got, meant in zip(drawn.corners, opened.ZONE.corners, strict=True):
        assert abs(got.x - meant.x) < 656
        assert abs(got.y - meant.y) < 656
    qtbot.mouseClick(case.sketch.finish, LEFT)
    assert case.stage.currentWidget() is case.player
    case.draw()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert case.stage.currentWidget() is case.player
    case.draw()
    front.bench.timeline.seek("rue", START + SECOND)
    assert case.stage.currentWidget() is case.player


def test_a_question_is_answered_while_footage_is_looked_at(
    qtbot: QtBot, front: Front, case: Workbench
) -> None:
    looking, beats = front.bench.looking, QTimer(front, interval=5)
    felt: list[bool] = []
    beats.timeout.connect(lambda: felt.append(looking.busy))
    beats.start()
    looking.start(Level.FULL, (), MOTIVE)
    qtbot.waitUntil(lambda: looking.headway.file != "", timeout=opened.PATIENCE)
    looking.pause()  # in the middle of a film, so that the answer comes before its end
    opened.answered(qtbot, front)
    assert looking.busy
    looking.resume()
    with qtbot.waitSignal(looking.ended, timeout=opened.PATIENCE):
        beats.setInterval(1)
    beats.stop()
    assert looking.outcome is not None
    assert not looking.outcome.cancelled
    assert felt.count(True) > 10


def test_examining_asks_for_a_motive_and_shows_that_it_is_one(
    qtbot: QtBot, front: Front, answer: Workbench, sample: Sample
) -> None:
    playback = front.bench.playback
    qtbot.mouseClick(answer.details.examine, LEFT)
    opened.agree(qtbot)
    qtbot.waitUntil(
        lambda: playback.shot is not None and playback.shot.examined, timeout=opened.PATIENCE
    )
    assert answer.player.frame.warning
    assert Act.EXAMINE in opened.written(sample)
    assert Act.MATCH not in opened.written(sample)


def test_examining_from_the_details_never_takes_another_track(
    qtbot: QtBot, front: Front, answer: Workbench
) -> None:
    playback = front.bench.playback
    playback.close()
    qtbot.mouseClick(answer.details.examine, LEFT)
    assert opened.dialogs(MotiveDialog) == []
    opened.settled(qtbot, front)
    assert playback.at == front.bench.hits.hits[0].event.start.corrected


def test_a_motive_is_for_the_act_it_was_asked_for_whatever_is_chosen_meanwhile(
    qtbot: QtBot, front: Front, answer: Workbench, sample: Sample
) -> None:
    hits, playback = front.bench.hits, front.bench.playback
    qtbot.mouseClick(answer.details.examine, LEFT)
    playback.refresh()  # another reel, with other numbers
    opened.settled(qtbot, front)
    with qtbot.waitSignal(playback.failed):
        opened.agree(qtbot)
    assert Act.EXAMINE not in opened.written(sample)
    answer.act("accept")
    hits.choose(1)
    with qtbot.waitSignal(hits.judged, timeout=opened.PATIENCE):
        opened.agree(qtbot)
    assert hits.verdict(hits.hits[0].name)


DIALOGS: list[tuple[type[QDialog], Callable[[Workbench], object]]] = [
    (AdmitDialog, lambda case: case.footage.admit_wanted.emit(())),
    (
        ClockDialog,
        lambda case: case.footage.clock_wanted.emit(case.bench.archive.sheets[0].footage),
    ),
    (IndexingDialog, lambda case: case.act("index")),
]


@pytest.mark.parametrize(("kind", "ask"), DIALOGS)
def test_a_dialog_does_not_block_the_window_and_goes_with_the_case(
    front: Front, case: Workbench, kind: type[QDialog], ask: Callable[[Workbench], object]
) -> None:
    ask(case)
    (dialog,) = opened.dialogs(kind)
    assert not dialog.isModal()
    front.session.leave()
    opened.bury()
    assert opened.dialogs(kind) == []
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, kind)]


def test_the_export_dialog_does_not_stay_when_the_case_is_left(
    qtbot: QtBot, front: Front, answer: Workbench
) -> None:
    answer.act("export")
    export = answer.export
    assert export.isVisible()
    front.session.leave()
    assert not export.isVisible()


def test_every_act_in_a_case_is_answered_and_every_row_has_somebody(
    front: Front, case: Workbench
) -> None:
    assert set(case._deeds) == set(IN_CASE)
    rows = {row.id for menu in menus() for row in menu.rows}
    assert rows == set(front.window.acts)
    silent = [
        name for name, act in front.window.acts.items() if not act.receivers("2triggered(bool)")
    ]
    assert silent == []


@pytest.mark.parametrize("name", IN_CASE)
def test_every_act_can_be_done_before_anything_was_asked(
    qtbot: QtBot, front: Front, case: Workbench, name: str
) -> None:
    front.window.acts[name].trigger()
    opened.settled(qtbot, front)
