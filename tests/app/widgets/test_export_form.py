from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.export_form import ExportForm
from app.words import Words, read_words


def form(qtbot: QtBot, words: Words, theme: Theme) -> ExportForm:
    """A form."""
    widget = ExportForm(words, theme)
    qtbot.addWidget(widget)
    return widget


def test_it_begins_in_the_case_in_the_language_of_the_person_without_a_motive(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    widget = form(qtbot, words, theme)
    assert (widget.folder, widget.spoken, widget.motive.code) == ("", "fr", "")
    assert widget.microseconds == 3_000_000
    assert form(qtbot, read_words("en"), theme).spoken == "en"


def test_every_answer_is_told(qtbot: QtBot, words: Words, theme: Theme) -> None:
    widget = form(qtbot, words, theme)
    with qtbot.waitSignal(widget.changed):
        widget.margin.setValue(10)
    assert widget.microseconds == 10_000_000
    with qtbot.waitSignal(widget.changed):
        widget.motive.choose("M04")
    with qtbot.waitSignal(widget.changed):
        widget.set_folder("/media/usb/export")
    assert widget.folder == "/media/usb/export"
    assert widget.place.text() == "/media/usb/export"
    widget.inside.click()
    assert widget.folder == ""
    assert not widget.inside.isEnabled()


def test_another_folder_is_asked_for_without_stopping_the_window(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    widget = form(qtbot, words, theme)
    widget.choose.click()
    dialog = widget.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(widget.folder_wanted) as told:
        dialog.fileSelected.emit("/media/usb")
    assert told.args == ["/media/usb"]
    dialog.close()


def test_a_margin_is_asked_for_around_hits_only(qtbot: QtBot, words: Words, theme: Theme) -> None:
    widget = form(qtbot, words, theme)
    widget.ask_margin(False)
    assert widget.margin.parentWidget() is not None
    assert widget.margin.parentWidget().isHidden()
    widget.ask_margin(True)
    assert not widget.margin.parentWidget().isHidden()


def test_every_field_has_a_name(qtbot: QtBot, words: Words, theme: Theme) -> None:
    widget = form(qtbot, words, theme)
    for control in (widget.margin, widget.recipient, widget.language, widget.motive):
        assert control.accessibleName()
    assert widget.choose.accessibleDescription() == widget.place.text()
