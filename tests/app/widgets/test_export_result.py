from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.copyable import Copyable
from app.widgets.export_result import ExportResult
from app.words import Words
from tests.app.answers import HEAD
from tests.app.widgets.test_facts import shown


def result(qtbot: QtBot, words: Words, theme: Theme) -> ExportResult:
    """An outcome on show."""
    widget = ExportResult(words, theme)
    qtbot.addWidget(widget)
    widget.tell("/case/exports/export-000007", 184, 7_360_000, HEAD)
    return widget


def test_it_tells_where_it_lies_and_how_long_it_is(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    widget = result(qtbot, words, theme)
    told = shown(widget.facts)
    assert "/case/exports/export-000007" in told
    assert "184" in told
    assert "0:00:07,360" in told


def test_the_head_of_the_journal_can_be_written_down_and_is_copied_whole(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    widget = result(qtbot, words, theme)
    lines = widget.head.text().split("\n")
    assert lines[0] == "12 :"
    assert "".join(lines[1:]) == HEAD.split(" : ")[1]
    assert max(map(len, lines)) == 32
    assert widget.head.accessibleName() == HEAD
    widget.copy.click()
    assert QGuiApplication.clipboard().text() == HEAD


def test_a_check_is_asked_for_and_its_outcome_told(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    widget = result(qtbot, words, theme)
    with qtbot.waitSignal(widget.verify_wanted):
        widget.verify.click()
    assert widget.checked.text() == ""
    widget.tell_check(5, "2024/17", ("1" * 64, "2" * 64))
    assert "5" in widget.checked.text()
    assert "2024/17" in widget.checked.text()
    assert not widget.sign.isHidden()
    signers = [one.whole for one in widget.signers.findChildren(Copyable) if not one.isHidden()]
    assert signers == ["1" * 64, "2" * 64]
    widget.tell("/case/other", 1, 1, HEAD)
    assert widget.checked.text() == ""
    assert widget.sign.isHidden()
