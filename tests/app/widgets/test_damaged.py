from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.copyable import Copyable
from app.widgets.damaged import COMMAND, Damaged
from tests.app.cli.test_program import COMMANDS


def test_the_command_is_one_that_exists_and_can_be_copied(qtbot: QtBot, theme: Theme) -> None:
    made = Damaged(theme)
    qtbot.addWidget(made)
    assert made.isHidden()
    made.show()
    assert " ".join(COMMAND.split()[1:3]) in COMMANDS
    assert len(made.findChildren(Copyable)) == 1
