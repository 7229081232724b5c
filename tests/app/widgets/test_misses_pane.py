from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.misses_pane import MissesPane


def test_near_misses_are_asked_for_and_told_nearest_first(qtbot: QtBot, theme: Theme) -> None:
    pane = MissesPane(theme)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.wanted):
        pane.ask.click()
    pane.tell_busy()
    assert pane.ask.isHidden()
    pane.tell([("person, track 4", "held: 300 ms"), ("car, track 5", "held: 100 ms")])
    assert [label.text() for label in pane.misses] == [
        "person, track 4",
        "held: 300 ms",
        "car, track 5",
        "held: 100 ms",
    ]
    assert pane.note.isHidden()
    pane.tell([])
    assert not pane.misses
    assert "Nothing else" in pane.note.text()
    pane.tell_nothing()
    assert not pane.ask.isHidden()
