import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.report_writing import Written
from app.theme import Theme
from app.widgets.copyable import CopyButton
from app.widgets.label import Label
from app.widgets.report_written import ReportWritten
from tests.app.doorstep import nameless

FILES = (
    Written("/rapports/validation-1/validation.json", "ab" * 32),
    Written("/rapports/validation-1/validation.pdf", "cd" * 32),
)


@pytest.fixture
def saved(qtbot: QtBot, theme: Theme) -> ReportWritten:
    """Nothing was written yet."""
    made = ReportWritten(theme)
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_until_there_is_a_report(saved: ReportWritten) -> None:
    assert saved.isHidden()
    saved.tell(FILES)
    assert not saved.isHidden()
    saved.tell(())
    assert saved.isHidden()


def test_the_folder_and_every_digest_can_be_copied(saved: ReportWritten) -> None:
    saved.tell(FILES)
    copied = [button.whole for button in saved.findChildren(CopyButton)]
    assert copied == ["/rapports/validation-1", "ab" * 32, "cd" * 32]
    names = [label.text() for label in saved.facts.findChildren(Label)]
    assert {"validation.json", "validation.pdf"} <= set(names)


def test_it_can_be_closed_by_keys(qtbot: QtBot, saved: ReportWritten) -> None:
    saved.tell(FILES)
    saved.show()
    with qtbot.waitSignal(saved.dismissed):
        qtbot.keyClick(saved.close_button, Qt.Key.Key_Space)


def test_everything_has_a_name(saved: ReportWritten) -> None:
    saved.tell(FILES)
    saved.show()
    assert nameless(saved) == []
