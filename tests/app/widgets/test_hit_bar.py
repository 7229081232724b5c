from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from app.state.hit_order import Order, Sieve
from app.state.hits import Hits, Stage
from app.tasks import Tasks
from app.theme import Theme
from app.views.hits import HitsView
from app.widgets.hit_bar import HitBar
from app.words import Words
from tests.app import answers
from tests.app.answers import WHOLE, Office, Part, tuning
from tests.app.answers import hits as some_hits
from vsa_core.domain.query import Query

TEN = some_hits(10)


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    yield (desk := answers.office(tasks))
    answers.close(desk)


@pytest.fixture
def hits(at: Office) -> Hits:
    return Hits(at.session)


@pytest.fixture
def view(qtbot: QtBot, at: Office, hits: Hits, words: Words, theme: Theme) -> HitsView:
    widget = HitsView(hits, tuning(hits), words, theme)
    qtbot.addWidget(widget)
    answers.enter(at)
    return widget


COUNTS = {Sieve.ALL: 12, Sieve.TO_VERIFY: 9, Sieve.MATCHED: 2, Sieve.REJECTED: 1, Sieve.DOUBTFUL: 0}


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
    assert [text.split("(")[1] for text in told] == ["12)", "9)", "2)", "1)", "0)"]


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


def test_a_ranked_kind_is_listed_by_its_rank(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    at.answers.parts = [Part(TEN, WHOLE)]
    hits.ask(Query("path_following", ("rue",)), "M01")
    qtbot.waitUntil(lambda: hits.state is Stage.ANSWERED)
    scores = [hits.listed.hit(row).event.score for row in range(10)]  # type: ignore[union-attr]
    assert scores == sorted(scores, reverse=True)
    assert view.bar.order.currentIndex() == 1
