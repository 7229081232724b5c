from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app.claims import Statement
from app.state.admission import Intake
from app.state.archive import ArchiveState
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.footage import NARROW, WIDE, FootageView
from app.words import Words
from tests.app.laid import SECOND, footage, inside, sheet
from tests.app.stock import StockDesk, unnamed
from tests.desk.scene import START
from vsa_core.domain.coverage import Level, Looked
from vsa_core.domain.footage import FootageState
from vsa_core.errors import Refused

LATE = sheet(footage("late.mp4", START + 900 * SECOND))
EARLY = sheet(footage("early.mp4"), (0, 300, Looked.LOOKED, Level.STANDARD))
LOCKED = sheet(
    footage(
        "nvr.dav",
        camera="cour",
        pictures=False,
        state=FootageState.ENCRYPTED,
        reason="SRC-015",
    )
)
SILENT = sheet(footage("silent.mp4", None, camera="autre"))
LINK = Qt.DropAction.CopyAction
BUTTON, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk() -> StockDesk:
    """A case with four files of three cameras."""
    return StockDesk([LATE, SILENT, EARLY, LOCKED])


@pytest.fixture
def session(tasks: Tasks, desk: StockDesk) -> Iterator[Session]:
    """An analyst in that case."""
    at = inside(tasks, ("rue", "toit", "cour"), footage=desk)
    yield at
    at.sign_out()


@pytest.fixture
def archive(session: Session) -> ArchiveState:
    """Nothing was read yet."""
    return ArchiveState(session)


@pytest.fixture
def view(qtbot: QtBot, archive: ArchiveState, words: Words, theme: Theme) -> FootageView:
    """The pane, as high as in a small window."""
    made = FootageView(archive, words, theme)
    qtbot.addWidget(made)
    made.resize(320, 560)
    made.show()
    return made


def read(qtbot: QtBot, archive: ArchiveState) -> None:
    """The list, read again."""
    archive.refresh()
    qtbot.waitUntil(lambda: archive.known)


def listed(view: FootageView) -> list[tuple[str, list[str]]]:
    """Headings and the files under them."""
    out = []
    for row in range(view.tree.topLevelItemCount()):
        heading = view.tree.topLevelItem(row)
        assert heading is not None
        lines = (heading.child(n) for n in range(heading.childCount()))
        out.append((heading.text(0), [line.text(0) for line in lines if line]))
    return out


def test_files_stand_by_camera_in_the_order_of_time(
    qtbot: QtBot, view: FootageView, archive: ArchiveState
) -> None:
    read(qtbot, archive)
    assert listed(view) == [
        ("rue  ·  files: 2", ["early.mp4", "late.mp4"]),
        ("toit  ·  no file", []),
        ("cour  ·  files: 1", ["nvr.dav"]),
        ("autre  ·  files: 1", ["silent.mp4"]),
    ]
    assert view.details.name.text() == "early.mp4"
    assert view.tree.isVisible()


def test_the_details_are_of_the_file_that_is_chosen(
    qtbot: QtBot, view: FootageView, archive: ArchiveState
) -> None:
    read(qtbot, archive)
    view.tree.choose(LOCKED.footage.digest)
    assert view.details.name.text() == "nvr.dav"
    assert "[SRC-015]" in view.details.reason.text()
    with qtbot.waitSignal(view.clock_wanted) as wanted:
        view.details.clock.click()
    assert wanted.args == [LOCKED.footage]


def test_before_the_list_is_read_that_is_said(view: FootageView) -> None:
    assert view.empty.isVisible()
    assert view.empty.title.text() == "Reading the list…"
    assert view.empty.button.isHidden()
    assert not view.index.isEnabled()


def test_an_empty_case_says_the_first_thing_to_do(
    qtbot: QtBot, view: FootageView, archive: ArchiveState, desk: StockDesk
) -> None:
    desk.sheets.clear()
    read(qtbot, archive)
    assert view.empty.title.text() == "No footage yet"
    assert not view.index.isEnabled()
    with qtbot.waitSignal(view.admit_wanted) as wanted:
        view.empty.button.click()
    assert wanted.args == [()]


def test_a_list_that_cannot_be_read_says_why_and_is_tried_again(
    qtbot: QtBot, view: FootageView, archive: ArchiveState, desk: StockDesk
) -> None:
    desk.refusal = Refused("CAS-040", name="a", known="b", camera="c")
    with qtbot.waitSignal(archive.failed):
        archive.refresh()
    assert view.notice.isVisible()
    assert view.empty.title.text() == "The list could not be read"
    desk.refusal = None
    view.empty.button.click()
    qtbot.waitUntil(lambda: archive.known)
    assert view.tree.isVisible()


def test_the_buttons_ask_and_do_nothing_themselves(
    qtbot: QtBot, view: FootageView, archive: ArchiveState
) -> None:
    read(qtbot, archive)
    with qtbot.waitSignal(view.admit_wanted) as wanted:
        view.add.click()
    assert wanted.args == [()]
    with qtbot.waitSignal(view.index_wanted):
        view.index.click()


def test_while_files_go_in_the_pane_tells_how_far_and_can_stop(
    qtbot: QtBot, view: FootageView, archive: ArchiveState, desk: StockDesk
) -> None:
    read(qtbot, archive)
    assert view.going.isHidden()
    desk.gate.clear()
    archive.admit(Intake(("/s/a.mp4", "/s/b.mp4"), "rue", "S1", Statement("alice")), "M01")
    qtbot.waitUntil(lambda: view.far.text() == "1 of 2: a.mp4")
    assert view.going.isVisible()
    assert not view.add.isEnabled()
    view.stop.click()
    assert view.far.text() == "Stopping after a.mp4"
    assert not view.stop.isEnabled()
    desk.gate.set()
    qtbot.waitUntil(lambda: len(archive.sheets) == 5)
    assert view.going.isHidden()
    assert view.add.isEnabled()


def test_files_that_are_dropped_are_asked_about(
    qtbot: QtBot, view: FootageView, archive: ArchiveState
) -> None:
    read(qtbot, archive)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/s/a.mp4"), QUrl("https://example.org/b.mp4")])
    view.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), LINK, data, BUTTON, PLAIN))
    assert view.landing.isVisible()
    view.dragLeaveEvent(QDragLeaveEvent())
    assert view.tree.isVisible()
    with qtbot.waitSignal(view.admit_wanted) as wanted:
        view.dropEvent(QDropEvent(QPoint(9, 9), LINK, data, BUTTON, PLAIN))
    assert wanted.args == [("/s/a.mp4",)]
    assert view.tree.isVisible()


def test_what_is_no_local_file_is_not_taken(view: FootageView) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/b.mp4")])
    event = QDragEnterEvent(QPoint(9, 9), LINK, data, BUTTON, PLAIN)
    event.ignore()
    view.dragEnterEvent(event)
    assert not event.isAccepted()


def test_on_leaving_the_case_the_pane_forgets_it(
    qtbot: QtBot, view: FootageView, archive: ArchiveState, session: Session
) -> None:
    read(qtbot, archive)
    session.sign_out()
    assert view.empty.isVisible()
    assert not view.tree.isVisible()


def test_it_is_worked_by_keyboard_read_aloud_and_as_wide_as_its_pane(
    qtbot: QtBot, view: FootageView, archive: ArchiveState
) -> None:
    read(qtbot, archive)
    assert unnamed(view) == []
    assert (view.minimumWidth(), view.maximumWidth()) == (NARROW, WIDE)
    assert view.minimumSizeHint().width() <= NARROW
