"""The window speaks French, then English, then French again; Qt's own words follow."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

import app.translation
from app.theme import Theme
from app.translation import install
from app.widgets.notice import Notice
from app.words import Words

translate = QCoreApplication.translate


def test_our_sentences_are_spoken(speaking: QApplication) -> None:
    install(speaking, "fr")
    assert translate("Actions", "Full screen") == "Plein écran"
    install(speaking, "en")
    assert translate("Actions", "Full screen") == "Full screen"
    install(speaking, "fr")
    assert translate("Actions", "Full screen") == "Plein écran"


def test_the_buttons_of_qt_are_spoken_too(speaking: QApplication, qtbot: QtBot) -> None:
    said = []
    for language in ("fr", "en"):
        install(speaking, language)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        said.append(box.buttons()[0].text().replace("&", ""))
    assert said == ["Annuler", "Cancel"]


def test_numbers_follow_the_language(speaking: QApplication) -> None:
    install(speaking, "fr")
    assert QLocale().toString(1.5, "f", 1) == "1,5"
    install(speaking, "en")
    assert QLocale().toString(1.5, "f", 1) == "1.5"


def test_a_widget_of_a_narrower_class_speaks_too(
    speaking: QApplication, qtbot: QtBot, words: Words, theme: Theme
) -> None:
    class Narrower(Notice):
        """A notice by another name."""

    install(speaking, "fr")
    notice = Narrower(words, theme)
    qtbot.addWidget(notice)
    assert notice.close_button.accessibleName() == "Fermer ce message"


def test_one_language_leaves_nothing_behind(speaking: QApplication) -> None:
    for language in ("fr", "en", "fr"):
        install(speaking, language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(speaking.findChildren(QTranslator)) == 2


def test_a_missing_catalogue_is_said(
    speaking: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(app.translation, "CATALOGUES", tmp_path)
    with pytest.raises(FileNotFoundError):
        install(speaking, "fr")
