from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from app.state.absence import Why
from app.state.playback import Playback
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.player import PlayerView
from app.words import Words
from tests.app.state.stage import SECOND, MemoryDesk, film, seated, seated_at, street, tracks
from tests.desk.scene import START
from vsa_core.domain.moment import Span, Window
from vsa_core.errors import Fault

PTS = range(0, 20_000, 40)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk() -> MemoryDesk:
    """Twenty seconds, through which two persons stand side by side."""
    one, other = ([(START + n * 200_000, x, 50_000) for n in range(100)] for x in (20_000, 40_000))
    return MemoryDesk((film("a", PTS), PTS), crowd=tracks(one, other, numbers=(7, 9)))


@pytest.fixture
def playback(tasks: Tasks, desk: MemoryDesk) -> Playback:
    playback = Playback(seated_at(tasks, desk))
    playback.know(footage for footage, _ in desk.files)
    return playback


@pytest.fixture
def view(qtbot: QtBot, playback: Playback, words: Words, theme: Theme) -> PlayerView:
    view = PlayerView(playback, words, theme)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    return view


@pytest.fixture
def session(qtbot: QtBot, tasks: Tasks) -> Iterator[Session]:
    """The analyst of the real street."""
    with seated(qtbot, tasks, street()) as session:
        yield session


def go(qtbot: QtBot, view: PlayerView, playback: Playback, at: int) -> None:
    playback.go("rue", at)
    qtbot.waitUntil(lambda: view.overlay.isVisible() and playback.shot is not None)


def test_before_anything_is_chosen_it_says_what_to_choose(view: PlayerView) -> None:
    assert view.slate.isVisible()
    assert "timeline" in view.slate.text.text()
    assert not view.transport.buttons["play"].isEnabled()


def test_a_picture_is_shown_with_its_tracks_and_both_clocks(
    qtbot: QtBot, view: PlayerView, playback: Playback
) -> None:
    go(qtbot, view, playback, START + SECOND)
    assert view.overlay.tracks() == [7, 9]
    assert view.read_out.corrected.text().startswith("05/03/2024 13:00:01,000")
    assert view.read_out.shown.text() == "05/03/2024 12:59:01,000"
    assert view.read_out.masked.label.text().endswith(": 2")


def test_where_nobody_looked_a_slate_says_so_and_offers_to_index(
    qtbot: QtBot, view: PlayerView, playback: Playback, desk: MemoryDesk
) -> None:
    desk.looked = [Span(0, 40)]
    go(qtbot, view, playback, START)
    playback.step(1)
    qtbot.waitUntil(view.slate.isVisible)
    assert playback.absence is not None
    assert playback.absence.why is Why.NOT_LOOKED
    with qtbot.waitSignal(view.index_wanted):
        view.slate.button.click()


def test_a_click_on_a_box_chooses_its_track_and_can_ask_to_examine_it(
    qtbot: QtBot, view: PlayerView, playback: Playback
) -> None:
    go(qtbot, view, playback, START)
    place = view.overlay.to_widget(40_000, 47_000)
    with qtbot.waitSignal(view.track_chosen) as told:
        qtbot.mouseClick(view.overlay, LEFT, pos=place.toPoint())
    assert told.args == [9]
    with qtbot.waitSignal(view.examine_wanted) as asked:
        view.menu().actions()[0].trigger()
    assert asked.args == [9]
    view.choose(None)
    with qtbot.assertNotEmitted(view.examine_wanted):
        view.examine()


def test_tracks_are_gone_through_by_the_keyboard(
    qtbot: QtBot, view: PlayerView, playback: Playback
) -> None:
    view.next_track()
    assert view.chosen is None
    go(qtbot, view, playback, START)
    seen = []
    for way in (1, 1, 1, -1, -1):
        view.next_track(way)
        seen.append(view.chosen)
    assert seen == [7, 9, 7, 9, 7]
    view.choose(None)
    view.next_track(-1)
    assert view.chosen == 9


def test_the_ends_of_a_track_can_be_gone_to(
    qtbot: QtBot, view: PlayerView, playback: Playback
) -> None:
    go(qtbot, view, playback, START + 5 * SECOND)
    view.choose(7)
    view.menu().actions()[2].trigger()
    assert playback.at == START + 19_800_000
    view.menu().actions()[1].trigger()
    assert playback.at == START


def test_the_track_of_a_result_is_marked_as_soon_as_its_reel_is_open(
    qtbot: QtBot, view: PlayerView, playback: Playback
) -> None:
    view.follow("a", 9)
    assert view.chosen is None
    go(qtbot, view, playback, START)
    assert view.chosen == 9
    playback.close()
    assert view.chosen is None


def test_while_a_track_is_examined_the_picture_stands_in_a_loud_frame(
    qtbot: QtBot, view: PlayerView, playback: Playback
) -> None:
    go(qtbot, view, playback, START)
    assert view.frame.warning == ""
    playback.examine(7, "M02")
    qtbot.waitUntil(lambda: view.frame.warning != "")
    assert "EXAMINATION" in view.frame.warning
    playback.close()
    assert view.frame.warning == ""
    assert not view.overlay.has_picture


def test_a_marked_stretch_can_be_exported(
    qtbot: QtBot, view: PlayerView, playback: Playback
) -> None:
    go(qtbot, view, playback, START)
    view.transport.buttons["mark_in"].click()
    assert view.selection.isVisible()
    playback.step(5)
    view.transport.buttons["mark_out"].click()
    with qtbot.waitSignal(view.export_wanted) as told:
        view.selection.export_button.click()
    assert told.args == [Window(START, START + 240_000)]
    view.selection.clear_button.click()
    assert view.selection.isHidden()


def test_every_button_does_what_it_says(qtbot: QtBot, view: PlayerView, playback: Playback) -> None:
    go(qtbot, view, playback, START)
    buttons = view.transport.buttons
    for name, signal in (("previous_hit", view.previous_wanted), ("next_hit", view.next_wanted)):
        with qtbot.waitSignal(signal):
            buttons[name].click()
    buttons["on"].click()
    assert playback.at == START + 40_000
    buttons["back"].click()
    assert playback.at == START
    view.transport.rates.activated.emit(0)
    buttons["play"].click()
    assert playback.rate == -8
    view.transport.rates.activated.emit(9)
    assert playback.rate == 8
    buttons["play"].click()
    assert playback.rate == 0
    buttons["closer"].click()
    assert view.overlay.zoomed
    buttons["fit"].click()
    assert not view.overlay.zoomed
    for name in ("boxes", "trails", "tags"):
        buttons[name].click()
        assert getattr(view.overlay.wanted, name) is False


def test_a_time_can_be_typed_to_go_to(qtbot: QtBot, view: PlayerView, playback: Playback) -> None:
    view.go_to_time()
    assert not view.go_to.isVisible()
    go(qtbot, view, playback, START + SECOND)
    view.go_to_time()
    assert view.go_to.isVisible()
    assert view.go_to.shown.isEnabled()
    view.go_to.instant.set_microseconds(START + 3 * SECOND)
    view.go_to.button.click()
    assert playback.at == START + 3 * SECOND


def test_pictures_are_asked_for_as_large_as_they_are_shown_and_whole_when_zoomed(
    qtbot: QtBot, view: PlayerView, playback: Playback, desk: MemoryDesk
) -> None:
    view.resize(420, 320)
    view.overlay.setMinimumSize(1, 1)
    view.slate.setMinimumSize(1, 1)
    small = film("a", PTS)
    assert small.stream is not None
    stream = replace(small.stream, width=1920, height=1080)
    desk.files = ((replace(small, stream=stream), PTS),)
    go(qtbot, view, playback, START)
    room = view.frame.size()
    fitted = min(room.width(), room.height() * 1920 // 1080)
    qtbot.waitUntil(lambda: desk.asked[-1][2] == fitted)
    view.overlay.zoom(2.0, QPointF(10, 10))
    view.overlay.reshaped.emit()
    qtbot.waitUntil(lambda: desk.asked[-1][2] == 0)


def test_it_fits_between_two_panes(view: PlayerView) -> None:
    assert view.minimumSizeHint().width() <= 660


def legs(picture: np.ndarray) -> np.ndarray:
    """Columns in which the walker's legs stand."""
    return np.flatnonzero(picture[146, :, 0] > 180)


def test_two_hundred_steps_on_a_real_film_each_show_the_right_picture(
    qtbot: QtBot, session: Session, words: Words, theme: Theme
) -> None:
    playback = Playback(session)
    playback.know((street().footage,))
    view = PlayerView(playback, words, theme)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    go(qtbot, view, playback, START + 3 * SECOND)
    place = 30
    rng = np.random.default_rng(7)
    for count in rng.choice([-9, -3, -1, -1, 1, 1, 1, 4, 11], 200).tolist():
        place = min(max(place + count, 0), 119)
        playback.step(count)
        qtbot.waitUntil(lambda: _shows(playback, place * 1024))  # noqa: B023
        assert playback.shot is not None
        assert playback.shot.at.corrected == playback.shot.shown == START + place * 100_000
        assert view.read_out.number.text() == f"{place + 1}\u00a0/\u00a0120"
        seen, left = legs(playback.shot.picture), 6 * (place - 20)
        if 0 <= left < 296:
            assert abs(int(seen[0]) - left) <= 1
            assert abs(int(seen[-1]) - left - 23) <= 1
            middle = view.overlay.to_widget((left + 12) * 65_535 / 320, 146 * 65_535 / 180)
            assert _colour(view, middle.toPoint()) > 180
        else:
            assert len(seen) == 0


def test_examining_asks_for_a_motive_and_reveals_that_track_alone(
    qtbot: QtBot, session: Session
) -> None:
    heard: list[Fault] = []
    playback = Playback(session)
    playback.failed.connect(heard.append)
    playback.go("rue", START + 5 * SECOND)
    qtbot.waitUntil(lambda: playback.shot is not None and playback.shot.exact)
    assert playback.shot is not None
    track = int(playback.boxes().number[0])
    assert playback.shot.masked == 1
    assert playback.shot.picture[85, 190].max() == 0
    playback.examine(track, "")
    qtbot.waitUntil(lambda: bool(heard))
    assert playback.shot.masked == 1
    playback.examine(track, "M02")
    qtbot.waitUntil(lambda: playback.shot is not None and playback.shot.examined)
    assert playback.shot.revealed == (track,)
    assert playback.shot.picture[85, 190].min() > 180
    assert playback.boxes().examined.tolist() == [True]
    playback.go("rue", START)
    qtbot.waitUntil(lambda: _shows(playback, 0))
    assert not playback.shot.examined


def _shows(playback: Playback, pts: int) -> bool:
    return playback.shot is not None and playback.shot.at.pts == pts


def _colour(view: PlayerView, place: QPoint) -> int:
    """The darkest channel of a painted pixel."""
    colour = view.overlay.grab().toImage().pixelColor(place)
    return min(colour.red(), colour.green(), colour.blue())
