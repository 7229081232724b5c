from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.views.dpo.handing import HandOverDialog
from app.words import Words
from tests.app.views.dpo.conftest import Desk


def test_the_journal_is_handed_to_somebody_named(
    qtbot: QtBot, desk: Desk, words: Words, theme: Theme, tmp_path: Path
) -> None:
    dialog = HandOverDialog(desk.handing, words, theme)
    qtbot.addWidget(dialog)
    form = dialog.form
    assert (form.recipient.text(), form.go.isEnabled()) == ("CNIL", False)
    form.folder.setText(str(tmp_path / "out"))
    form.recipient.setText(" ")
    assert not form.go.isEnabled()
    form.recipient.setText("CNIL")
    with qtbot.waitSignal(form.done):
        qtbot.mouseClick(form.go, Qt.MouseButton.LeftButton)
    assert str(tmp_path / "out") in form.told.text()
    assert (tmp_path / "out" / "verify_audit.py").exists()


def test_a_folder_in_use_is_refused_there_and_may_be_changed(
    qtbot: QtBot, desk: Desk, words: Words, theme: Theme, tmp_path: Path
) -> None:
    dialog = HandOverDialog(desk.handing, words, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.folder.setText(str(tmp_path))
    with qtbot.waitSignal(desk.handing.failed):
        qtbot.mouseClick(dialog.form.go, Qt.MouseButton.LeftButton)
    assert dialog.notice.isVisible()
    assert dialog.form.go.isEnabled()
