from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.state.looking import Headway, LookingState
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.indexing import IndexingDialog, IndexingView
from app.words import Words
from tests.app.laid import inside
from tests.app.stock import SEEN, LookDesk, unnamed
from vsa_core.domain.coverage import Level
from vsa_core.errors import Tampered


@pytest.fixture
def desk() -> LookDesk:
    """A desk that looks until it is told to end."""
    return LookDesk()


@pytest.fixture
def session(tasks: Tasks, desk: LookDesk) -> Iterator[Session]:
    """An analyst in a case."""
    at = inside(tasks, ("rue", "cour"), indexing=desk)
    yield at
    desk.gate.set()
    at.sign_out()


@pytest.fixture
def looking(session: Session) -> LookingState:
    """Nothing runs yet."""
    return LookingState(session, clock=lambda: 0)


@pytest.fixture
def strip(qtbot: QtBot, looking: LookingState, words: Words, theme: Theme) -> IndexingView:
    """The strip of a window."""
    made = IndexingView(looking, words, theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, looking: LookingState, words: Words, theme: Theme) -> IndexingDialog:
    """The dialog that starts it, open."""
    made = IndexingDialog(looking, ("rue", "cour"), words, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def begin(qtbot: QtBot, looking: LookingState) -> None:
    """An indexing that has told where it stands."""
    looking.start(Level.STANDARD, (), "M01")
    qtbot.waitUntil(lambda: looking.headway.file == "a.mp4")


def test_while_nothing_runs_there_is_no_strip(strip: IndexingView) -> None:
    assert strip.isHidden()


def test_the_strip_tells_the_file_and_how_far(
    qtbot: QtBot, strip: IndexingView, looking: LookingState
) -> None:
    looking.start(Level.STANDARD, (), "M01")
    assert strip.isVisible()
    assert strip.file.text() == "Getting ready to index…"
    qtbot.waitUntil(lambda: strip.file.text() == "a.mp4")
    assert strip.bar.value() == 250
    assert strip.percent.text() == "25\u202f%"
    assert strip.time.text() == "0:00:00 · remaining time not known yet"


def test_the_time_that_is_left_is_never_understated(
    qtbot: QtBot, strip: IndexingView, looking: LookingState
) -> None:
    begin(qtbot, looking)
    strip._tell_going(Headway(500, "a\u202e.mp4", 192, 250))
    assert strip.time.text() == "0:03:12 · about 4\u00a0min\u00a010\u00a0s left"
    assert "\u202e" not in strip.file.text() + strip.bar.accessibleName()


def test_it_is_paused_goes_on_and_is_stopped(
    qtbot: QtBot, strip: IndexingView, looking: LookingState
) -> None:
    begin(qtbot, looking)
    strip.hold.click()
    assert looking.paused
    assert strip.hold.accessibleName() == "Go on with the indexing"
    assert "paused" in strip.time.text()
    strip.hold.click()
    assert not looking.paused
    strip.stop.click()
    assert "stopping" in strip.time.text()
    assert not strip.stop.isEnabled()
    qtbot.waitUntil(lambda: not looking.busy)
    assert "stopped" in strip.summary.text()


def test_the_end_is_told_in_a_line_that_can_be_dismissed(
    qtbot: QtBot, strip: IndexingView, looking: LookingState, desk: LookDesk
) -> None:
    many = tuple((f"{n}.mp4", "SRC-021") for n in range(6))
    desk.outcome = replace(SEEN, named=False, failures=many)
    desk.gate.set()
    with qtbot.waitSignal(looking.ended):
        looking.start(Level.STANDARD, (), "M01")
    told = strip.summary.text()
    assert "Level standard: 3 files, 37 tracks." in told
    assert "Motion alone" in told
    assert "6 (0.mp4 [SRC-021], 1.mp4 [SRC-021]" in told
    assert "5.mp4" not in told
    strip.dismiss.click()
    assert strip.isHidden()


def test_a_whole_end_warns_of_nothing(
    qtbot: QtBot, strip: IndexingView, looking: LookingState, desk: LookDesk
) -> None:
    desk.gate.set()
    with qtbot.waitSignal(looking.ended):
        looking.start(Level.FULL, (), "M01")
    assert strip.summary.text() == "Indexing over. Level complet: 3 files, 37 tracks."


def test_a_failure_is_told_and_dismissed(
    qtbot: QtBot, strip: IndexingView, looking: LookingState, desk: LookDesk
) -> None:
    desk.fault = Tampered("SRC-009", name="a.mp4")
    desk.gate.set()
    with qtbot.waitSignal(looking.failed):
        looking.start(Level.STANDARD, (), "M01")
    assert strip.notice.isVisible()
    assert strip.notice.code.text() == "SRC-009"
    strip.notice.close_button.click()
    assert strip.isHidden()


def test_the_dialog_starts_what_was_chosen_and_closes(
    qtbot: QtBot, dialog: IndexingDialog, looking: LookingState, desk: LookDesk
) -> None:
    dialog.levels.buttons[Level.FULL].click()
    dialog.cameras.buttons["rue"].click()
    dialog.go.click()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: bool(desk.orders))
    assert desk.orders == [(Level.FULL, ("cour",), looking.motive)]


def test_without_a_camera_or_a_motive_nothing_starts(
    dialog: IndexingDialog, looking: LookingState
) -> None:
    for button in dialog.cameras.buttons.values():
        button.click()
    dialog.motive.choose("")
    dialog.go.click()
    assert dialog.cameras_field.complaint
    assert dialog.motive_field.complaint
    assert not looking.busy
    dialog.cameras.buttons["rue"].click()
    assert not dialog.cameras_field.complaint


def test_a_second_one_cannot_be_started(
    qtbot: QtBot, dialog: IndexingDialog, looking: LookingState, desk: LookDesk
) -> None:
    assert dialog.already.isHidden()
    looking.start(Level.STANDARD, (), "M01")
    assert dialog.already.isVisible()
    assert not dialog.go.isEnabled()
    desk.gate.set()
    qtbot.waitUntil(lambda: not looking.busy)
    assert dialog.go.isEnabled()


def test_both_are_worked_by_keyboard_and_read_aloud(
    strip: IndexingView, dialog: IndexingDialog
) -> None:
    assert unnamed(strip) == []
    assert unnamed(dialog) == []
    assert dialog.height() <= 680
