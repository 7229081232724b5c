from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.coverage_line import CoverageLine
from app.words import Words
from tests.app.answers import PARTIAL, WHOLE
from vsa_core.domain.coverage import Coverage


def line(qtbot: QtBot, words: Words, theme: Theme) -> CoverageLine:
    """A line on show."""
    widget = CoverageLine(words, theme)
    qtbot.addWidget(widget)
    return widget


def test_it_says_nothing_at_first_and_what_it_is_told_then(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    widget = line(qtbot, words, theme)
    assert widget.isHidden()
    assert widget.open_sheet() is None
    widget.tell(PARTIAL)
    assert not widget.isHidden()
    assert widget.accessibleName() == widget.text.text()
    assert "0:10:00" in widget.text.text()
    widget.remark("stopped")
    assert widget.button.isHidden()
    assert widget.text.text() == "stopped"
    widget.remark("")
    assert widget.isHidden()


def test_a_gap_and_a_whole_answer_do_not_look_alike(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    widget = line(qtbot, words, theme)
    signs = []
    for coverage, failures in ((WHOLE, ()), (PARTIAL, ()), (WHOLE, ("x could not be read",))):
        widget.tell(coverage, failures)
        signs.append(widget.sign.pixmap().toImage())
    assert signs[0] != signs[1]
    assert signs[1] == signs[2]


def test_the_sheet_lists_every_stretch_and_every_failure_and_closes_on_escape(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    widget = line(qtbot, words, theme)
    widget.tell(PARTIAL, ("rue.mp4 could not be read",))
    widget.show()
    sheet = widget.open_sheet()
    assert sheet is not None
    table = sheet.table
    assert table.topLevelItemCount() == 2
    assert table.topLevelItem(0).text(1) == "pas encore indexé"
    assert table.accessibleName()
    assert sheet.isVisible()
    with qtbot.waitSignal(sheet.finished):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_the_sheet_of_an_empty_coverage_opens(qtbot: QtBot, words: Words, theme: Theme) -> None:
    widget = line(qtbot, words, theme)
    widget.tell(Coverage(()))
    widget.show()
    sheet = widget.open_sheet()
    assert sheet is not None
    assert sheet.table.topLevelItemCount() == 0
    sheet.close()
