"""From a folder to a saved report by keys alone; what goes wrong is told in its own words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.state.looking import Headway
from app.state.validation import Step
from app.tasks import Tasks
from app.theme import Theme
from app.views.validation import ValidationView
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.measuring import FOLDER, Room, begun, measured
from vsa_core.errors import Refused, Tampered, Unreadable

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def room(qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme) -> Iterator[Room]:
    """The page on show, the models listed."""
    held = Room(tasks, words, theme)
    qtbot.addWidget(held.view)
    held.view.resize(1280, 690)
    held.view.show()
    held.view.activateWindow()
    qtbot.waitUntil(held.view.isActiveWindow)
    qtbot.waitUntil(lambda: held.models.read)
    yield held
    held.laboratory.gate.set()
    held.session.sign_out()


def drag(path: Path, *more: Path) -> QMimeData:
    """What a file manager hands over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in (path, *more)])
    return data


def buttons(view: ValidationView) -> tuple[bool, bool, bool]:
    """Whether one can measure, save, measure another."""
    return view.go.isVisible(), view.save.isVisible(), view.again.isVisible()


def entering(view: ValidationView, data: QMimeData) -> bool:
    """Whether the page takes what is dragged over it."""
    event = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, PLAIN)
    event.ignore()
    view.dragEnterEvent(event)
    return event.isAccepted()


def test_a_folder_is_typed_measured_and_its_result_shown_by_keys_alone(
    qtbot: QtBot, room: Room
) -> None:
    view = room.view
    assert view.begin.folder.hasFocus()
    assert buttons(view) == (True, False, False)
    qtbot.keyClicks(view.begin.folder, FOLDER)
    qtbot.keyClick(view.begin.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.validation.course.headway.file != "")
    assert view.stack.currentWidget() is view.going
    assert view.going.folder.text() == f"{FOLDER}, level standard"
    room.laboratory.gate.set()
    qtbot.waitUntil(lambda: view.shown is not None)
    assert view.stack.currentWidget() is view.results
    assert view.shown is not None
    assert view.shown.tabs.tabBar().hasFocus()
    assert buttons(view) == (False, True, True)


def test_the_model_to_be_measured_is_told_before(room: Room) -> None:
    assert room.desk.readings == 1
    assert room.view.begin.models.table.topLevelItemCount() == 3


def test_how_far_it_is_is_told_and_it_can_be_stopped(qtbot: QtBot, room: Room) -> None:
    begun(qtbot, room)
    room.validation.course.advanced.emit(Headway(500, "b.mp4", 60, 60))
    assert room.view.going.bar.value() == 500
    room.view.going.stop.click()
    assert not room.view.going.stop.isEnabled()
    qtbot.waitUntil(lambda: not room.validation.busy)
    assert room.view.halted.isVisible()
    assert not room.view.notice.isVisible()
    assert room.view.begin.folder.text() == FOLDER
    begun(qtbot, room)
    assert not room.view.halted.isVisible()


def test_the_button_that_begins_is_not_where_the_one_that_stops_is(
    qtbot: QtBot, room: Room
) -> None:
    """The second click of a double click must not stop it."""
    place = room.view.go.mapTo(room.view, room.view.go.rect().center())
    begun(qtbot, room)
    stop = room.view.going.stop
    assert not stop.rect().contains(stop.mapFrom(room.view, place))


@pytest.mark.parametrize(
    "fault",
    [
        Refused("VAL-040", folder="verites"),
        Unreadable("SRC-012", name="a.mp4"),
        Tampered("MOD-002", name="vigie-1"),
    ],
)
def test_what_goes_wrong_is_told_in_the_words_of_the_fault(
    qtbot: QtBot, room: Room, words: Words, fault: Unreadable
) -> None:
    room.laboratory.fault = fault
    measured(qtbot, room)
    view = room.view
    assert view.stack.currentWidget() is view.begin
    cause, consequence, following = words.explain(fault)
    assert view.notice.isVisible()
    assert view.notice.cause.text() == cause
    assert view.notice.rest.text() == f"{consequence} {following}".strip()
    assert view.notice.code.text() == fault.code
    view.notice.close_button.click()
    assert room.validation.fault is None
    assert not view.notice.isVisible()


def test_a_result_without_its_record_is_not_shown(qtbot: QtBot, room: Room) -> None:
    begun(qtbot, room)
    room.desk.refusal = Refused("CAS-001", name="alice")
    room.laboratory.gate.set()
    qtbot.waitUntil(lambda: not room.validation.busy)
    assert room.view.shown is None
    assert room.view.notice.code.text() == "CAS-001"


def test_a_list_of_models_that_cannot_be_read_is_told(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme
) -> None:
    room = Room(tasks, words, theme)
    qtbot.addWidget(room.view)
    room.desk.fault = Tampered("MOD-012", file="list")
    room.view.show()
    qtbot.waitUntil(room.view.notice.isVisible)
    assert room.view.notice.code.text() == "MOD-012"
    assert "could not be read" in room.view.begin.models.told.text()
    room.session.sign_out()


def test_the_last_result_is_never_lost_to_a_click(qtbot: QtBot, room: Room) -> None:
    measured(qtbot, room)
    shown = room.view.shown
    room.view.again.click()
    assert room.view.stack.currentWidget() is room.view.begin
    assert room.view.look.isVisible()
    room.view.look.click()
    assert room.view.stack.currentWidget() is room.view.results
    assert room.view.shown is shown


def test_another_result_takes_the_place_of_the_first(qtbot: QtBot, room: Room) -> None:
    measured(qtbot, room)
    first = room.view.shown
    room.view.again.click()
    measured(qtbot, room)
    assert room.view.shown is not None
    assert room.view.shown is not first
    assert room.view.shown.found is room.validation.found


def test_the_report_is_saved_where_the_person_says(
    qtbot: QtBot, room: Room, tmp_path: Path, words: Words
) -> None:
    measured(qtbot, room)
    dialog = room.view.ask_where()
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert not room.view.save.isEnabled()
    qtbot.waitUntil(lambda: not room.report.busy)
    assert room.view.save.isEnabled()
    assert room.view.saved.isVisible()
    ((folder, language),) = room.laboratory.reports
    assert Path(folder).parent == tmp_path
    assert language == words.language
    room.view.saved.close_button.click()
    assert not room.view.saved.isVisible()


def test_a_report_that_fails_is_told_and_can_be_tried_again(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    measured(qtbot, room)
    room.laboratory.report_fault = Unreadable("VAL-051", folder="x", why="no room")
    room.view.write(str(tmp_path))
    qtbot.waitUntil(room.view.notice.isVisible)
    assert room.view.notice.code.text() == "VAL-051"
    assert not room.view.saved.isVisible()
    room.laboratory.report_fault = None
    room.view.write(str(tmp_path))
    qtbot.waitUntil(room.view.saved.isVisible)
    assert not room.view.notice.isVisible()


def test_what_is_saved_is_said_of_the_result_on_show_alone(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    measured(qtbot, room)
    room.view.write(str(tmp_path))
    qtbot.waitUntil(room.view.saved.isVisible)
    room.view.again.click()
    assert not room.view.saved.isVisible()
    room.view.look.click()
    assert room.view.saved.isVisible()
    room.view.again.click()
    measured(qtbot, room)
    assert not room.view.saved.isVisible()


def test_a_folder_can_be_dropped_and_nothing_is_measured_yet(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    view, data = room.view, drag(tmp_path)
    assert entering(view, data)
    assert view.stack.currentWidget() is view.landing
    view.dragLeaveEvent(QDragLeaveEvent())
    assert view.stack.currentWidget() is view.begin
    view.dropEvent(QDropEvent(QPointF(5, 5), COPY, data, LEFT, PLAIN))
    assert view.begin.folder.text() == str(tmp_path)
    assert room.laboratory.orders == []


def test_nothing_but_one_folder_is_taken_and_only_where_one_is_chosen(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    file = tmp_path / "a.mp4"
    file.touch()
    assert not entering(room.view, drag(file))
    assert not entering(room.view, drag(tmp_path, tmp_path))
    begun(qtbot, room)
    assert not entering(room.view, drag(tmp_path))


def test_a_page_made_anew_shows_what_the_old_one_did(qtbot: QtBot, room: Room) -> None:
    measured(qtbot, room)
    again = room.made()
    qtbot.addWidget(again)
    again.show()
    assert again.shown is not None
    assert again.stack.currentWidget() is again.results
    assert again.begin.folder.text() == FOLDER


def test_one_can_go_back_while_it_goes_on(qtbot: QtBot, room: Room) -> None:
    begun(qtbot, room)
    with qtbot.waitSignal(room.view.closed):
        room.view.back.click()
    room.view.hide()
    room.laboratory.gate.set()
    qtbot.waitUntil(lambda: room.validation.step is Step.MEASURED)
    assert room.view.shown is not None


def test_everything_has_a_name_at_every_step(qtbot: QtBot, room: Room) -> None:
    assert nameless(room.view) == []
    begun(qtbot, room)
    assert nameless(room.view) == []
    room.laboratory.gate.set()
    qtbot.waitUntil(lambda: room.view.shown is not None)
    assert nameless(room.view) == []
