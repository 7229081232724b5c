from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from app.state.hit_order import Order, Sieve
from app.theme import Theme
from app.widgets.hit_bar import HitBar

COUNTS = {Sieve.ALL: 12, Sieve.TO_VERIFY: 9, Sieve.MATCHED: 2, Sieve.REJECTED: 1}


def bar(qtbot: QtBot, theme: Theme) -> HitBar:
    """A bar."""
    widget = HitBar(theme)
    qtbot.addWidget(widget)
    return widget


def test_it_tells_how_many_hits_each_choice_has(qtbot: QtBot, theme: Theme) -> None:
    widget = bar(qtbot, theme)
    widget.tell(COUNTS, asking=False)
    assert widget.count.text() == "Results: 12"
    told = [widget.sieve.itemText(row) for row in range(widget.sieve.count())]
    assert [text.split("(")[1] for text in told] == ["12)", "9)", "2)", "1)"]


def test_while_the_answer_comes_it_can_be_stopped(qtbot: QtBot, theme: Theme) -> None:
    widget = bar(qtbot, theme)
    widget.tell(COUNTS, asking=True)
    assert widget.going.isVisibleTo(widget)
    assert widget.promise.text()
    with qtbot.waitSignal(widget.stop_wanted):
        qtbot.mouseClick(widget.stop, Qt.MouseButton.LeftButton)
    widget.tell(COUNTS, asking=False)
    assert not widget.going.isVisibleTo(widget)
    assert not widget.stop.isVisibleTo(widget)


def test_choices_are_told_as_what_they_mean(qtbot: QtBot, theme: Theme) -> None:
    widget = bar(qtbot, theme)
    for row, sieve in enumerate(Sieve):
        with qtbot.waitSignal(widget.sieve_wanted) as told:
            widget.sieve.activated.emit(row)
        assert told.args == [sieve]
    for row, order in enumerate(Order):
        with qtbot.waitSignal(widget.order_wanted) as told:
            widget.order.activated.emit(row)
        assert told.args == [order]


def test_it_is_either_a_grid_or_a_list(qtbot: QtBot, theme: Theme) -> None:
    widget = bar(qtbot, theme)
    with qtbot.waitSignal(widget.grid_wanted) as told:
        widget.list.click()
    assert told.args == [False]
    assert not widget.grid.isChecked()
    with qtbot.waitSignal(widget.grid_wanted) as told:
        widget.grid.click()
    assert told.args == [True]


def test_everything_in_it_has_a_name_and_takes_the_focus(qtbot: QtBot, theme: Theme) -> None:
    widget = bar(qtbot, theme)
    controls = [*widget.findChildren(QAbstractButton), *widget.findChildren(QComboBox)]
    assert len(controls) == 6
    for control in controls:
        assert control.accessibleName() or control.property("text"), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_there_is_nothing_to_sort_in_an_empty_answer(qtbot: QtBot, theme: Theme) -> None:
    widget = bar(qtbot, theme)
    assert not widget.sieve.isEnabled()
    assert not widget.order.isEnabled()
    widget.tell(COUNTS, asking=False)
    assert widget.sieve.isEnabled()
