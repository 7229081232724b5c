from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.signing import SigningDialog
from app.words import Words
from tests.app.doorstep import nameless
from tests.desk.scene import SECRET


def test_the_terms_stand_above_the_passphrase(qtbot: QtBot, words: Words, theme: Theme) -> None:
    dialog = SigningDialog(words, theme, (("Decision", "ordonnance <b>12</b>"),))
    qtbot.addWidget(dialog)
    told = [label.text() for label in dialog.facts.findChildren(Label)]
    assert "ordonnance <b>12</b>" in told
    assert dialog.secret_field in dialog.lacks()
    dialog.secret.setText(SECRET)
    assert dialog.lacks() == {}
    assert nameless(dialog) == []
