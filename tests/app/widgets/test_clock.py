"""A clock does not dance."""

from pytestqt.qtbot import QtBot

from app.widgets.clock import WIDEST, Clock


def test_its_width_is_the_same_whatever_it_shows(qtbot: QtBot) -> None:
    clock = Clock()
    qtbot.addWidget(clock)
    before = clock.sizeHint()
    clock.setText("21/11/2024 18:07:33,040")
    assert clock.sizeHint() == before
    assert clock.minimumSizeHint() == before
    assert before.width() >= clock.fontMetrics().horizontalAdvance(WIDEST)


def test_it_is_as_wide_as_it_is_told(qtbot: QtBot) -> None:
    narrow, wide = Clock(widest="0:00"), Clock(widest="0000:00:00")
    for clock in (narrow, wide):
        qtbot.addWidget(clock)
    assert narrow.sizeHint().width() < wide.sizeHint().width()


def test_its_figures_are_of_one_width(qtbot: QtBot) -> None:
    clock = Clock("x")
    qtbot.addWidget(clock)
    assert clock.property("use") == "mono"
