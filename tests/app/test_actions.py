"""One table of what menus and keys do: no key twice, every row in a menu, words in French."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from app.actions import Action, fill, keys_text, make, menus
from app.theme import ICONS, Scheme, Theme
from app.translation import install

ROWS = tuple(row for menu in menus() for row in menu.rows)
"""In English: no translation is installed when tests are gathered."""

PROMISED = {
    "play": {"Space", "K"},
    "backwards": {"J"},
    "forwards": {"L"},
    "back_picture": {"Left"},
    "on_picture": {"Right"},
    "back_second": {"Shift+Left"},
    "on_seconds": {"Alt+Right"},
    "on_minute": {"Ctrl+Right"},
    "back_pictures": {"PgUp"},
    "previous_hit": {"Up"},
    "next_hit": {"Down"},
    "mark_in": {"I"},
    "mark_out": {"O"},
    "go": {"Ctrl+G"},
    "accept": {"R"},
    "reject": {"X"},
    "examine": {"E"},
    "export": {"Ctrl+Shift+E"},
    "question": {"Ctrl+F"},
    "ask": {"Ctrl+Return"},
    "fit": {"Ctrl+0"},
    "index": {"F5"},
    "keys": {"F1", "?"},
    "full_screen": {"F11"},
    "lock": {"Ctrl+L"},
    "quit": {"Ctrl+Q"},
    "new_case": {"Ctrl+N"},
    "open_case": {"Ctrl+O"},
}


def doubles(rows: tuple[Action, ...]) -> list[str]:
    """Keys that two actions claim."""
    count = Counter(QKeySequence(key).toString() for row in rows for key in row.keys)
    return [key for key, times in count.items() if times > 1]


def test_no_key_does_two_things() -> None:
    assert doubles(ROWS) == []
    assert doubles((Action("a", "A", ("Ctrl+G",)), Action("b", "B", ("ctrl+g",)))) == ["Ctrl+G"]


def test_every_name_is_that_of_one_action() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("name", PROMISED)
def test_the_keys_that_the_design_promises_are_there(name: str) -> None:
    row = next(row for row in ROWS if row.id == name)
    assert set(row.keys) >= PROMISED[name]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_row_says_what_it_does_with_keys_and_icons_that_exist(row: Action) -> None:
    assert row.text.strip()
    assert all(not QKeySequence(key).isEmpty() for key in row.keys)
    assert not row.icon or (ICONS / f"{row.icon}.svg").is_file()


def test_the_schemes_and_the_languages_are_named_as_elsewhere() -> None:
    chosen = {
        choice: [row.id for row in ROWS if row.choice == choice]
        for choice in ("scheme", "language")
    }
    assert chosen == {"scheme": list(Scheme), "language": ["fr", "en"]}


def test_actions_have_the_text_the_keys_and_the_icon_of_their_row(
    qtbot: QtBot, theme: Theme
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = make(window, theme.icon)
    assert set(made) == {row.id for row in ROWS}
    for row in ROWS:
        action = made[row.id]
        assert action.text() == row.text
        assert tuple(key.toString() for key in action.shortcuts()) == row.keys
        assert action.icon().isNull() is not bool(row.icon)
        assert action.parent() is window


def test_of_one_choice_one_is_on(qtbot: QtBot, theme: Theme) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = make(window, theme.icon)
    made["dark"].setChecked(True)
    made["fr"].setChecked(True)
    made["light"].setChecked(True)
    made["full_screen"].setChecked(True)
    assert [name for name, action in made.items() if action.isChecked()] == [
        "full_screen",
        "light",
        "fr",
    ]


def test_the_menu_bar_holds_every_action_in_the_order_of_the_table(
    qtbot: QtBot, theme: Theme
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = make(window, theme.icon)
    fill(window.menuBar(), made)
    held = [
        action.objectName()
        for entry in window.menuBar().actions()
        for action in entry.menu().actions()
        if not action.isSeparator()
    ]
    assert held == [row.id for row in ROWS]


def test_no_two_menus_share_their_letter(speaking: QApplication) -> None:
    for language in ("fr", "en"):
        install(speaking, language)
        letters = [menu.text[menu.text.index("&") + 1].lower() for menu in menus()]
        assert len(set(letters)) == len(letters)


def test_the_menus_speak_french(speaking: QApplication) -> None:
    install(speaking, "fr")
    keys = next(keys_text(row) for menu in menus() for row in menu.rows if row.id == "play")
    assert [menu.text.replace("&", "") for menu in menus()] == [
        "Affaire",
        "Question",
        "Lecture",
        "Résultats",
        "Affichage",
        "Aide",
    ]
    assert keys == ("Espace", "K")
