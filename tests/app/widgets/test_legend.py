from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.looks import ORDER
from app.state.marks import Verdict
from app.theme import THEMES, Scheme
from app.widgets.lane_words import LaneWords
from app.widgets.legend import Legend
from app.widgets.local_time import LocalTime
from app.words import Words


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_pattern_and_sign_has_its_words(qtbot: QtBot, words: Words, scheme: Scheme) -> None:
    say = LaneWords(words, LocalTime("fr", ZoneInfo("Europe/Paris")))
    legend = Legend(THEMES[scheme], say)
    qtbot.addWidget(legend)
    assert {say.fate(fate) for fate in ORDER} <= set(legend.rows)
    assert {say.verdict(verdict) for verdict in Verdict} <= set(legend.rows)
    assert len(legend.rows) == len(set(legend.rows))
    assert legend.accessibleName()
    assert legend.windowFlags() & Qt.WindowType.Popup
