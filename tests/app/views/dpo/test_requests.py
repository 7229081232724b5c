from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.views.dpo.requests import RequestsPane
from app.words import Words
from tests.app.views.dpo.conftest import Desk
from vsa_core.desk.audit_records import Place
from vsa_core.desk.audit_replays import Counts, Outcome, Replay

ASKED = Replay(Place("2026H2", 50), Place("2026H2", 41), "2024/17", "dan", 1)
DONE = replace(
    ASKED,
    place=Place("2026H2", 60),
    outcome=Outcome(Place("2026H2", 70), 2, "alice", Counts(3, 60), Counts(4, 90), False),
)
REFUSED = replace(
    ASKED,
    place=Place("2026H2", 61),
    outcome=Outcome(Place("2026H2", 71), 2, "alice", None, None, False, "LAW-005"),
)


def test_requests_are_told_as_counts(qtbot: QtBot, desk: Desk, words: Words, theme: Theme) -> None:
    pane = RequestsPane(desk.requests, words, theme)
    qtbot.addWidget(pane)
    assert pane.pages.currentWidget() is pane.empty
    desk.requests._fill((ASKED, DONE, REFUSED))
    assert pane.table.topLevelItemCount() == 3
    for row, expected in enumerate(("LAW-005", "3 résultats", "key of the case")):
        pane.table.setCurrentItem(pane.table.topLevelItem(row))
        assert expected in pane.told.text()
    pane.table.setCurrentItem(pane.table.topLevelItem(1))
    assert "4 résultats" in pane.told.text()
    assert "alice" in pane.told.text()
