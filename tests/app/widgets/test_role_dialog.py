import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.role_dialog import RoleDialog
from app.words import Words
from tests.app.doorstep import nameless
from vsa_core.domain.case import Person, Role

BOB = Person("bob", Role.SUPERVISOR, "Bob <b>Martin</b>", "H-1", "", "")


@pytest.fixture
def dialog(qtbot: QtBot, words: Words, theme: Theme) -> RoleDialog:
    made = RoleDialog(words, theme, BOB)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_role_but_their_own_is_offered(dialog: RoleDialog) -> None:
    offered = [Role(dialog.roles.itemData(n)) for n in range(dialog.roles.count())]
    assert offered == [role for role in Role if role is not Role.SUPERVISOR]
    assert nameless(dialog) == []


def test_what_is_chosen_is_asked_for(qtbot: QtBot, dialog: RoleDialog) -> None:
    dialog.roles.setCurrentIndex(dialog.roles.findData(Role.DPO))
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.agree.click()
    assert asked.args == [Role.DPO]
    assert dialog.isHidden()


def test_giving_up_asks_nothing(qtbot: QtBot, dialog: RoleDialog) -> None:
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.reject()
