from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.ask_bar import AskBar
from app.words import Words


def bar(qtbot: QtBot, words: Words, theme: Theme, motive: str = "M01") -> AskBar:
    made = AskBar(words, theme, motive)
    qtbot.addWidget(made)
    return made


def test_a_whole_question_is_asked_with_the_motive_on_show(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    it = bar(qtbot, words, theme)
    it.show_question("A person crosses the line.", "", stale=False)
    it.motive.choose("M03")
    with qtbot.waitSignal(it.ask_wanted) as asked:
        it.ask.click()
    assert asked.args == ["M03"]
    assert it.said.isHidden()
    assert it.ask.accessibleDescription() == "A person crosses the line."


def test_what_is_lacking_stands_beside_the_button_that_it_disables(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    it = bar(qtbot, words, theme)
    it.show_question("", "Tracez d’abord une ligne.", stale=False)
    assert not it.ask.isEnabled()
    assert it.said.text() == "Tracez d’abord une ligne."
    assert it.ask.accessibleDescription() == "Tracez d’abord une ligne."
    with qtbot.assertNotEmitted(it.ask_wanted):
        it.press()


def test_without_a_motive_nothing_is_asked(qtbot: QtBot, words: Words, theme: Theme) -> None:
    it = bar(qtbot, words, theme, motive="")
    it.show_question("A person crosses the line.", "", stale=False)
    assert not it.ask.isEnabled()
    assert it.said.text() == "Choose a motive."
    it.motive.choose("M02")
    assert it.ask.isEnabled()


def test_an_answer_to_another_question_is_said_to_be_so(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    it = bar(qtbot, words, theme)
    it.show_question("A person crosses the line.", "", stale=True)
    assert "another question" in it.said.text()
    assert it.ask.isEnabled()


def test_while_an_answer_comes_it_can_be_stopped_and_not_asked_again(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    it = bar(qtbot, words, theme)
    it.show_question("A person crosses the line.", "", stale=False)
    it.show_asking(True, 12)
    assert it.found.text() == "Results: 12"
    assert it.ask.isHidden()
    assert it.progress.accessibleName()
    with qtbot.assertNotEmitted(it.ask_wanted):
        it.press()
    with qtbot.waitSignal(it.stop_wanted):
        it.stop.click()
    it.show_asking(False)
    assert it.stop.isHidden()
    assert not it.ask.isHidden()
