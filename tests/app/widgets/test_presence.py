from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.presence import Presence


def test_keys_and_mouse_of_our_windows_are_felt(qtbot: QtBot, qapp: QApplication) -> None:
    presence = Presence(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitSignal(presence.felt):
        window.show()
        qtbot.waitActive(window)
    handle = window.windowHandle()
    for act in (
        lambda: QTest.keyClick(handle, Qt.Key.Key_A),
        lambda: QTest.mouseMove(handle, QPoint(5, 5)),
    ):
        with qtbot.waitSignal(presence.felt):
            act()
    presence.deleteLater()


def test_what_nobody_did_is_not_felt(qtbot: QtBot, qapp: QApplication) -> None:
    presence = Presence(qapp)
    watched = QObject()
    with qtbot.assertNotEmitted(presence.felt):
        for kind in (QEvent.Type.Paint, QEvent.Type.Timer, QEvent.Type.Expose):
            assert not presence.eventFilter(watched, QEvent(kind))
    presence.deleteLater()
