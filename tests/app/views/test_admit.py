from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.claims import Statement
from app.state.archive import ArchiveState
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.admit import AdmitDialog
from app.widgets.clock_form import NAMED, SHOWN, UNKNOWN
from app.words import Words
from tests.app.laid import SECOND, inside
from tests.app.stock import StockDesk, unnamed
from tests.desk.scene import START
from vsa_core.errors import Refused, Tampered

PATHS = ("/s/rue_20240305_130000.mp4", "/s/rue_20240305_131000.mp4")


@pytest.fixture
def desk() -> StockDesk:
    """An empty case."""
    return StockDesk()


@pytest.fixture
def session(tasks: Tasks, desk: StockDesk) -> Iterator[Session]:
    """An analyst in it."""
    at = inside(tasks, ("rue", "cour"), footage=desk)
    yield at
    desk.gate.set()
    at.sign_out()


@pytest.fixture
def archive(session: Session) -> ArchiveState:
    """Its files."""
    return ArchiveState(session)


@pytest.fixture
def dialog(qtbot: QtBot, archive: ArchiveState, words: Words, theme: Theme) -> AdmitDialog:
    """The dialog on two files, open."""
    made = AdmitDialog(archive, archive.cameras, PATHS, "alice", words, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def answer(dialog: AdmitDialog, how: int) -> None:
    """Everything that is asked, with a time that is known in that way."""
    dialog.camera.setCurrentIndex(1)
    dialog.exhibit.setText(" S7 ")
    dialog.clock.how.setCurrentIndex(how)
    if how == SHOWN:
        dialog.clock.start.set_microseconds(START + SECOND)


def test_what_is_lacking_is_said_in_its_place_and_nothing_is_admitted(
    dialog: AdmitDialog, archive: ArchiveState
) -> None:
    dialog.motive.choose("")
    dialog.files.clear()
    dialog.go.click()
    fields = (dialog.files_field, dialog.camera_field, dialog.exhibit_field, dialog.motive_field)
    assert all(field.complaint for field in fields)
    assert dialog.clock.how_field.complaint
    assert not archive.busy
    dialog.files.take(PATHS)
    dialog.exhibit.setText("S")
    assert not dialog.files_field.complaint
    assert not dialog.exhibit_field.complaint


def test_files_go_in_with_what_was_answered(
    qtbot: QtBot, dialog: AdmitDialog, archive: ArchiveState, desk: StockDesk
) -> None:
    answer(dialog, SHOWN)
    dialog.clock.offset.set_microseconds(-83 * SECOND)
    with qtbot.waitSignal(archive.admitted):
        dialog.go.click()
    (first, motive), (second, _) = desk.admissions
    assert (first.path, first.camera, first.exhibit) == (PATHS[0], "cour", "S7")
    assert motive == archive.motive
    assert first.clock is not None
    assert second.clock is not None
    assert (first.clock.author, first.clock.offset) == ("alice", -83 * SECOND)
    assert first.clock.shown == START + SECOND
    assert second.clock.shown == START + 601 * SECOND
    assert dialog.told.heading.text() == "Admitted: 2, refused: 0"
    assert dialog.told.isVisible()
    assert dialog.again.isVisible()


def test_each_file_tells_the_time_it_would_begin_at(dialog: AdmitDialog) -> None:
    dialog.clock.how.setCurrentIndex(NAMED)
    item = dialog.files.list.topLevelItem(1)
    assert item is not None
    assert item.text(1) == "05/03/2024 13:10:00,000"
    dialog.clock.how.setCurrentIndex(UNKNOWN)
    assert item.text(1) == "unknown: not indexed"


def test_a_refused_file_is_told_at_the_end_with_its_reason(
    qtbot: QtBot, dialog: AdmitDialog, archive: ArchiveState, desk: StockDesk
) -> None:
    name = "rue_20240305_130000.mp4"
    desk.faults[name] = Refused("CAS-040", name=name, known="x.mp4", camera="rue")
    answer(dialog, NAMED)
    with qtbot.waitSignal(archive.admitted):
        dialog.go.click()
    assert dialog.told.heading.text() == "Admitted: 1, refused: 1"
    assert "[CAS-040]" in dialog.told.told[0]
    dialog.again.click()
    assert dialog.files.paths == ()
    assert dialog.go.isVisible()


def test_how_far_it_is_is_told_and_it_can_be_stopped(
    qtbot: QtBot, dialog: AdmitDialog, archive: ArchiveState, desk: StockDesk
) -> None:
    desk.gate.clear()
    answer(dialog, NAMED)
    dialog.go.click()
    qtbot.waitUntil(lambda: "1 of 2: rue_20240305_130000.mp4" in dialog.far.text())
    assert not dialog.go.isVisible()
    dialog.stop.click()
    assert "Stopping" in dialog.far.text()
    assert not dialog.stop.isEnabled()
    desk.gate.set()
    qtbot.waitUntil(lambda: not archive.busy)
    assert dialog.told.heading.text() == "Admitted: 1, refused: 0"


def test_a_dialog_opened_meanwhile_shows_what_runs(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk, words: Words, theme: Theme,
    dialog: AdmitDialog,
) -> None:  # fmt: skip
    desk.gate.clear()
    answer(dialog, NAMED)
    dialog.go.click()
    other = AdmitDialog(archive, archive.cameras, (), "alice", words, theme)
    qtbot.addWidget(other)
    other.show()
    assert other.bar.isVisible()
    desk.gate.set()
    qtbot.waitUntil(lambda: not archive.busy)
    assert other.told.isVisible()


def test_what_stops_everything_is_told_and_the_answers_stay(
    qtbot: QtBot, dialog: AdmitDialog, archive: ArchiveState, desk: StockDesk
) -> None:
    desk.faults["rue_20240305_130000.mp4"] = Tampered("SRC-009", name="a.mp4")
    answer(dialog, NAMED)
    with qtbot.waitSignal(archive.failed):
        dialog.go.click()
    assert dialog.notice.isVisible()
    assert dialog.go.isVisible()
    assert dialog.exhibit.text() == " S7 "


def test_the_only_camera_of_a_basis_needs_no_choice(
    qtbot: QtBot, archive: ArchiveState, words: Words, theme: Theme
) -> None:
    made = AdmitDialog(archive, ("rue",), (), "alice", words, theme)
    qtbot.addWidget(made)
    assert made.camera.currentData() == "rue"
    made.take(PATHS)
    assert made.files.paths == PATHS


def test_the_claim_is_in_the_hour_of_paris(dialog: AdmitDialog) -> None:
    dialog.clock.how.setCurrentIndex(UNKNOWN)
    said = dialog.clock.statement("alice")
    assert said == Statement("alice", None, None, 0, 2 * SECOND, "Europe/Paris")


def test_it_stops_nothing_and_is_worked_by_keyboard(dialog: AdmitDialog) -> None:
    assert not dialog.isModal()
    assert unnamed(dialog) == []
    for how in (SHOWN, NAMED, UNKNOWN):
        dialog.clock.how.setCurrentIndex(how)
        assert dialog.minimumSizeHint().width() <= 1240
        assert dialog.minimumSizeHint().height() <= 680
