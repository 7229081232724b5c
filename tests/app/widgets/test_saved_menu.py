import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.saved_menu import SavedMenu


@pytest.fixture
def menu(qtbot: QtBot, theme: Theme) -> SavedMenu:
    made = SavedMenu(theme)
    qtbot.addWidget(made)
    return made


def texts(menu: SavedMenu) -> list[str]:
    return [act.text() for act in menu.own.actions() if not act.isSeparator()]


def test_an_empty_case_has_nothing_to_open(menu: SavedMenu) -> None:
    assert texts(menu) == ["Keep this question…", "No question kept in this case"]
    assert not any(act.isEnabled() for act in menu.own.actions() if not act.isSeparator())


def test_kept_questions_are_opened_and_dropped(qtbot: QtBot, menu: SavedMenu) -> None:
    menu.offer(["porte", "quai & rue"], current="porte", keepable=True)
    assert texts(menu)[1:3] == ["porte", "quai && rue"]
    (porte,) = [act for act in menu.own.actions() if act.text() == "porte"]
    assert porte.isChecked()
    with qtbot.waitSignal(menu.take) as take:
        porte.trigger()
    assert take.args == ["porte"]
    dropping = menu.own.actions()[-1].menu()
    with qtbot.waitSignal(menu.drop) as drop:
        dropping.actions()[1].trigger()
    assert drop.args == ["quai & rue"]


def test_a_name_is_asked_for_to_keep_and_to_rename(qtbot: QtBot, menu: SavedMenu) -> None:
    menu.ask_to_keep()
    dialog = menu.findChild(QInputDialog)
    dialog.setTextValue("porte")
    with qtbot.waitSignal(menu.keep) as keep:
        dialog.accept()
    assert keep.args == ["porte"]
    menu.ask_to_rename("porte")
    dialog = menu.findChildren(QInputDialog)[-1]
    assert dialog.textValue() == "porte"
    dialog.setTextValue("quai")
    with qtbot.waitSignal(menu.rename) as rename:
        dialog.accept()
    assert rename.args == ["porte", "quai"]
