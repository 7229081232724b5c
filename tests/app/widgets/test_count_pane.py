import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.count_pane import ROWS, CountPane
from app.widgets.label import Label


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> CountPane:
    made = CountPane(theme)
    qtbot.addWidget(made)
    return made


def told(pane: CountPane) -> list[str]:
    return [label.text() for label in pane.facts.findChildren(Label)]


def test_a_count_is_told_whole_and_by_camera(qtbot: QtBot, pane: CountPane) -> None:
    with qtbot.waitSignal(pane.count_wanted):
        pane.button.click()
    pane.tell(7, [("rue", 5), ("parking", 2)], "Looked at: 1 h")
    assert pane.total.text() == "There would be: 7"
    assert told(pane) == ["rue", "5", "parking", "2"]
    assert pane.note.text() == "Looked at: 1 h"
    pane.tell_nothing()
    assert pane.total.isHidden()


def test_many_cameras_are_told_together_at_the_end(pane: CountPane) -> None:
    pane.tell(60, [(f"c{n}", n) for n in range(ROWS + 3)], "")
    assert told(pane)[-2:] == ["3 other cameras", str(ROWS + ROWS + 1 + ROWS + 2)]


def test_one_camera_needs_no_rows_and_a_name_shows_what_it_hides(pane: CountPane) -> None:
    pane.tell(0, [("gpj\u202e", 0)], "")
    assert pane.facts.isHidden()
    assert "⟨U+202E⟩" in told(pane)[0]
