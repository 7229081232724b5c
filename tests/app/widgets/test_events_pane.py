import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.empty import Empty
from app.widgets.events_pane import EventsPane
from app.widgets.label import Label
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.laboratory import assessment, nothing


@pytest.fixture
def pane(qtbot: QtBot, words: Words, theme: Theme) -> EventsPane:
    """Three questions of two kinds."""
    made = EventsPane(assessment(), words, theme)
    qtbot.addWidget(made)
    made.resize(930, 500)
    made.show()
    return made


def cells(pane: EventsPane, row: int) -> list[str]:
    """The texts of a line."""
    item = pane.table.topLevelItem(row)
    assert item is not None
    return [item.text(column) for column in range(item.columnCount())]


def told(pane: EventsPane) -> list[str]:
    """What stands below the table."""
    return [label.text() for label in pane.told.findChildren(Label)]


def test_every_question_has_its_line_with_its_counts(pane: EventsPane) -> None:
    assert cells(pane, 0) == [
        "entree-nord.mp4",
        "porte",
        "93,3\u202f% (14 of 15)",
        "93,3\u202f% (14 of 15)",
        "0,18\u00a0s over 14",
        "1 in 4,7\u00a0min",
    ]
    assert pane.table.topLevelItemCount() == 3


def test_the_line_chosen_by_keys_is_told_whole(qtbot: QtBot, pane: EventsPane) -> None:
    assert "entree-nord.mp4 › porte" in told(pane)
    qtbot.keyClick(pane.table, Qt.Key.Key_End)
    text = told(pane)
    assert "parking-jour.mp4 › attente devant la borne" in text
    assert "Présence prolongée" in text
    assert "60,0\u202f% (3 of 5), from 23,0 to 88,2 %" in text or any("60,0" in t for t in text)
    assert any("tolerance: 2,00" in t and "ends: 1,32" in t for t in text)


def test_without_a_question_it_says_why(qtbot: QtBot, words: Words, theme: Theme) -> None:
    pane = EventsPane(nothing(), words, theme)
    qtbot.addWidget(pane)
    (empty,) = pane.findChildren(Empty)
    assert "*.truth.toml" in empty.text.text()


def test_a_name_from_outside_is_shown_as_it_is(qtbot: QtBot, words: Words, theme: Theme) -> None:
    found = assessment()
    event = found.events[0]
    hostile = type(event)(
        **{name: getattr(event, name) for name in event.__slots__}
        | {"clip": "a\u202eb", "question": "<b>{x}</b>"}
    )
    pane = EventsPane(assessment(events=(hostile,)), words, theme)
    qtbot.addWidget(pane)
    assert cells(pane, 0)[:2] == ["a⟨U+202E⟩b", "<b>{x}</b>"]
    assert "a⟨U+202E⟩b › <b>{x}</b>" in told(pane)


def test_everything_has_a_name(pane: EventsPane) -> None:
    assert nameless(pane) == []
