"""A long name gives up its middle, never its ends, and is told whole."""

from PySide6.QtGui import QTextDocumentFragment
from pytestqt.qtbot import QtBot

from app.widgets.elided import NARROWEST, WIDEST, Elided

NAME = "camera_03_entree_parking_nord_2024-11-21_18-00-00_copie_de_travail.mp4"


def told(label: Elided) -> str:
    """The tool tip, as people read it."""
    return QTextDocumentFragment.fromHtml(label.toolTip()).toPlainText()


def test_both_ends_stay(qtbot: QtBot) -> None:
    label = Elided(NAME)
    qtbot.addWidget(label)
    label.resize(160, 20)
    label.show()
    assert label.shown().startswith("cam")
    assert label.shown().endswith(".mp4")
    assert "…" in label.shown()
    assert label.text() == NAME
    assert told(label) == NAME


def test_what_fits_is_shown_whole_and_has_no_tip(qtbot: QtBot) -> None:
    label = Elided(NAME)
    qtbot.addWidget(label)
    label.resize(160, 20)
    label.show()
    label.resize(2000, 20)
    assert label.shown() == NAME
    assert label.toolTip() == ""


def test_the_tip_follows_the_text(qtbot: QtBot) -> None:
    label = Elided("court")
    qtbot.addWidget(label)
    label.resize(160, 20)
    label.show()
    assert label.toolTip() == ""
    label.setText(NAME)
    assert told(label) == NAME


def test_a_long_name_does_not_widen_the_window(qtbot: QtBot) -> None:
    label = Elided(NAME * 4)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() == NARROWEST
    assert label.sizeHint().width() == WIDEST


def test_it_paints_what_it_says(qtbot: QtBot) -> None:
    label, empty = Elided(NAME), Elided("")
    for each in (label, empty):
        qtbot.addWidget(each)
        each.resize(160, 20)
    assert label.grab().toImage() != empty.grab().toImage()
