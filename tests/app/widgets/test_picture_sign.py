from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.state.playback import Playback
from app.tasks import Tasks
from app.theme import Theme
from app.views.player import PlayerView
from app.widgets.picture_sign import CORNER, PictureSign
from app.words import Words
from tests.app.state.stage import SECOND, MemoryDesk, film, seated_at
from tests.desk.scene import START

PTS = range(0, 4000, 40)


def test_a_sign_lies_in_the_corner_and_is_gone_when_there_is_nothing_to_say(qtbot: QtBot) -> None:
    under = QWidget()
    qtbot.addWidget(under)
    under.resize(300, 200)
    sign = PictureSign(under)
    under.show()
    assert not sign.isVisible()
    sign.say("Approximate picture")
    assert sign.isVisible()
    assert (sign.x(), sign.y()) == (CORNER, CORNER)
    assert sign.width() >= sign.fontMetrics().horizontalAdvance("Approximate picture")
    assert sign.accessibleName() == "Approximate picture"
    sign.say("")
    assert not sign.isVisible()


def test_a_sign_lets_the_pointer_through(qtbot: QtBot) -> None:
    under = QWidget()
    qtbot.addWidget(under)
    sign = PictureSign(under)
    assert sign.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_picture_beside_says_that_it_is_one_until_the_right_one_comes(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    desk = MemoryDesk((film("a", PTS), PTS))
    playback = Playback(seated_at(tasks, desk))
    view = PlayerView(playback, words, theme)
    qtbot.addWidget(view)
    view.show()
    desk.beside = 400
    desk.warmth.clear()
    playback.go("rue", START + SECOND)
    qtbot.waitUntil(view.sign.isVisible)
    assert view.sign.text() == "Approximate picture"
    assert view.read_out.corrected.text().startswith("05/03/2024 13:00:00,400")
    desk.warmth.set()
    qtbot.waitUntil(lambda: not view.sign.isVisible())
    assert view.read_out.corrected.text().startswith("05/03/2024 13:00:01,000")
