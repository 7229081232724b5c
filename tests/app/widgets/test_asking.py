from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.asking import Asking
from app.widgets.field import Field
from app.words import Words
from vsa_core.errors import Refused


class Named(Asking):
    """Wants a name."""

    def lacks(self) -> dict[Field, str]:
        (field,) = self.fields
        control = field.control
        assert isinstance(control, QLineEdit)
        return {} if control.text() else {field: "Needed."}


def test_it_stays_with_its_words_until_the_desk_has_done_it(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    field = Field(theme, "Name", QLineEdit())
    dialog = Named(words, theme, "Do it", "Why.", (field,))
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.agreed):
        dialog.agree.click()
    assert field.complaint == "Needed."
    control = field.control
    assert isinstance(control, QLineEdit)
    control.setText("x")
    with qtbot.waitSignal(dialog.agreed):
        dialog.agree.click()
    assert field.complaint == ""
    dialog.refuse(Refused("LAW-021", case="2024/17", article="CPP art. 230-22"))
    assert dialog.isVisible()
    assert dialog.notice.code.text() == "LAW-021"
    assert control.text() == "x"
