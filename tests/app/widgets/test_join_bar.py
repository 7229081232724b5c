import pytest
from pytestqt.qtbot import QtBot

from app.state.parts import JOINS
from app.theme import Theme
from app.widgets.join_bar import JoinBar
from app.words import Words
from tests.app import inquiry


@pytest.fixture
def bar(qtbot: QtBot, words: Words, theme: Theme) -> JoinBar:
    made = JoinBar(words, theme)
    qtbot.addWidget(made)
    return made


def test_every_joining_word_is_offered_and_explained(qtbot: QtBot, bar: JoinBar) -> None:
    assert tuple(bar.words.buttons) == JOINS
    sheets = {sheet.kind: sheet.parameters for sheet in inquiry.JOINS}
    told = set()
    for join in JOINS:
        values = {p.name: p.default for p in sheets[join]}
        bar.show_join(join, sheets[join], values)
        assert bar.word == bar.words.buttons[join].text()
        told.add(bar.note.text())
    assert len(told) == len(JOINS)
    assert set(bar.rows) == {"within", "gap", "same_camera"}


def test_a_word_chosen_and_a_time_moved_are_told(qtbot: QtBot, bar: JoinBar) -> None:
    (then,) = [sheet for sheet in inquiry.JOINS if sheet.kind == "then"]
    bar.show_join("then", then.parameters, {p.name: p.default for p in then.parameters})
    with qtbot.waitSignal(bar.moved) as moved:
        bar.rows["within"].moved.emit(60_000)
    assert moved.args == ["within", 60_000]
    with qtbot.waitSignal(bar.chosen) as chosen:
        bar.words.buttons["any"].click()
    assert chosen.args == ["any"]


def test_a_sequence_says_what_it_does_not_say(bar: JoinBar) -> None:
    (then,) = [sheet for sheet in inquiry.JOINS if sheet.kind == "then"]
    bar.show_join("then", then.parameters, {p.name: p.default for p in then.parameters})
    assert "same person" in bar.note.text()
