"""What a person likes the window to be: language, colours, size; nothing of any case."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

LANGUAGES = ("fr", "en")
MINUTES = (1, 2, 5, 10, 15)
USUAL = 5
LOOKS = ("light", "dark", "contrast")


class Preferences:
    """Kept in `folder`/window.ini; the file is made at the first change, never before.

    What a stranger wrote there is read as no preference.
    """

    def __init__(self, folder: Path, language: str) -> None:
        """`language` is spoken until the person chooses one."""
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._spoken = language

    @property
    def language(self) -> str:
        """ "fr" or "en"."""
        kept = self._settings.value("language")
        return kept if kept in LANGUAGES else self._spoken

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def look(self) -> str:
        """The name of a colour scheme: light, dark or contrast."""
        kept = self._settings.value("look")
        return kept if kept in LOOKS else LOOKS[0]

    @look.setter
    def look(self, look: str) -> None:
        self._settings.setValue("look", look)

    @property
    def minutes(self) -> int:
        """Minutes without a key or the mouse after which the window locks."""
        kept = str(self._settings.value("lock", ""))
        return int(kept) if kept in map(str, MINUTES) else USUAL

    @minutes.setter
    def minutes(self, minutes: int) -> None:
        self._settings.setValue("lock", minutes)

    def layout(self, name: str) -> QByteArray:
        """How a window or a splitter was left; empty when it never was."""
        kept = self._settings.value(f"layout/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_layout(self, name: str, layout: QByteArray) -> None:
        """Keep how a window or a splitter is left."""
        self._settings.setValue(f"layout/{name}", layout)
