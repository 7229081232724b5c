from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.state.hits import Hits, Stage
from app.tasks import Tasks
from app.theme import Theme
from app.views.hits import HitsView
from app.widgets.tuning_bar import Knob, TuningBar
from app.words import Words
from tests.app import answers
from tests.app.answers import WHOLE, Office, Part, tuning
from tests.app.answers import hits as some_hits
from vsa_core.domain.query import Query, Setting

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


SETTLE = Knob(0, "settle", "Jitter", "ms", 400, 0, 10_000)
MARGIN = Knob(1, "margin", "2. Margin", "per_mille_size", 100, 0, 1000)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> TuningBar:
    made = TuningBar(theme, lambda value, unit: f"{value} {unit}")
    qtbot.addWidget(made)
    return made


def test_an_answer_without_sliders_has_no_bar(bar: TuningBar) -> None:
    assert bar.toggle.isHidden()
    bar.toggle.setChecked(True)
    assert bar.isHidden()


def test_a_slider_moved_says_which_one_of_which_part(qtbot: QtBot, bar: TuningBar) -> None:
    bar.show_knobs([SETTLE, MARGIN])
    assert bar.isHidden()
    bar.toggle.setChecked(True)
    assert not bar.isHidden()
    assert bar.rows[0, "settle"].value.text() == "400 ms"
    with qtbot.waitSignal(bar.moved) as moved:
        bar.rows[1, "margin"].moved.emit(250)
    assert moved.args == [1, "margin", 250]


def test_values_that_follow_move_the_same_rows(bar: TuningBar) -> None:
    bar.show_knobs([SETTLE])
    row = bar.rows[0, "settle"]
    bar.show_knobs([Knob(0, "settle", "Jitter", "ms", 900, 0, 10_000)])
    assert bar.rows[0, "settle"] is row
    assert row.value.text() == "900 ms"


def test_it_says_whether_the_values_are_recorded(bar: TuningBar) -> None:
    bar.tell("journal", "Recorded at 14:00.")
    assert bar.state.text() == "Recorded at 14:00."
    assert not bar.state_icon.isHidden()
    bar.tell("", "")
    assert bar.state_icon.isHidden()


def test_thresholds_are_moved_beside_the_results_and_recorded(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    asked = Query("line_crossing", ("rue",), settings=(Setting("settle", 10, 0, 20),))
    at.answers.parts = [Part(TEN, WHOLE)]
    hits.ask(asked, "M01")
    qtbot.waitUntil(lambda: hits.state is Stage.ANSWERED)
    view.tune.toggle.setChecked(True)
    view.tune.rows[0, "settle"].moved.emit(4)
    qtbot.waitUntil(lambda: len(hits.hits) == 4)
    qtbot.waitUntil(lambda: "Recorded at" in view.tune.state.text())
    assert [query.setting("settle") for query in at.answers.settled] == [4]
