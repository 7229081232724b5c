from pytestqt.qtbot import QtBot

from app.state.lanes import Fate
from app.state.marks import Verdict
from app.state.ticks import SECOND, Step, Unit
from app.state.timeline import NEVER, Cursor, Timeline
from app.tasks import Tasks
from tests.app.laid import WHOLE, footage, found, inside, sheet
from tests.app.state.stage import seated, street
from tests.desk.scene import HOUR, START, crossing
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.coverage import Coverage, Covered, Level, Looked
from vsa_core.domain.moment import Window
from vsa_core.domain.verdict import Verdict as Said

TWO = (
    sheet(footage("a.mp4"), (0, 600, Looked.LOOKED, Level.FULL)),
    sheet(footage("b.mp4", START + HOUR // 2, camera="quai")),
    sheet(footage("c.mp4", None)),
)


def laid(
    qtbot: QtBot, tasks: Tasks, sheets: tuple[FootageSheet, ...] = TWO, window: Window = WHOLE
) -> Timeline:
    """A timeline of two cameras, its lanes worked out."""
    timeline = Timeline(inside(tasks, ("rue", "quai"), window))
    timeline.set_sheets(sheets)
    qtbot.waitUntil(lambda: bool(timeline.lanes))
    return timeline


def test_lanes_come_and_everything_is_shown(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    assert [lane.camera for lane in timeline.lanes] == ["rue", "quai"]
    assert [file.name for file in timeline.unplaced] == ["c.mp4"]
    assert timeline.span == Window(START, START + HOUR // 2 + 600 * SECOND)
    assert timeline.visible.start < timeline.span.start
    assert timeline.span.end < timeline.visible.end


def test_without_footage_the_window_of_the_basis_is_shown(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks, ())
    assert timeline.span == WHOLE
    assert timeline.visible.start < WHOLE.start


def test_what_a_person_zoomed_to_stays_when_more_footage_comes(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    timeline.zoom(START, 4)
    shown = timeline.visible
    timeline.set_sheets(TWO[:1])
    qtbot.waitUntil(lambda: not timeline.unplaced)
    assert timeline.visible == shown


def test_hits_and_their_verdicts_become_marks_when_somebody_looks(
    qtbot: QtBot, tasks: Tasks
) -> None:
    timeline = laid(qtbot, tasks)
    hits = (found(5), found(1))
    timeline.set_hits(hits, {hits[0].name: Said.MATCH}.get)
    assert timeline.hits == hits
    assert timeline.marks["rue"].verdict.tolist() == [Verdict.OPEN, Verdict.MATCHED]
    before = timeline.version
    timeline.set_hits(hits, lambda name: None)
    assert timeline.version > before
    assert timeline.marks["rue"].verdict.tolist() == [Verdict.OPEN, Verdict.OPEN]


def test_coverage_is_by_camera_and_goes_with_its_answer(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    whole = Covered("rue", "f", START, START + 100, Looked.LOOKED, Level.FULL)
    timeline.set_coverage(Coverage((whole,)))
    assert timeline.coverage is not None
    assert set(timeline.coverage) == {"rue"}
    timeline.set_coverage(None)
    assert timeline.coverage is None


def test_zooming_and_panning_tell_what_is_on_the_screen(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    told: list[Window] = []
    timeline.moved.connect(told.append)
    timeline.zoom(START + 60 * SECOND, 2)
    assert told == [timeline.visible]
    before = timeline.visible
    moved = timeline.pan(30 * SECOND)
    assert timeline.visible.start == before.start + moved
    assert timeline.pan(-moved) == -moved
    assert timeline.visible == before


def test_a_lane_and_a_selection_can_be_fitted(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    timeline.fit_lane("quai")
    assert timeline.visible.start < START + HOUR // 2 < timeline.visible.end
    assert timeline.visible.start > START
    timeline.set_selection(Window(START + SECOND, START + 2 * SECOND))
    timeline.fit_selection()
    assert timeline.visible.end - timeline.visible.start < 2 * SECOND
    timeline.fit()
    assert timeline.visible.start < START


def test_a_selection_is_told_once(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    told: list[Window | None] = []
    timeline.selected.connect(told.append)
    chosen = Window(START, START + SECOND)
    for one in (chosen, chosen, None):
        timeline.set_selection(one)
    assert told == [chosen, None]


def test_seeking_says_which_camera_and_when_in_microseconds(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    with qtbot.waitSignal(timeline.sought) as sought:
        timeline.seek("quai", START + 7)
    assert sought.args == ["quai", START + 7]
    assert timeline.cursor == Cursor("quai", START + 7)
    assert timeline.row == 1


def test_the_screen_follows_a_cursor_that_it_shows_and_no_other(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    timeline.show(Window(START, START + 10 * SECOND))
    timeline.set_cursor("rue", START + 9 * SECOND)
    timeline.set_cursor("rue", START + 11 * SECOND)
    assert timeline.visible == Window(START + 10 * SECOND, START + 20 * SECOND)
    timeline.show(Window(START + 100 * SECOND, START + 110 * SECOND))
    timeline.set_cursor("rue", START + 12 * SECOND)
    assert timeline.visible.start == START + 100 * SECOND


def test_revealing_turns_a_page_near_by_and_jumps_far_away(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    timeline.show(Window(START + 100 * SECOND, START + 110 * SECOND))
    timeline.reveal(START + 95 * SECOND)
    assert timeline.visible == Window(START + 86 * SECOND, START + 96 * SECOND)
    timeline.reveal(START + 500 * SECOND)
    assert timeline.visible == Window(START + 495 * SECOND, START + 505 * SECOND)
    timeline.reveal(START + 500 * SECOND)
    assert timeline.visible.start == START + 495 * SECOND


def test_a_chosen_hit_is_brought_on_the_screen(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    timeline.show(Window(START, START + SECOND))
    timeline.set_chosen(found(300))
    assert timeline.visible.start <= START + 300 * SECOND < timeline.visible.end
    timeline.set_chosen(found(10, timed=False))
    timeline.set_chosen(None)
    assert timeline.chosen is None


def test_the_keyboard_goes_from_lane_to_lane_and_from_stroke_to_stroke(
    qtbot: QtBot, tasks: Tasks
) -> None:
    timeline = laid(qtbot, tasks)
    timeline.set_cursor("rue", START)
    timeline.go_to(1)
    assert timeline.cursor == Cursor("quai", START)
    timeline.go_to(9)
    assert timeline.row == 1
    timeline.step(1, Step(Unit.EXACT, 30 * SECOND))
    assert timeline.cursor is not None
    assert timeline.cursor.at == START + 30 * SECOND
    timeline.to_end(True)
    assert timeline.cursor == Cursor("quai", START + HOUR // 2 + 600 * SECOND - 1)
    timeline.to_end(False)
    assert timeline.cursor == Cursor("quai", START + HOUR // 2)


def test_a_picked_result_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    timeline = laid(qtbot, tasks)
    hit = found(1)
    with qtbot.waitSignal(timeline.picked) as picked:
        timeline.pick(hit)
    assert picked.args == [hit]


def test_leaving_the_case_forgets_everything(qtbot: QtBot, tasks: Tasks) -> None:
    session = inside(tasks, ("rue",))
    timeline = Timeline(session)
    timeline.set_sheets(TWO)
    qtbot.waitUntil(lambda: bool(timeline.lanes))
    timeline.set_hits((found(1),), lambda name: None)
    timeline.set_selection(WHOLE)
    timeline.set_asked(WHOLE)
    session.sign_out()
    assert (timeline.lanes, timeline.unplaced, timeline.hits) == ((), (), ())
    assert (timeline.selection, timeline.asked, timeline.cursor) == (None, None, None)
    assert timeline.visible == NEVER
    timeline.set_sheets(TWO)
    timeline.go_to(1)
    timeline.to_end(True)
    assert timeline.lanes == ()


def test_lanes_that_are_still_worked_out_are_dropped_on_leaving(qtbot: QtBot, tasks: Tasks) -> None:
    session = inside(tasks, ("rue",))
    timeline = Timeline(session)
    timeline.set_sheets(TWO)
    session.sign_out()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert timeline.lanes == ()


def test_a_real_case_lies_where_its_clock_says(qtbot: QtBot, tasks: Tasks) -> None:
    at = street()
    with seated(qtbot, tasks, at) as session:
        desks, who, where = session.desks, session.who, session.where
        timeline = Timeline(session)
        timeline.set_sheets(desks.footage.listed(who, where))
        qtbot.waitUntil(lambda: bool(timeline.lanes))
        batches = tuple(desks.queries.ask(who, where, crossing(), "M01"))
        timeline.set_hits(tuple(hit for batch in batches for hit in batch.hits), lambda name: None)
        timeline.set_coverage(batches[-1].coverage)
        lane = timeline.lanes[0]
        assert lane.extent == Window(START, START + 12 * SECOND)
        assert lane.runs.fate.tolist() == [Fate.FULL]
        assert timeline.coverage is not None
        assert timeline.coverage["rue"].at(START + SECOND) is Fate.FULL
        assert timeline.marks["rue"].beginning(START, START + 12 * SECOND) == slice(0, 1)
