"""The window's own sentences and Qt's, in the language of the person."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

CATALOGUES = Path(__file__).resolve().parent.parent / "resources" / "i18n"
LOCALES = {"fr": "fr_FR", "en": "en_GB"}


def install(application: QApplication, language: str) -> None:
    """Speak `language` ("fr" or "en") from now on, in the place of the language before.

    What is already on show keeps its words: it has to be made anew. Numbers
    follow too. FileNotFoundError when a catalogue is not there.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt / f"qtbase_{language}.qm", CATALOGUES / f"relecture_{language}.qm"):
        application.installTranslator(_read(path, application))
    QLocale.setDefault(QLocale(LOCALES[language]))


def _read(path: Path, application: QApplication) -> QTranslator:
    translator = QTranslator(application)
    if not translator.load(str(path)):
        raise FileNotFoundError(path)
    return translator
