"""A button of an icon alone says what it does to those who do not see the icon."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.icon_button import IconButton


def test_its_words_are_its_accessible_name_and_its_tip(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "clock", "Aller à une heure", "Ctrl+G")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Aller à une heure"
    assert "Aller à une heure (Ctrl+G)" in button.toolTip()
    assert not button.icon().isNull()


def test_it_tells_the_key_and_does_not_take_it(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "play", "Lecture", "Space")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()


def test_it_is_reached_by_tab_and_pressed_by_space(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "play", "Lecture")
    qtbot.addWidget(button)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_play_becomes_pause(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "play", "Lecture")
    qtbot.addWidget(button)
    before = button.icon().pixmap(24, 24).toImage()
    button.show_as("pause", "Pause")
    assert button.accessibleName() == "Pause"
    assert "Pause" in button.toolTip()
    assert button.icon().pixmap(24, 24).toImage() != before


def test_a_name_in_the_tip_is_not_read_as_rich_text(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "eye", "<b>x</b>")
    qtbot.addWidget(button)
    assert "<b>" not in button.toolTip()
