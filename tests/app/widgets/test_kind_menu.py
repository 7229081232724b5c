import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.kind_menu import KindMenu
from app.words import Words
from tests.app.inquiry import KINDS


@pytest.fixture
def menu(qtbot: QtBot, words: Words, theme: Theme) -> KindMenu:
    made = KindMenu([(sheet.kind, sheet.place or "eye") for sheet in KINDS], words, theme)
    qtbot.addWidget(made)
    return made


def test_every_kind_stands_once_under_a_title_that_cannot_be_chosen(
    menu: KindMenu, words: Words
) -> None:
    kinds = [menu.itemData(row) for row in range(menu.count())]
    assert sorted(kind for kind in kinds if kind) == sorted(sheet.kind for sheet in KINDS)
    assert kinds[0] is None
    for row, kind in enumerate(kinds):
        chosen = bool(menu.model().flags(menu.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled)
        assert chosen == bool(kind)
        if kind:
            assert menu.itemText(row) == words.say(f"kinds.kind.{kind}")


def test_the_kind_chosen_is_told(qtbot: QtBot, menu: KindMenu) -> None:
    menu.show_kind("dwell")
    assert menu.currentData() == "dwell"
    with qtbot.waitSignal(menu.wanted) as wanted:
        menu.activated.emit(menu.currentIndex())
    assert wanted.args == ["dwell"]
