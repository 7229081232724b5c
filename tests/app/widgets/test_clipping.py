from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.widgets.clipping import clear_clipboard, put


def test_what_was_copied_here_is_taken_back(qapp: QApplication) -> None:
    put("a digest")
    assert QGuiApplication.clipboard().text() == "a digest"
    clear_clipboard()
    assert QGuiApplication.clipboard().text() == ""


def test_what_another_program_put_there_since_stays(qapp: QApplication) -> None:
    put("a digest")
    QGuiApplication.clipboard().setText("of another")
    clear_clipboard()
    assert QGuiApplication.clipboard().text() == "of another"
    QGuiApplication.clipboard().clear()


def test_what_was_taken_back_is_not_waited_for_any_more(qapp: QApplication) -> None:
    put("a digest")
    clear_clipboard()
    QGuiApplication.clipboard().setText("a digest")
    clear_clipboard()
    assert QGuiApplication.clipboard().text() == "a digest"
    QGuiApplication.clipboard().clear()
