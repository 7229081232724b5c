from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.event_parts import EventParts
from app.words import Words
from tests.app.answers import hit


def test_each_part_is_a_step_away(qtbot: QtBot, words: Words, theme: Theme) -> None:
    parts = EventParts(words, theme)
    qtbot.addWidget(parts)
    first, second = hit(0).event, hit(9000, camera="parking", lasting=5000).event
    parts.tell((first, second), {}, sequence=True)
    assert not parts.note.isHidden()
    one, other = parts.buttons
    assert one.text().startswith("1. Franchissement de ligne\n")
    assert other.text().endswith("parking")
    with qtbot.waitSignal(parts.wanted) as wanted:
        other.click()
    assert wanted.args == [second]
    parts.tell((first,), {}, sequence=False)
    assert len(parts.buttons) == 1
    assert parts.note.isHidden()
