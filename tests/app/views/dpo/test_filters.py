import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.audit_chart import Bar
from app.theme import Theme
from app.views.dpo.filters import ALL, CHOSEN, DAY, FiltersPane
from app.words import Words
from tests.desk.scene import START
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window


@pytest.fixture
def filters(qtbot: QtBot, words: Words, theme: Theme) -> FiltersPane:
    """What is proposed at first."""
    held = FiltersPane(words, theme, START)
    qtbot.addWidget(held)
    held.show()
    return held


def test_the_last_thirty_days_are_proposed(filters: FiltersPane) -> None:
    assert filters.span == Window(START - 30 * DAY, START + DAY)
    assert filters.start.isHidden()
    assert filters.chosen_act is None


def test_all_of_the_journal_is_no_period(filters: FiltersPane) -> None:
    filters.period.setCurrentIndex(filters.period.findData(ALL))
    assert filters.span is None


def test_two_dates_are_typed_and_the_wrong_way_round_are_none(filters: FiltersPane) -> None:
    filters.period.setCurrentIndex(filters.period.findData(CHOSEN))
    assert not filters.start.isHidden()
    filters.start.set_microseconds(START)
    filters.end.set_microseconds(START + DAY)
    assert filters.span == Window(START, START + DAY)
    filters.end.set_microseconds(START - DAY)
    assert filters.span is None


def test_a_bar_is_asked_for_at_once(qtbot: QtBot, filters: FiltersPane) -> None:
    with qtbot.waitSignal(filters.wanted):
        filters.choose_bar(Bar(START, START + 7 * DAY, "", (0,) * 5))
    assert filters.span == Window(START, START + 7 * DAY)


def test_enter_in_a_field_asks(qtbot: QtBot, filters: FiltersPane) -> None:
    for field in (filters.person, filters.case):
        with qtbot.waitSignal(filters.wanted):
            qtbot.keyClick(field, Qt.Key.Key_Return)
    filters.act.setCurrentIndex(filters.act.findData("query"))
    assert filters.chosen_act is Act.QUERY
