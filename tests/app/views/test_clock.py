from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.state.archive import ArchiveState
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.clock import ClockDialog
from app.widgets.clock_form import WITHIN
from app.words import Words
from tests.app.laid import SECOND, footage, inside, sheet
from tests.app.stock import StockDesk, unnamed
from tests.desk.scene import START
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import ClockClaim
from vsa_core.errors import Refused

TIMED, SILENT = footage("timed.mp4"), footage("silent\u202e.mp4", None)


@pytest.fixture
def desk() -> StockDesk:
    """A file with a clock, and one without."""
    return StockDesk([sheet(TIMED), sheet(SILENT)])


@pytest.fixture
def session(tasks: Tasks, desk: StockDesk) -> Iterator[Session]:
    """An analyst in the case."""
    at = inside(tasks, footage=desk)
    yield at
    at.sign_out()


Open = Callable[[Footage], ClockDialog]


@pytest.fixture
def opened(qtbot: QtBot, session: Session, words: Words, theme: Theme) -> Open:
    """Opens the dialog on a file."""
    archive = ArchiveState(session)

    def opened(file: Footage) -> ClockDialog:
        dialog = ClockDialog(archive, file, "bob", words, theme)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def test_it_begins_with_what_holds_now(opened: Open) -> None:
    dialog = opened(TIMED)
    assert dialog.claim == ClockClaim(START - SECOND, SECOND, 2 * SECOND, "bob")
    assert dialog.true_time.text() == "05/03/2024 13:00:00,000"


def test_another_time_is_stated_and_the_dialog_closes(
    qtbot: QtBot, opened: Open, desk: StockDesk
) -> None:
    dialog = opened(TIMED)
    dialog.offset.set_microseconds(-83 * SECOND)
    dialog.within.set_microseconds(5 * SECOND)
    assert dialog.true_time.text() == "05/03/2024 12:58:36,000"
    dialog.motive.choose("M06")
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted)
    claim = ClockClaim(START - SECOND, -83 * SECOND, 5 * SECOND, "bob")
    assert desk.claims == [(TIMED.digest, claim, "M06")]


def test_a_time_that_nobody_typed_is_not_stated(
    qtbot: QtBot, opened: Open, desk: StockDesk
) -> None:
    dialog = opened(SILENT)
    assert dialog.claim.uncertainty == WITHIN
    assert dialog.true_time.text() == "–"
    dialog.motive.choose("")
    dialog.go.click()
    assert dialog.start_field.complaint
    assert dialog.motive_field.complaint
    dialog.start.set_microseconds(START + 7 * SECOND)
    dialog.motive.choose("M06")
    assert not dialog.start_field.complaint
    assert not dialog.motive_field.complaint
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted)
    ((digest, claim, _),) = desk.claims
    assert (digest, claim.shown, claim.offset) == (SILENT.digest, START + 7 * SECOND, 0)


def test_a_refusal_is_told_and_can_be_tried_again(
    qtbot: QtBot, opened: Open, desk: StockDesk
) -> None:
    desk.refusal = Refused("CAS-040", name="a", known="b", camera="c")
    dialog = opened(TIMED)
    dialog.go.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.isVisible()
    assert dialog.go.isEnabled()


def test_it_is_worked_by_keyboard_and_read_aloud(opened: Open) -> None:
    assert unnamed(opened(SILENT)) == []
