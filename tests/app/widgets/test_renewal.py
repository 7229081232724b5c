from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.renewal import RenewalDialog
from tests.app.doorstep import nameless
from tests.desk.scene import START
from vsa_core.domain.case import Person, Role

ALICE = Person("alice", Role.ANALYST, "Alice A.", "H-1", "", "", "Mme la cheffe", "images")


def test_a_renewal_needs_a_new_reference(qtbot: QtBot, theme: Theme) -> None:
    dialog = RenewalDialog(theme, ALICE, START)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.form.signatory.text() == "Mme la cheffe"
    with qtbot.assertNotEmitted(dialog.renewed):
        dialog.agree.click()
    assert dialog.isVisible()
    dialog.form.reference.setText("H-2")
    with qtbot.waitSignal(dialog.renewed) as renewed:
        dialog.agree.click()
    assert renewed.args[0].reference == "H-2"
    assert not dialog.isVisible()


def test_everything_has_a_name_and_a_key(qtbot: QtBot, theme: Theme) -> None:
    dialog = RenewalDialog(theme, ALICE, START)
    qtbot.addWidget(dialog)
    assert nameless(dialog) == []
