import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.range_row import RangeRow
from vsa_core.domain.filters import Range


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> RangeRow:
    made = RangeRow(theme, "size", "Size", range(0, 101, 10), lambda r: f"{r.low}..{r.high}")
    qtbot.addWidget(made)
    return made


def test_an_end_at_its_stop_is_open(qtbot: QtBot, row: RangeRow) -> None:
    with qtbot.waitSignal(row.changed) as changed:
        qtbot.keyClick(row.slider.low, Qt.Key.Key_Right)
    assert changed.args == [Range("size", 10, None)]
    with qtbot.waitSignal(row.dropped):
        qtbot.keyClick(row.slider.low, Qt.Key.Key_Left)


def test_a_range_is_shown_in_words_and_can_be_given_up(qtbot: QtBot, row: RangeRow) -> None:
    assert row.value.text() == "any"
    assert not row.reset.isEnabled()
    row.show_range(Range("size", 20, 50))
    assert row.value.text() == "20..50"
    assert (row.slider.low.at, row.slider.high.at) == (2, 5)
    with qtbot.waitSignal(row.dropped):
        row.reset.click()
