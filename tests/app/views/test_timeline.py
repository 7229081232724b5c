import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.state.timeline import Cursor, Timeline
from app.tasks import Tasks
from app.theme import THEMES, Scheme, Theme
from app.views.timeline import TimelineView
from app.words import Words
from tests.app.laid import SECOND, WHOLE, footage, found, inside, sheet
from tests.desk.scene import START
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.coverage import Coverage, Covered, Level, Looked
from vsa_core.domain.moment import Window

CAMERAS = tuple(f"cam {n:02d}" for n in range(30))
SHEETS = tuple(
    sheet(footage("a.mp4", camera=camera), (0, 600, Looked.LOOKED, Level.FULL))
    for camera in CAMERAS
)


def shown(
    qtbot: QtBot,
    tasks: Tasks,
    words: Words,
    theme: Theme,
    sheets: tuple[FootageSheet, ...] = SHEETS,
) -> tuple[Timeline, TimelineView]:
    """A timeline of thirty cameras on the screen."""
    timeline = Timeline(inside(tasks, CAMERAS, WHOLE))
    view = TimelineView(timeline, words, theme)
    qtbot.addWidget(view)
    view.resize(1000, 260)
    with qtbot.waitExposed(view):
        view.show()
    timeline.set_sheets(sheets)
    qtbot.waitUntil(lambda: bool(timeline.lanes))
    view.refresh()
    return timeline, view


@pytest.mark.parametrize("scheme", list(Scheme))
def test_it_is_painted_in_every_scheme_without_a_word_from_qt(
    qtbot: QtBot, tasks: Tasks, words: Words, scheme: Scheme
) -> None:
    timeline, view = shown(qtbot, tasks, words, THEMES[scheme])
    timeline.set_hits((found(5, "cam 00"), found(6, "cam 00")), lambda name: None)
    whole = Covered("cam 00", "f", START, START + SECOND, Looked.LOOKED, Level.FULL)
    timeline.set_coverage(Coverage((whole,)))
    timeline.set_chosen(timeline.hits[0])
    timeline.set_asked(Window(START, START + 60 * SECOND))
    timeline.set_selection(Window(START, START + SECOND))
    view.refresh()
    assert not view.grab().isNull()


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    _, view = shown(qtbot, tasks, words, theme)
    for control in (*view.buttons.values(), view.board):
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_tab_enters_and_leaves(qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme) -> None:
    _, view = shown(qtbot, tasks, words, theme)
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    before, after = QPushButton("before"), QPushButton("after")
    for widget in (before, view, after):
        rows.addWidget(widget)
    with qtbot.waitActive(page):
        page.show()
    before.setFocus()
    seen = []
    for _ in range(12):
        seen.append(page.focusWidget())
        if page.focusWidget() is after:
            break
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert view.board in seen
    assert seen[-1] is after


def test_a_screen_reader_hears_lane_time_and_what_is_there(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    timeline, view = shown(qtbot, tasks, words, theme)
    view.activateWindow()
    view.board.setFocus()
    qtbot.waitUntil(view.board.hasFocus)
    timeline.set_cursor("cam 00", START)
    qtbot.keyClick(view.board, Qt.Key.Key_Down)
    qtbot.keyClick(view.board, Qt.Key.Key_Right)
    view.refresh()
    told = view.board.accessibleDescription()
    assert "cam 01" in told
    assert "05/03/2024 13:00:30,000" in told
    assert "2" in told
    assert "30" in told
    assert "a.mp4" in told


def test_the_keyboard_brings_its_lane_on_the_screen(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    timeline, view = shown(qtbot, tasks, words, theme)
    for _ in range(29):
        qtbot.keyClick(view.board, Qt.Key.Key_Down)
        view.refresh()
    assert timeline.row == 29
    assert view.board.row_box(29).bottom() <= view.board.height() + 1
    for _ in range(29):
        qtbot.keyClick(view.board, Qt.Key.Key_Up)
        view.refresh()
    assert view.board.top == 0


def test_a_click_seeks_and_the_ruler_and_the_overview_pan(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    timeline, view = shown(qtbot, tasks, words, theme)
    view.board.sought.emit("cam 02", START + 7)
    assert timeline.cursor == Cursor("cam 02", START + 7)
    timeline.zoom(START + 300 * SECOND, 8)
    before = timeline.visible
    view.ruler.dragged.emit(10 * SECOND)
    assert timeline.visible.start == before.start + 10 * SECOND
    view.overview.wanted.emit(START + 300 * SECOND)
    middle = (timeline.visible.start + timeline.visible.end) // 2
    assert abs(middle - START - 300 * SECOND) <= 1


def test_the_buttons_zoom_fit_and_lower_the_lanes(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    timeline, view = shown(qtbot, tasks, words, theme)
    whole = timeline.visible
    view.buttons["zoom_in"].click()
    assert timeline.visible.end - timeline.visible.start < whole.end - whole.start
    view.buttons["zoom_out"].click()
    view.buttons["zoom_in"].click()
    view.buttons["fit"].click()
    assert timeline.visible == whole
    over = view.scrollbar.maximum()
    view.buttons["compact"].click()
    assert view.scrollbar.maximum() < over


def test_the_legend_opens(qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme) -> None:
    _, view = shown(qtbot, tasks, words, theme)
    legend = view.open_legend()
    assert legend.isVisible()
    legend.close()


def test_files_without_an_hour_are_counted_named_and_asked_for(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    undated = (*SHEETS, sheet(footage("<i>x.mp4", None, camera="cam 00")))
    _, view = shown(qtbot, tasks, words, theme, undated)
    assert view.unplaced.isVisible()
    assert "1" in view.unplaced.text()
    assert "&lt;i&gt;x.mp4" in view.unplaced.toolTip()
    with qtbot.waitSignal(view.unplaced_wanted):
        view.unplaced.click()


def test_without_footage_the_board_says_what_will_come(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    timeline, view = shown(qtbot, tasks, words, theme, ())
    assert view.board.message
    assert not view.unplaced.isVisible()
    empty = view.board.message
    timeline.set_sheets((sheet(footage("x.mp4", None, camera="cam 00")),))
    qtbot.waitUntil(lambda: bool(timeline.unplaced))
    view.refresh()
    assert view.board.message not in ("", empty)


def test_changes_are_gathered_and_painted(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    timeline, view = shown(qtbot, tasks, words, theme)
    timeline.set_cursor("cam 03", START + 9)
    qtbot.waitUntil(lambda: view.ruler.cursor_at == START + 9)
    assert view.board.scene.cursor == ("cam 03", START + 9)
    view.board.pointed.emit(START + 4)
    assert view.ruler.hovered == START + 4
    view.board.scrolled.emit(2)
    assert view.board.top == round(2 * view.board.pitch)
