import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.views.player import ZONE
from app.widgets.local_time import LocalTime
from app.widgets.selection_bar import SelectionBar
from tests.desk.scene import START


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> SelectionBar:
    bar = SelectionBar(theme, LocalTime("fr", ZONE))
    qtbot.addWidget(bar)
    return bar


def test_it_is_there_only_when_something_is_marked(bar: SelectionBar) -> None:
    assert bar.isHidden()
    bar.tell(START, None)
    assert not bar.isHidden()
    assert not bar.export_button.isEnabled()
    assert bar.told.text() == "Clip from 13:00:00,000: mark its end"
    bar.tell(None, START)
    assert bar.told.text() == "Clip up to 13:00:00,000: mark its beginning"
    bar.tell(None, None)
    assert bar.isHidden()


def test_a_whole_stretch_is_told_with_its_length_and_can_be_exported(
    qtbot: QtBot, bar: SelectionBar
) -> None:
    bar.tell(START, START + 4_200_000)
    assert bar.told.text() == "Clip from 13:00:00,000 to 13:00:04,200 (4,200\u00a0s)"
    with qtbot.waitSignal(bar.export_wanted):
        bar.export_button.click()
    with qtbot.waitSignal(bar.cleared):
        bar.clear_button.click()
