from pathlib import Path

from PySide6.QtCore import QDir, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.folder_dialog import ask_folder


def test_a_folder_is_asked_for_without_stopping(qtbot: QtBot, tmp_path: Path) -> None:
    mine = (QSettings.Format.NativeFormat, QSettings.Scope.UserScope)
    QSettings.setPath(*mine, str(tmp_path))  # Qt's own dialog remembers where it was
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[str] = []
    dialog = ask_folder(parent, "Open a case", str(tmp_path), chosen.append)
    assert dialog.isVisible()
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    assert chosen == []
    dialog.fileSelected.emit(str(tmp_path))
    assert chosen == [str(tmp_path)]
    dialog.reject()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    assert chosen == [str(tmp_path)]


def test_where_the_person_before_looked_is_not_shown(qtbot: QtBot, tmp_path: Path) -> None:
    mine = (QSettings.Format.NativeFormat, QSettings.Scope.UserScope)
    QSettings.setPath(*mine, str(tmp_path / "qt"))
    case = tmp_path / "2024-117"
    case.mkdir()
    parent = QWidget()
    qtbot.addWidget(parent)
    before = ask_folder(parent, "Open a case", str(tmp_path), lambda _: None)
    before.selectFile(str(case))
    before.accept()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    dialog = ask_folder(parent, "Open a case", "", lambda _: None)
    assert dialog.directory() == QDir.home()
    assert dialog.history() in ([], [QDir.homePath()])
    dialog.reject()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
