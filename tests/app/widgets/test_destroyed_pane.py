from pytestqt.qtbot import QtBot

from app.state.approving import Destroyed
from app.theme import Theme
from app.widgets.copyable import Copyable
from app.widgets.destroyed_pane import DestroyedPane
from app.words import Words
from vsa_core.desk.erasing import Erased
from vsa_core.desk.erasure_certificate import CheckedCertificate


def test_a_certificate_can_be_found_and_copied(qtbot: QtBot, words: Words, theme: Theme) -> None:
    pane = DestroyedPane(words, theme)
    qtbot.addWidget(pane)
    assert pane.isHidden()
    erased = Erased("2024/17", 3, "/certificates/ab.json", "cd" * 32)
    pane.tell(Destroyed(erased, CheckedCertificate("2024/17", "closure", 3, "k", "22 : ef")))
    assert "2024/17" in pane.title.text()
    copied = {one.whole for one in pane.findChildren(Copyable)}
    assert copied == {"/certificates/ab.json", "cd" * 32, "22 : ef"}
