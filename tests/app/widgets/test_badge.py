from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.badge import Badge


def test_a_badge_is_there_only_when_there_is_something_to_say(qtbot: QtBot, theme: Theme) -> None:
    badge = Badge(theme, "mask")
    qtbot.addWidget(badge)
    assert badge.isHidden()
    badge.say("têtes masquées : 2")
    assert not badge.isHidden()
    assert badge.label.text() == badge.accessibleName() == "têtes masquées : 2"
    assert not badge.mark.pixmap().isNull()
    badge.say("")
    assert badge.isHidden()
