from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.widgets.fitted import fit
from app.widgets.label import Label


def test_wrapped_words_get_the_height_they_need(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    label = Label("words " * 100, wraps=True)
    QVBoxLayout(dialog).addWidget(label)
    dialog.resize(300, 40)
    fit(dialog)
    dialog.show()
    assert label.height() >= label.heightForWidth(label.width())
    dialog.resize(300, 2000)
    fit(dialog)
    assert dialog.height() == 2000


def test_a_dialog_without_a_layout_stays_as_it_is(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(300, 40)
    fit(dialog)
    assert dialog.height() == 40
