from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.card_view import OWN_KEYS, CardView
from app.widgets.hit_card import CardPainter


def view(qtbot: QtBot, theme: Theme, rows: int, width: int = 700) -> CardView:
    """A view of as many rows, on show."""
    cards = CardView(CardPainter(theme, lambda _: None))
    cards.setModel(QStringListModel([str(n) for n in range(rows)], cards))
    cards.resize(width, 500)
    qtbot.addWidget(cards)
    with qtbot.waitExposed(cards):
        cards.show()
    cards.doItemsLayout()
    return cards


def in_sight(cards: CardView) -> set[int]:
    """The rows that Qt itself finds in the viewport."""
    area = cards.viewport().rect()
    points = ((x, y) for x in range(2, area.width(), 20) for y in range(2, area.height(), 20))
    found = (cards.indexAt(area.topLeft() + type(area.topLeft())(x, y)) for x, y in points)
    return {index.row() for index in found if index.isValid()}


def test_the_rows_in_sight_are_those_that_qt_shows(qtbot: QtBot, theme: Theme) -> None:
    cards = view(qtbot, theme, 100)
    for as_grid in (True, False):
        cards.set_shape(as_grid)
        cards.doItemsLayout()
        for value in (0, 130, 1000, cards.verticalScrollBar().maximum()):
            cards.verticalScrollBar().setValue(value)
            assert in_sight(cards) <= set(cards.rows_in_sight())
            assert len(cards.rows_in_sight()) <= len(in_sight(cards)) + cards.columns


def test_columns_follow_the_width(qtbot: QtBot, theme: Theme) -> None:
    cards = view(qtbot, theme, 100, width=1100)
    columns = cards.columns
    first = cards.visualRect(cards.model().index(columns, 0))
    assert columns >= 4
    assert first.left() == cards.visualRect(cards.model().index(0, 0)).left()
    cards.resize(500, 500)
    assert cards.columns < columns
    cards.set_shape(as_grid=False)
    assert cards.columns == 1


def test_what_comes_into_sight_is_told(qtbot: QtBot, theme: Theme) -> None:
    cards = view(qtbot, theme, 100)
    with qtbot.waitSignal(cards.settled):
        cards.verticalScrollBar().setValue(300)
    with qtbot.waitSignal(cards.settled):
        cards.resize(600, 400)


def test_an_empty_view_shows_no_row(qtbot: QtBot, theme: Theme) -> None:
    assert list(view(qtbot, theme, 0).rows_in_sight()) == []
    bare = CardView(CardPainter(theme, lambda _: None))
    qtbot.addWidget(bare)
    assert list(bare.rows_in_sight()) == []


def test_the_chosen_card_stays_in_sight_when_the_shape_changes(qtbot: QtBot, theme: Theme) -> None:
    cards = view(qtbot, theme, 100)
    cards.setCurrentIndex(cards.model().index(60, 0))
    cards.set_shape(as_grid=False)
    cards.doItemsLayout()
    assert 60 in cards.rows_in_sight()


def test_arrows_move_in_the_list_though_the_window_has_a_meaning_for_them(
    qtbot: QtBot, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    cards = view(qtbot, theme, 20)
    QVBoxLayout(window).addWidget(cards)
    stolen: list[str] = []
    for key in ("Right", "Down", "R"):
        action = QAction(window)
        action.setShortcut(key)
        action.triggered.connect(lambda _=False, key=key: stolen.append(key))
        window.addAction(action)
    window.resize(700, 500)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    cards.setFocus()
    cards.setCurrentIndex(cards.model().index(0, 0))
    qtbot.keyClick(cards, Qt.Key.Key_Right)
    assert cards.currentIndex().row() == 1
    qtbot.keyClick(cards, Qt.Key.Key_R)
    assert stolen == ["R"]


def test_only_plain_keys_of_its_own_are_kept(qtbot: QtBot, theme: Theme) -> None:
    cards = view(qtbot, theme, 3)

    def kept(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(cards, event)
        return event.isAccepted()

    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    assert all(kept(key, plain) for key in OWN_KEYS)
    assert not kept(Qt.Key.Key_Left, control)
    assert not kept(Qt.Key.Key_Space, plain)
    assert not kept(Qt.Key.Key_X, plain)
