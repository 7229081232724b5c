import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.state.overprint import NO_BOXES, NO_TRAILS, Boxes, Trails
from app.theme import Theme
from app.widgets.overlay import Overlay
from app.words import Words
from vsa_core.domain.geometry import UNITS

LEFT = Qt.MouseButton.LeftButton


def tracks(*edges: tuple[int, int, int, int]) -> tuple[Boxes, Trails]:
    """Tracks 10, 11… whose boxes are given in hundredths of the picture."""
    n = len(edges)
    held = Boxes(
        np.arange(10, 10 + n, dtype=np.int64),
        np.ones(n, np.uint8),
        np.array(edges, np.float64) * UNITS / 100,
        *(np.zeros(n, np.bool_) for _ in range(3)),
    )
    empty = np.zeros(0)
    return held, Trails(np.zeros(n + 1, np.int64), empty, empty, empty)


@pytest.fixture
def overlay(qtbot: QtBot, words: Words, theme: Theme) -> Overlay:
    """A picture of 400 x 200, a large track and a small one on top of it, one far right."""
    overlay = Overlay(words, theme)
    qtbot.addWidget(overlay)
    overlay.resize(400, 200)
    overlay.show_picture(np.zeros((200, 400, 3), np.uint8))
    overlay.show_tracks(*tracks((10, 10, 60, 90), (20, 40, 30, 60), (80, 10, 95, 90)))
    overlay.show()
    return overlay


@pytest.mark.parametrize(
    ("place", "track"), [((100, 100), 11), ((60, 30), 10), ((350, 100), 12), ((280, 100), None)]
)
def test_a_click_picks_the_smallest_track_there(
    qtbot: QtBot, overlay: Overlay, place: tuple[int, int], track: int | None
) -> None:
    with qtbot.waitSignal(overlay.picked) as told:
        qtbot.mouseClick(overlay, LEFT, pos=QPoint(*place))
    assert told.args == [track]


def test_dragging_pans_a_zoomed_picture_and_picks_nothing(qtbot: QtBot, overlay: Overlay) -> None:
    picked: list[object] = []
    overlay.picked.connect(picked.append)
    with qtbot.waitSignal(overlay.reshaped):
        overlay.closer()
    assert overlay.zoomed
    before = overlay.area().topLeft()
    qtbot.mousePress(overlay, LEFT, pos=QPoint(200, 100))
    qtbot.mouseMove(overlay, QPoint(220, 110))
    qtbot.mouseMove(overlay, QPoint(230, 110))
    qtbot.mouseRelease(overlay, LEFT, pos=QPoint(230, 110))
    assert overlay.area().topLeft() != before
    assert picked == []
    overlay.fit()
    assert not overlay.zoomed


def test_zooming_out_ends_at_the_whole_picture(qtbot: QtBot, overlay: Overlay) -> None:
    overlay.closer()
    overlay.further()
    with qtbot.waitSignal(overlay.reshaped):
        overlay.further()
    assert not overlay.zoomed


def test_tracks_are_told_from_left_to_right(overlay: Overlay) -> None:
    overlay.show_tracks(*tracks((50, 0, 60, 10), (5, 0, 9, 10), (70, 0, 80, 10)))
    assert overlay.tracks() == [11, 10, 12]


def test_the_right_button_chooses_and_asks_for_a_menu(qtbot: QtBot, overlay: Overlay) -> None:
    overlay.picked.connect(overlay.choose)
    with qtbot.waitSignals([overlay.picked, overlay.asked]):
        _menu(overlay, QContextMenuEvent.Reason.Mouse, QPoint(350, 100))
    assert overlay.wanted.chosen == 12
    with qtbot.waitSignal(overlay.asked):
        _menu(overlay, QContextMenuEvent.Reason.Keyboard, QPoint(0, 0))
    assert overlay.wanted.chosen == 12
    with qtbot.assertNotEmitted(overlay.asked):
        _menu(overlay, QContextMenuEvent.Reason.Mouse, QPoint(280, 100))


def test_what_is_chosen_is_told_to_who_cannot_see_it(overlay: Overlay) -> None:
    overlay.choose(12)
    assert overlay.accessibleDescription() == "personne 12"
    overlay.choose(None)
    assert overlay.accessibleDescription() == ""


def test_without_tracks_nothing_is_under_the_pointer(overlay: Overlay) -> None:
    overlay.show_tracks(NO_BOXES, NO_TRAILS)
    assert overlay.track_at(QPointF(350, 100)) is None
    assert overlay.tracks() == []


def _menu(overlay: Overlay, reason: QContextMenuEvent.Reason, place: QPoint) -> None:
    event = QContextMenuEvent(reason, place, overlay.mapToGlobal(place))
    QApplication.sendEvent(overlay, event)
