from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from app.state.hit_list import HIT
from app.state.hit_order import Order, Sieve
from app.state.hits import Hits, Stage
from app.tasks import Tasks
from app.theme import DARK, Theme
from app.views.hits import HitsView
from app.words import Words
from tests.app import answers
from tests.app.answers import PARTIAL, QUESTION, WHOLE, Office, Part, ask, empty_text, tuning
from tests.app.state.stage import film
from vsa_core.domain.coverage import Coverage
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused, Tampered

TEN, MANY = answers.hits(10), answers.hits(200)


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    yield (desk := answers.office(tasks))
    answers.close(desk)


@pytest.fixture
def hits(at: Office) -> Hits:
    return Hits(at.session)


@pytest.fixture
def view(qtbot: QtBot, at: Office, hits: Hits, words: Words, theme: Theme) -> HitsView:
    """The view, on show."""
    widget = HitsView(hits, tuning(hits), words, theme)
    widget.resize(760, 520)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    answers.enter(at)
    return widget


def test_before_any_question_it_says_what_to_do(view: HitsView) -> None:
    assert "question" in empty_text(view)
    assert view.bar.isHidden()
    assert view.coverage.isHidden()


def test_an_answer_is_told_with_its_coverage(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(TEN, PARTIAL))
    assert view.cards.isVisible()
    assert view.bar.count.text() == "Results: 10"
    assert "0:10:00" in view.coverage.text.text()
    assert view.coverage.isVisible()


def test_while_it_is_asked_the_count_grows_and_it_can_be_stopped(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    at.answers.parts = [Part(TEN[:4]), Part(TEN[4:], WHOLE)]
    at.answers.gate.clear()
    hits.ask(QUESTION, "M01")
    assert "Searching" in empty_text(view)
    at.answers.gate.set()
    qtbot.waitUntil(lambda: hits.state is Stage.ANSWERED)
    at.answers.gate.clear()
    at.answers.free = 1
    hits.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: view.bar.count.text() == "Results: 4")
    assert view.bar.stop.isVisible()
    assert view.bar.promise.isVisible()
    assert not view.coverage.isVisible()
    view.bar.stop.click()
    assert hits.state is Stage.STOPPED
    assert not view.bar.stop.isVisible()
    assert "not known" in view.coverage.text.text()
    at.answers.gate.set()


def test_nothing_found_is_said_with_what_was_looked_at(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part((), PARTIAL))
    told = empty_text(view)
    assert "90 %" in told
    assert "1\u00a0min" in told
    assert view.coverage.isVisible()
    ask(qtbot, at, hits, Part((), Coverage(())))
    assert "Nothing was looked at" in empty_text(view)


def test_a_stopped_search_without_a_hit_claims_nothing(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    at.answers.gate.clear()
    at.answers.parts = [Part((), WHOLE)]
    hits.ask(QUESTION, "M01")
    hits.stop()
    assert "not found does not mean absent" in empty_text(view)
    assert "not known" in view.coverage.text.text()


def test_a_refused_question_has_no_coverage_and_says_so(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    at.answers.fault = Refused("LAW-004", act="query")
    ask(qtbot, at, hits)
    assert "Question refused" in empty_text(view)
    assert not view.coverage.isVisible()


def test_an_answer_that_broke_off_is_never_said_whole(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    at.answers.fault = Refused("LAW-004", act="query")
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    assert view.coverage.text.text() == "The answer is not whole: what was looked at is not known."


def test_a_failing_desk_shows_its_words(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    at.answers.fault = Tampered("STO-003", what="tracks")
    ask(qtbot, at, hits, Part(TEN))
    assert view.notice.isVisible()
    assert view.notice.code.text() == "STO-003"
    assert view.notice.cause.text()
    assert "not whole" in view.coverage.text.text()
    assert view.cards.isVisible()
    ask(qtbot, at, hits)
    assert "No answer" in empty_text(view)
    at.answers.fault = None
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    assert not view.notice.isVisible()


def test_recordings_that_could_not_be_read_are_named_in_the_sheet(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    hits.know((film("a" * 64, (0, 40)),))
    lost = [SimpleNamespace(recording=name * 64, code="STO-004") for name in ("a", "b")]
    ask(qtbot, at, hits, Part((), PARTIAL, lost))
    sheet = view.coverage.open_sheet()
    assert sheet is not None
    told = [label.text() for label in sheet.findChildren(type(view.coverage.text))]
    assert told == [
        f"{'a' * 64}.mp4 could not be read [STO-004].",
        f"{'b' * 16} could not be read [STO-004].",
    ]
    sheet.close()


def test_a_card_chosen_in_the_list_is_the_chosen_hit_and_the_reverse(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(MANY, WHOLE))
    view.cards.setCurrentIndex(view.cards.model().index(4, 0))
    assert hits.current == MANY[4]
    hits.choose(MANY[150].name)
    assert view.cards.currentIndex().row() == 150
    assert 150 in view.cards.rows_in_sight()
    hits.choose(None)
    assert not view.cards.currentIndex().isValid()


def test_the_choice_survives_another_order(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    hits.choose(3)
    view.bar.order_wanted.emit(Order.SCORE)
    row = hits.listed.row(TEN[3].name)
    assert row is not None
    assert row != 3
    assert view.cards.currentIndex().row() == row
    assert view.selected() == (TEN[3],)


def test_the_filter_lists_by_decision_and_says_when_it_hides_everything(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    hits.choose(2)
    with qtbot.waitSignal(hits.judged):
        hits.judge(Verdict.MATCH, "M01")
    assert view.bar.sieve.itemText(2) == "Matched (1)"
    view.bar.sieve_wanted.emit(Sieve.MATCHED)
    assert hits.listed.rowCount() == 1
    view.bar.sieve_wanted.emit(Sieve.REJECTED)
    assert "filter" in empty_text(view)
    view.empty.button.click()
    assert hits.listed.rowCount() == 10
    assert view.bar.sieve.currentIndex() == 0


def test_enter_shows_the_hit_in_the_player(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    hits.choose(2)
    with qtbot.waitSignal(view.show_wanted) as told:
        qtbot.keyClick(view.cards, Qt.Key.Key_Return)
    assert told.args == [TEN[2]]
    qtbot.keyClick(view.cards, Qt.Key.Key_Home)
    assert hits.current == TEN[0]


def test_several_hits_are_exported_together(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    assert not view.bar.export.isEnabled()
    hits.choose(1)
    model = view.cards.selectionModel()
    model.select(view.cards.model().index(4, 0), QItemSelectionModel.SelectionFlag.Select)
    assert view.bar.export.isEnabled()
    with qtbot.waitSignal(view.export_wanted) as told:
        view.bar.export.click()
    assert told.args == [(TEN[1], TEN[4])]


def test_only_what_is_in_sight_is_looked_at(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(MANY, WHOLE))
    qtbot.waitUntil(lambda: hits.thumbnails.picture(MANY[0].name) is not None)
    seen = {name for page in at.pictures.pages for name in page}
    assert seen == {MANY[row].name for row in view.cards.rows_in_sight()}
    view.cards.scrollToBottom()
    qtbot.waitUntil(lambda: hits.thumbnails.picture(MANY[-1].name) is not None)
    assert MANY[100].name not in {name for page in at.pictures.pages for name in page}


def test_a_hidden_list_looks_at_nothing(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    view.hide()
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    assert not hits.thumbnails._rest.isActive()
    view.show()
    qtbot.waitUntil(lambda: hits.thumbnails.picture(TEN[0].name) is not None)


def said(view: HitsView, row: int, role: Qt.ItemDataRole) -> Any:
    """What the model says of a row."""
    return view.cards.model().index(row, 0).data(role)


def test_a_screen_reader_hears_the_whole_row(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    told = said(view, 0, Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Franchissement de ligne", "05/03/2024", "rue", "personne", "score", "to verify"):
        assert part in told
    assert "personne" in said(view, 0, Qt.ItemDataRole.ToolTipRole)
    assert said(view, 0, HIT) == TEN[0]
    assert view.cards.accessibleName()


def test_a_card_without_a_picture_says_why(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    at.pictures.without = {TEN[1].name}
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    qtbot.waitUntil(lambda: hits.thumbnails.code(TEN[1].name) != "")
    cards = [view._card(view.cards.model().index(row, 0)) for row in (0, 1, 2)]
    notes = [card.note for card in cards if card is not None]
    assert notes == ["", "No picture [CAS-050]", ""]
    assert cards[0] is not None
    assert cards[0].picture is not None


def test_it_fits_between_the_panes_of_the_smallest_window(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(MANY, PARTIAL))
    assert view.minimumSizeHint().width() <= 560


def test_a_choice_made_before_the_view_is_shown_in_it_as_a_grid_and_as_a_list(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView, words: Words
) -> None:
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    hits.choose(3)
    other = HitsView(hits, tuning(hits), words, DARK)
    qtbot.addWidget(other)
    assert other.selected() == (TEN[3],)
    grid = other.grab().toImage()
    other.bar.list.click()
    assert not other.cards.as_grid
    assert other.grab().toImage() != grid
