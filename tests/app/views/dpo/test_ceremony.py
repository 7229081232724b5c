from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.views.dpo.ceremony import CeremonyDialog
from app.words import Words
from tests.app.desk_of_dpo import Watched
from tests.app.doorstep import nameless
from tests.app.views.dpo.conftest import Desk
from tests.audit.world import cosign
from tests.desk.test_audit_witness import KEY, brought, taken_out


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, words: Words, theme: Theme) -> CeremonyDialog:
    """The ceremony, at its first step."""
    held = CeremonyDialog(desk.handing, words, theme)
    qtbot.addWidget(held)
    held.show()
    return held


def test_one_goes_on_and_back(qtbot: QtBot, dialog: CeremonyDialog) -> None:
    assert dialog.pages.currentIndex() == 0
    assert not dialog.back.isEnabled()
    qtbot.mouseClick(dialog.on, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.on, Qt.MouseButton.LeftButton)
    assert dialog.pages.currentIndex() == 2
    assert not dialog.on.isEnabled()
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.steps.buttons[0], Qt.MouseButton.LeftButton)
    assert dialog.pages.currentIndex() == 0


def test_the_ceremony_goes_round(
    qtbot: QtBot, desk: Desk, dialog: CeremonyDialog, at: Watched, tmp_path: Path
) -> None:
    assert "No key is known" in dialog.known.text()
    dialog.go(2)
    dialog.key.setText(KEY.written)
    with qtbot.waitSignal(desk.handing.changed):
        qtbot.mouseClick(dialog.know, Qt.MouseButton.LeftButton)
    assert KEY.name in dialog.known.text()
    dialog.note.setText(brought(tmp_path, cosign(taken_out(at.home))))
    with qtbot.waitSignals([desk.handing.cosigned, desk.handing.changed]):
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert dialog.kept.text().startswith("Kept: ")
    assert desk.view.witnessed.text().startswith("Last cosigned on ")


def test_a_note_of_another_journal_is_refused_in_its_place(
    qtbot: QtBot, desk: Desk, dialog: CeremonyDialog, tmp_path: Path
) -> None:
    dialog.go(2)
    dialog.note.setText(brought(tmp_path, b"not a note"))
    with qtbot.waitSignal(desk.handing.failed):
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert dialog.notice.isVisible()
    assert dialog.kept.text() == ""


def test_everything_in_it_has_a_name_and_nothing_is_pressed_by_enter(
    dialog: CeremonyDialog,
) -> None:
    assert nameless(dialog) == []
    assert not any(button.isDefault() for button in (dialog.on, dialog.shut, dialog.keep))
