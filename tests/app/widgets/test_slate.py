from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.theme import DARK, THEMES, Theme
from app.widgets.slate import Slate
from tests.app.test_theme import contrast


def test_it_says_why_and_offers_what_helps(qtbot: QtBot, theme: Theme) -> None:
    slate = Slate(theme)
    qtbot.addWidget(slate)
    slate.show()
    slate.tell(
        "eye-off", "Images non indexées", "On ne saurait qui masquer.", "CAS-050", "Indexer…"
    )
    told = [label.text() for label in slate.findChildren(QLabel) if label.isVisible()]
    assert told[1:] == ["Images non indexées", "On ne saurait qui masquer.", "CAS-050"]
    assert slate.accessibleName() == "Images non indexées"
    assert slate.accessibleDescription() == "On ne saurait qui masquer. CAS-050"
    with qtbot.waitSignal(slate.acted):
        slate.button.click()


def test_what_there_is_not_takes_no_room(qtbot: QtBot, theme: Theme) -> None:
    slate = Slate(theme)
    qtbot.addWidget(slate)
    slate.show()
    slate.tell("film", "Ouverture…", "")
    assert not slate.button.isVisible()
    assert not slate.text.isVisible()
    assert not slate.code.isVisible()


def test_its_text_can_be_read_on_the_ground_of_every_scheme() -> None:
    for scheme in THEMES.values():
        for text in (DARK.text, DARK.muted):
            assert contrast(QColor(text), scheme.colour("canvas")) >= 4.5
