from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.copy_line import CopyLine

DIGEST = "0123456789abcdef" * 4


def test_the_button_stands_beside_the_text_where_there_is_room(qtbot: QtBot, theme: Theme) -> None:
    line = CopyLine(theme, "SHA-256", DIGEST)
    qtbot.addWidget(line)
    line.resize(1600, 30)
    line.show()
    assert line.copyable.text.shown() == DIGEST
    assert line.copyable.button.mapTo(line, line.copyable.button.rect().topRight()).x() < 1000


def test_the_text_gives_up_its_middle_where_there_is_none(qtbot: QtBot, theme: Theme) -> None:
    line = CopyLine(theme, "SHA-256", DIGEST)
    qtbot.addWidget(line)
    line.resize(160, 30)
    line.show()
    assert "…" in line.copyable.text.shown()
    assert line.copyable.whole == DIGEST
    assert line.copyable.geometry().right() <= line.width()


def test_a_short_form_copies_the_whole(qtbot: QtBot, theme: Theme) -> None:
    line = CopyLine(theme, "SHA-256", "0123…", DIGEST)
    qtbot.addWidget(line)
    assert line.copyable.whole == DIGEST
