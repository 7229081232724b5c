from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.state.hits import Hits, Stage
from app.tasks import Tasks
from app.theme import Theme
from app.views.details import DetailsView
from app.widgets.copyable import Copyable
from app.widgets.facts import Facts
from app.widgets.label import Label
from app.words import Words
from tests.app.answers import QUESTION, WHOLE, Office, Part, close, enter, explaining, hit, office
from tests.app.state.stage import film
from tests.app.widgets.test_facts import shown
from vsa_core.domain.event import Hit, Stamp
from vsa_core.domain.verdict import Verdict

CROSSING = hit(2000, track=3)
STAY = hit(4000, lasting=61_400, object_class="car")
UNCLAIMED = hit(None)


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    """An analyst about to enter a case."""
    desk = office(tasks)
    yield desk
    close(desk)


@pytest.fixture
def hits(qtbot: QtBot, at: Office) -> Hits:
    """An answer of a crossing, a stay, and a crossing without a clock."""
    state = Hits(at.session)
    enter(at)
    at.answers.parts = [Part((CROSSING, STAY, UNCLAIMED), WHOLE)]
    state.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: state.state is Stage.ANSWERED)
    return state


@pytest.fixture
def view(qtbot: QtBot, hits: Hits, words: Words, theme: Theme) -> DetailsView:
    """The details, on show."""
    widget = DetailsView(hits, explaining(hits), words, theme)
    widget.resize(320, 900)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def told(view: DetailsView) -> list[str]:
    """Every text that can be read in it."""
    return [label.text() for label in view.findChildren(Label) if label.isVisible()]


def copied(facts: Facts) -> list[str]:
    """What the copy buttons in it would copy."""
    return [one.whole for one in facts.findChildren(Copyable) if not one.isHidden()]


def test_without_a_choice_it_says_so(hits: Hits, view: DetailsView) -> None:
    assert view.empty.isVisible()
    assert not view.deciding.match.isVisible()
    hits.choose(0)
    assert not view.empty.isVisible()
    hits.choose(None)
    assert view.empty.isVisible()


def test_it_tells_what_was_found_by_which_rule_and_measure(
    hits: Hits, view: DetailsView, words: Words
) -> None:
    hits.choose(CROSSING.name)
    texts = told(view)
    assert "Franchissement de ligne" in texts
    assert "personne, track no. 3, vers la droite de la ligne" in texts
    assert words.say("kinds.rule.line_crossing") in texts
    for measure in ("Avancée au-delà de la ligne", "Temps resté de l’autre côté", "Score"):
        assert measure in texts
    assert "4,2\u00a0s; threshold: 400\u00a0ms" in texts
    assert "high, 800 ‰" in texts
    assert any("establishes nothing" in text for text in texts)
    hits.choose(STAY.name)
    texts = told(view)
    assert "Présence prolongée" in texts
    assert "voiture, track no. 1" in texts
    assert "vers la droite de la ligne" not in " ".join(texts)


def test_an_instant_has_one_time_and_a_stay_has_two(hits: Hits, view: DetailsView) -> None:
    hits.choose(CROSSING.name)
    assert "End" not in shown(view.when)
    assert "05/03/2024 13:00:02,000" in shown(view.when)
    hits.choose(STAY.name)
    texts = shown(view.when)
    assert {"05/03/2024 13:00:04,000", "05/03/2024 13:01:05,400", "0:01:01,400"} <= set(texts)


def test_the_address_names_the_file_its_digest_and_the_pts(
    qtbot: QtBot, hits: Hits, view: DetailsView
) -> None:
    footage = replace(film(CROSSING.event.start.footage, (0, 40)), name="rue\u202e4pm.mp4")
    hits.choose(CROSSING.name)
    digest = footage.digest
    assert copied(view.when) == [digest, f"{digest} 2000 × 1/1000 s"]
    hits.choose(None)
    hits.know((footage,))
    hits.choose(CROSSING.name)
    assert copied(view.when) == [f"rue⟨U+202E⟩4pm.mp4 {digest}", f"{digest} 2000 × 1/1000 s"]


def test_the_clock_says_whose_claim_it_is_or_that_there_is_none(
    hits: Hits, view: DetailsView
) -> None:
    hits.know((film(CROSSING.event.start.footage, (0, 40)),))
    hits.choose(CROSSING.name)
    assert any("claimed by alice, ±2\u00a0s" in text for text in shown(view.when))
    hits.choose(UNCLAIMED.name)
    assert any("not claimed" in text for text in shown(view.when))
    assert any("after the first picture" in text for text in shown(view.when))


def test_an_event_over_a_cut_names_both_files(
    qtbot: QtBot, at: Office, hits: Hits, view: DetailsView
) -> None:
    end = Stamp("f" * 64, 40, STAY.event.end.time_base, STAY.event.end.corrected)
    over = Hit("over", replace(STAY.event, end=end))
    at.answers.parts = [Part((over,), WHOLE)]
    hits.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: hits.state is Stage.ANSWERED)
    hits.choose(0)
    start = STAY.event.start.footage
    assert copied(view.when) == [
        start,
        f"{start} 4000 × 1/1000 s",
        "f" * 64,
        f"{'f' * 64} 40 × 1/1000 s",
    ]


def test_the_decision_is_told_and_only_another_one_is_offered(
    qtbot: QtBot, hits: Hits, view: DetailsView
) -> None:
    hits.choose(0)
    assert view.deciding.match.isEnabled()
    assert view.deciding.reject.isEnabled()
    before = view.deciding.told.text()
    with qtbot.waitSignal(hits.judged):
        hits.judge(Verdict.MATCH, "M01")
    assert not view.deciding.match.isEnabled()
    assert view.deciding.reject.isEnabled()
    assert view.deciding.told.text() != before
    with qtbot.waitSignal(hits.judged):
        hits.judge(Verdict.REJECT, "M01")
    assert view.deciding.match.isEnabled()
    assert not view.deciding.reject.isEnabled()


def test_buttons_ask_and_decide_nothing_themselves(
    qtbot: QtBot, at: Office, hits: Hits, view: DetailsView
) -> None:
    hits.choose(0)
    for button, wanted in (
        (view.deciding.match, view.match_wanted),
        (view.deciding.reject, view.reject_wanted),
        (view.deciding.doubt, view.doubt_wanted),
        (view.examine, view.examine_wanted),
        (view.export, view.export_wanted),
        (view.show_it, view.show_wanted),
    ):
        with qtbot.waitSignal(wanted) as heard:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard.args == [CROSSING]
    assert at.decisions.written == []


def test_the_picture_comes_when_it_is_there_and_says_why_when_not(
    qtbot: QtBot, at: Office, hits: Hits, view: DetailsView
) -> None:
    at.pictures.without = {STAY.name}
    hits.choose(0)
    assert not view.still.has_image
    qtbot.waitUntil(lambda: view.still.has_image)
    blank = view.still.grab().toImage()
    hits.choose(STAY.name)
    qtbot.waitUntil(lambda: hits.thumbnails.code(STAY.name) == "CAS-050")
    assert not view.still.has_image
    assert view.still.grab().toImage() != blank


def test_a_choice_made_before_the_view_is_shown_in_it(
    qtbot: QtBot, hits: Hits, words: Words, theme: Theme
) -> None:
    hits.choose(1)
    view = DetailsView(hits, explaining(hits), words, theme)
    qtbot.addWidget(view)
    assert view.title.text() == "Présence prolongée"


def test_everything_one_can_press_has_a_name_and_takes_the_focus(
    hits: Hits, view: DetailsView
) -> None:
    hits.choose(0)
    buttons = [one for one in view.findChildren(QAbstractButton) if one.isVisible()]
    pressed = [one for one in buttons if isinstance(one, QPushButton | QToolButton)]
    assert len(pressed) >= 12
    for button in pressed:
        assert button.accessibleName() or button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_nothing_is_cut_off_at_the_least_width(hits: Hits, view: DetailsView) -> None:
    view.resize(300, 520)
    hits.choose(1)
    assert view.minimumSizeHint().width() <= 300


def test_near_misses_are_looked_for_when_somebody_asks(
    qtbot: QtBot, at: Office, hits: Hits, view: DetailsView
) -> None:
    hits.choose(0)
    assert at.answers.explained == []
    view.misses.ask.click()
    qtbot.waitUntil(lambda: len(view.misses.misses) == 2)
    assert [name for name, _ in at.answers.explained] == [hits.current.name]  # type: ignore[union-attr]
    hits.choose(1)
    assert view.misses.misses == []


def test_a_combined_result_lists_its_parts(qtbot: QtBot, hits: Hits, view: DetailsView) -> None:
    first, second = CROSSING.event, STAY.event
    joined = Hit("j", replace(first, kind="then", parts=(first, second)))
    hits.listed.add((joined,))
    hits.choose("j")
    assert view.title.text() == "Franchissement de ligne, then Présence prolongée"
    with qtbot.waitSignal(view.part_wanted) as wanted:
        view.parts.buttons[1].click()
    assert wanted.args == [second]
