from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.kind_figures import KindFigures
from app.widgets.label import Label
from app.widgets.rate_bar import RateBar
from app.words import Words
from tests.app.laboratory import assessment
from vsa_core.domain.assessment import Rate


def figures(qtbot: QtBot, words: Words, theme: Theme) -> KindFigures:
    """The kinds of the made-up measurement."""
    made = KindFigures(assessment(), words, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_kind_has_its_rates_added_up_with_a_bar_each(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    bars = figures(qtbot, words, theme).findChildren(RateBar)
    assert [bar.rate for bar in bars] == [Rate(23, 24), Rate(23, 25), Rate(3, 5), Rate(3, 4)]


def test_counts_intervals_errors_and_minutes_are_told(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    shown = figures(qtbot, words, theme)
    told = [label.text() for label in shown.findChildren(Label)]
    for text in (
        "Franchissement de ligne",
        "92,0\u202f% (23 of 25)",
        "from 75,0 to 97,8 %",
        "0,21\u00a0s over 23",
        "1 in 12,5\u00a0min",
        "2 in 7,8\u00a0min",
    ):
        assert text in told
    spoken = [cell.accessibleName() for cell in shown.children() if cell.isWidgetType()]  # type: ignore[attr-defined]
    assert "Recall: 92,0\u202f% (23 of 25), from 75,0 to 97,8 %" in spoken
