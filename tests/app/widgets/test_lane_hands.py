from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.state.lanes import lanes_of
from app.state.marks import Gathering
from app.theme import Theme
from app.widgets.lane_board import NAMES, Scene
from app.widgets.lane_hands import LaneHands
from app.widgets.lane_painter import NORMAL
from app.widgets.lane_words import LaneWords
from app.widgets.local_time import LocalTime
from app.words import Words
from tests.app.laid import SECOND, footage, found, sheet
from tests.desk.scene import START
from vsa_core.domain.moment import Window

SPAN = Window(START, START + 600 * SECOND)
HITS = (found(300), found(500), found(501, track=2), found(502, track=3))
LEFT, RIGHT, MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)
ALT, SHIFT, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
Told = list[tuple[str, tuple[object, ...]]]
NAMED = "zoomed panned scrolled sought picked spanned fitted stepped laned ended".split()


@pytest.fixture
def hands(qtbot: QtBot, theme: Theme, words: Words) -> LaneHands:
    """Two lanes over 600 seconds, one second a pixel; hits on the first."""
    made = LaneHands(theme, LaneWords(words, LocalTime("fr", ZoneInfo("Europe/Paris"))))
    qtbot.addWidget(made)
    made.resize(NAMES + 600, 200)
    sheets = [sheet(footage("a<b>.mp4")), sheet(footage("b.mp4", camera="quai"))]
    gathering = Gathering()
    gathering.take(HITS, lambda name: None)
    scene = Scene(lanes_of(sheets, (), None).lanes, gathering.marks(), None, 1, SPAN, hits=HITS)
    made.show_scene(scene)
    return made


@pytest.fixture
def told(hands: LaneHands) -> Told:
    """Every signal that a person's deeds made, with what it carried."""
    heard: Told = []

    def listener(name: str) -> Callable[..., None]:
        return lambda *args: heard.append((name, args))

    for name in NAMED:
        getattr(hands, name).connect(listener(name))
    return heard


def turn(
    hands: LaneHands, x: int, y: int = 0, aside: int = 0, keys: Qt.KeyboardModifier = NONE
) -> None:
    """Turn the wheel at a place, `y` notches away from the person, `aside` to the left."""
    at = QPointF(x, 10)
    QApplication.sendEvent(
        hands,
        QWheelEvent(
            at,
            hands.mapToGlobal(at),
            QPoint(),
            QPoint(120 * aside, 120 * y),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def point(hands: LaneHands, x: int) -> None:
    """Move the pointer to a place without pressing anything."""
    at = QPointF(x, 25)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, hands.mapToGlobal(at), none, none, NONE)
    QApplication.sendEvent(hands, moved)


def drag(
    qtbot: QtBot,
    hands: LaneHands,
    xs: tuple[int, ...],
    button: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NONE,
) -> None:
    qtbot.mousePress(hands, button, keys, QPoint(NAMES + xs[0], 25))
    for x in xs[1:]:
        qtbot.mouseMove(hands, QPoint(NAMES + x, 25))
    qtbot.mouseRelease(hands, button, keys, QPoint(NAMES + xs[-1], 25))


def test_the_wheel_zooms_at_the_pointer(hands: LaneHands, told: Told) -> None:
    turn(hands, NAMES + 100, 1)
    turn(hands, NAMES + 100, -2)
    at = START + 100 * SECOND
    assert told == [("zoomed", (at, 1.25)), ("zoomed", (at, 1.25**-2))]


def test_with_shift_or_sideways_the_wheel_pans(hands: LaneHands, told: Told) -> None:
    turn(hands, NAMES + 100, -1, keys=SHIFT)
    turn(hands, NAMES + 100, aside=1)
    assert told == [("panned", (75 * SECOND,)), ("panned", (-75 * SECOND,))]


def test_over_the_names_the_wheel_scrolls(hands: LaneHands, told: Told) -> None:
    turn(hands, 10, -1)
    assert told == [("scrolled", (1,))]


def test_a_click_seeks_that_camera_at_that_time(qtbot: QtBot, hands: LaneHands, told: Told) -> None:
    qtbot.mouseClick(hands, LEFT, pos=QPoint(NAMES + 42, NORMAL.height + 20))
    assert told == [("sought", ("quai", START + 42 * SECOND))]


def test_a_click_on_a_result_picks_it_and_on_several_seeks(
    qtbot: QtBot, hands: LaneHands, told: Told
) -> None:
    qtbot.mouseClick(hands, LEFT, pos=QPoint(NAMES + 302, 8))
    qtbot.mouseClick(hands, LEFT, pos=QPoint(NAMES + 501, 8))
    qtbot.mouseClick(hands, LEFT, pos=QPoint(NAMES + 302, 24))
    assert [name for name, _ in told] == ["picked", "sought", "sought"]
    assert told[0][1] == (HITS[0],)


def test_a_click_on_a_name_goes_to_its_lane_and_below_the_last_does_nothing(
    qtbot: QtBot, hands: LaneHands, told: Told
) -> None:
    qtbot.mouseClick(hands, LEFT, pos=QPoint(20, NORMAL.height + 5))
    qtbot.mouseClick(hands, LEFT, pos=QPoint(NAMES + 20, 150))
    qtbot.mouseDClick(hands, LEFT, pos=QPoint(NAMES + 20, 150))
    assert told == [("laned", (1,))]


def test_dragging_pans_and_seeks_nothing(qtbot: QtBot, hands: LaneHands, told: Told) -> None:
    drag(qtbot, hands, (100, 80, 100))
    assert {name for name, _ in told} == {"panned"}
    assert sum(args[0] for _, args in told if isinstance(args[0], int)) == 0


@pytest.mark.parametrize(("button", "keys"), [(RIGHT, NONE), (LEFT, ALT)])
def test_dragging_with_alt_or_the_right_button_marks_a_span(
    qtbot: QtBot,
    hands: LaneHands,
    told: Told,
    button: Qt.MouseButton,
    keys: Qt.KeyboardModifier,
) -> None:
    drag(qtbot, hands, (100, 150, 60), button, keys)
    assert told[-1] == ("spanned", (Window(START + 60 * SECOND, START + 100 * SECOND),))
    assert {name for name, _ in told} == {"spanned"}


def test_escape_forgets_the_span_and_a_right_click_alone_does_not(
    qtbot: QtBot, hands: LaneHands, told: Told
) -> None:
    qtbot.keyClick(hands, Qt.Key.Key_Escape)
    chosen = Window(START, START + SECOND)
    hands.show_scene(Scene(hands.scene.lanes, {}, None, 1, SPAN, selection=chosen))
    qtbot.mouseClick(hands, RIGHT, pos=QPoint(NAMES + 42, 25))
    assert told == []
    qtbot.keyClick(hands, Qt.Key.Key_Escape)
    assert told == [("spanned", (None,))]


def test_an_end_of_the_span_can_be_dragged(qtbot: QtBot, hands: LaneHands, told: Told) -> None:
    chosen = Window(START + 100 * SECOND, START + 200 * SECOND)
    hands.show_scene(Scene(hands.scene.lanes, {}, None, 1, SPAN, selection=chosen, hits=HITS))
    drag(qtbot, hands, (201, 250))
    assert told[-1] == ("spanned", (Window(chosen.start, START + 250 * SECOND),))
    point(hands, NAMES + 100)
    assert hands.cursor().shape() is Qt.CursorShape.SizeHorCursor
    point(hands, NAMES + 400)
    assert hands.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_double_click_fits_the_lane(qtbot: QtBot, hands: LaneHands, told: Told) -> None:
    qtbot.mouseDClick(hands, LEFT, pos=QPoint(NAMES + 42, NORMAL.height + 20))
    assert ("fitted", ("quai",)) in told


def test_the_pointer_says_its_instant_until_it_leaves(hands: LaneHands) -> None:
    heard: list[int | None] = []
    hands.pointed.connect(heard.append)
    point(hands, NAMES + 42)
    point(hands, 5)
    QApplication.sendEvent(hands, QEvent(QEvent.Type.Leave))
    assert heard == [START + 42 * SECOND, None, None]


@pytest.mark.parametrize(
    ("key", "deed"),
    [
        (Qt.Key.Key_Up, ("laned", (-1,))),
        (Qt.Key.Key_Down, ("laned", (1,))),
        (Qt.Key.Key_Left, ("stepped", (-1,))),
        (Qt.Key.Key_Right, ("stepped", (1,))),
        (Qt.Key.Key_PageUp, ("panned", (-600 * SECOND,))),
        (Qt.Key.Key_PageDown, ("panned", (600 * SECOND,))),
        (Qt.Key.Key_Home, ("ended", (False,))),
        (Qt.Key.Key_End, ("ended", (True,))),
        (Qt.Key.Key_Plus, ("zoomed", (START + 300 * SECOND, 1.25**2))),
        (Qt.Key.Key_Minus, ("zoomed", (START + 300 * SECOND, 1.25**-2))),
    ],
)
def test_every_deed_has_its_key(
    qtbot: QtBot, hands: LaneHands, told: Told, key: Qt.Key, deed: tuple[str, tuple[object, ...]]
) -> None:
    qtbot.keyClick(hands, key)
    assert told == [deed]


def test_the_keyboard_zooms_at_the_cursor_and_enter_seeks_it(
    qtbot: QtBot, hands: LaneHands, told: Told
) -> None:
    cursor = ("rue", START + 60 * SECOND)
    hands.show_scene(Scene(hands.scene.lanes, {}, None, 1, SPAN, cursor=cursor))
    qtbot.keyClick(hands, Qt.Key.Key_Plus)
    qtbot.keyClick(hands, Qt.Key.Key_Return)
    assert told == [("zoomed", (cursor[1], 1.25**2)), ("sought", cursor)]


def test_enter_without_a_cursor_does_nothing(qtbot: QtBot, hands: LaneHands, told: Told) -> None:
    qtbot.keyClick(hands, Qt.Key.Key_Return)
    assert told == []


@pytest.mark.parametrize(
    ("key", "keys", "ours"),
    [
        (Qt.Key.Key_Left, NONE, True),
        (Qt.Key.Key_Left, SHIFT, False),
        (Qt.Key.Key_Space, NONE, False),
        (Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier, False),
    ],
)
def test_only_keys_of_ours_go_before_the_windows_own(
    hands: LaneHands, key: Qt.Key, keys: Qt.KeyboardModifier, ours: bool
) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, keys)
    event.ignore()
    QApplication.sendEvent(hands, event)
    assert event.isAccepted() == ours


def test_other_keys_are_left_to_the_window(qtbot: QtBot, hands: LaneHands, told: Told) -> None:
    qtbot.keyClick(hands, Qt.Key.Key_R)
    assert told == []


def test_a_tip_says_what_lies_there_and_a_name_stays_plain_text(hands: LaneHands) -> None:
    assert hands.text_at(5, 5).startswith("rue\n")
    assert hands.text_at(NAMES + 301, 8).startswith("Franchissement")
    assert hands.text_at(NAMES + 501, 8).startswith("3 ")
    assert "a<b>.mp4" in hands.text_at(NAMES + 301, 24)
    assert hands.text_at(NAMES + 301, 190) == ""
    place = QPoint(NAMES + 100, 24)
    help_event = QHelpEvent(QEvent.Type.ToolTip, place, hands.mapToGlobal(place))
    QApplication.sendEvent(hands, help_event)
    assert "a&lt;b&gt;.mp4" in QToolTip.text()
    QToolTip.hideText()
