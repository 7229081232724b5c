from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.app.views.dpo.conftest import Desk


def test_a_remark_is_written_and_shown_beside_the_record(qtbot: QtBot, desk: Desk) -> None:
    record = desk.view.record
    assert not record.text.isEnabled()
    desk.choose("question")
    assert not record.send.isEnabled()
    record.text.setText("À justifier \u202e")
    with qtbot.waitSignals([desk.audit.remarked, desk.audit.read_out]):
        qtbot.mouseClick(record.send, Qt.MouseButton.LeftButton)
    desk.choose("question")
    assert "dan" in record.remarks.text()
    assert "À justifier" in record.remarks.text()
    assert record.text.text() == ""


def test_only_a_question_can_be_replayed_and_once_at_a_time(qtbot: QtBot, desk: Desk) -> None:
    record = desk.view.record
    desk.choose("mise en service")
    assert record.replay.isHidden()
    desk.choose("question")
    assert record.replay.isVisible()
    with qtbot.waitSignal(desk.requests.changed):
        qtbot.mouseClick(record.replay, Qt.MouseButton.LeftButton)
    assert not record.replay.isEnabled()
    assert record.told.text() == "Replay: en attente"


def test_enter_sends_a_remark_and_an_empty_one_sends_nothing(qtbot: QtBot, desk: Desk) -> None:
    record = desk.view.record
    desk.choose("question")
    with qtbot.assertNotEmitted(desk.audit.began):
        qtbot.keyClick(record.text, Qt.Key.Key_Return)
    record.text.setText("vu")
    with qtbot.waitSignal(desk.audit.remarked):
        qtbot.keyClick(record.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.audit.leaf is not None and not desk.session.tasks.busy)
