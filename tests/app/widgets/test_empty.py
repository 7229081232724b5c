"""What stands where there is nothing: it says why, and what to do."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.empty import Empty


def test_it_says_why_there_is_nothing(qtbot: QtBot, theme: Theme) -> None:
    page = Empty(theme, "search", "Aucun résultat", "Rien dans 91 % de la période.")
    qtbot.addWidget(page)
    assert page.title.text() == "Aucun résultat"
    assert page.text.text() == "Rien dans 91 % de la période."
    assert page.accessibleName() == "Aucun résultat"
    assert page.accessibleDescription() == "Rien dans 91 % de la période."
    assert not page.picture.pixmap().isNull()


def test_without_something_to_do_there_is_no_button(qtbot: QtBot, theme: Theme) -> None:
    page = Empty(theme, "search", "Aucun résultat", "")
    qtbot.addWidget(page)
    assert page.button.isHidden()


def test_its_button_is_pressed_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    page = Empty(theme, "film", "Aucune image", "", "Ajouter des fichiers")
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.acted):
        qtbot.keyClick(page.button, Qt.Key.Key_Space)


def test_it_changes_what_it_says(qtbot: QtBot, theme: Theme) -> None:
    page = Empty(theme, "film", "Aucune image", "", "Ajouter")
    qtbot.addWidget(page)
    page.say("clock", "Recherche en cours", "La réponse arrive.")
    assert (page.title.text(), page.text.text()) == ("Recherche en cours", "La réponse arrive.")
    assert page.button.isHidden()
    page.say("film", "Aucune image", "", "Ajouter")
    assert not page.button.isHidden()


def test_where_there_is_little_room_the_words_come_first(qtbot: QtBot, theme: Theme) -> None:
    page = Empty(theme, "film", "Aucune image", "Ajoutez des fichiers.", "Ajouter")
    qtbot.addWidget(page)
    page.resize(320, 130)
    page.show()
    assert page.picture.isHidden()
    for label in (page.title, page.text):
        assert label.height() >= label.heightForWidth(label.width())
    page.resize(320, 300)
    assert not page.picture.isHidden()
