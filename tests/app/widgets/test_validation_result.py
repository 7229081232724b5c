import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.boxes_pane import BoxesPane
from app.widgets.events_pane import EventsPane
from app.widgets.tracks_pane import TracksPane
from app.widgets.validation_result import ValidationResult
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.laboratory import BOXES, TRACKED, assessment, nothing
from vsa_core.domain.assessment import Assessment


def result(qtbot: QtBot, words: Words, theme: Theme, found: Assessment) -> ValidationResult:
    """That measurement, on the screen."""
    made = ValidationResult(found, words, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_one_line_sums_it_up_with_what_it_was_counted_over(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    shown = result(qtbot, words, theme, assessment())
    assert shown.summary.text() == (
        "Films: 4 · events found: 26 of 29; false alarms: 3 in 20,2\u00a0min"
        " · boxes found: 4\u202f124 of 4\u202f503"
    )
    titles = [shown.tabs.tabText(n) for n in range(shown.tabs.count())]
    assert titles == ["Events", "Mistakes (6)", "Boxes", "Tracks", "Coverage"]


def test_what_was_not_asked_is_not_summed_up(qtbot: QtBot, words: Words, theme: Theme) -> None:
    assert result(qtbot, words, theme, nothing()).summary.text() == "Films: 0"


@pytest.mark.parametrize(
    ("found", "pane"),
    [
        (assessment(), EventsPane),
        (nothing(boxes=BOXES), BoxesPane),
        (nothing(tracked=TRACKED), TracksPane),
        (nothing(), EventsPane),
    ],
)
def test_it_opens_on_the_first_pane_that_has_something_to_say(
    qtbot: QtBot, words: Words, theme: Theme, found: Assessment, pane: type
) -> None:
    assert type(result(qtbot, words, theme, found).tabs.currentWidget()) is pane


def test_keys_go_from_pane_to_pane_and_into_them(qtbot: QtBot, words: Words, theme: Theme) -> None:
    shown = result(qtbot, words, theme, assessment())
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()
    bar = shown.tabs.tabBar()
    assert bar.hasFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert shown.tabs.currentIndex() == 1
    qtbot.keyClick(bar, Qt.Key.Key_Tab)
    pane = shown.tabs.currentWidget()
    assert pane is not None
    assert pane.isAncestorOf(shown.focusWidget())


def test_everything_has_a_name_on_every_pane(qtbot: QtBot, words: Words, theme: Theme) -> None:
    shown = result(qtbot, words, theme, assessment())
    for number in range(shown.tabs.count()):
        shown.tabs.setCurrentIndex(number)
        pane = shown.tabs.currentWidget()
        assert pane is not None
        assert nameless(pane) == []
