"""Opening a case, taking files in, having them looked at."""

from dataclasses import replace
from typing import Any, cast

from PySide6.QtGui import QPixmap

from app.state.case_folder import Found, Lies
from app.state.draft import Asked
from app.state.looking import Headway
from app.views.admit import AdmitDialog
from app.views.indexing import IndexingDialog
from app.views.new_case.view import NewCaseView
from tests.app.stock import SEEN, LookDesk
from tests.screens.rooms import MOTIVE, NUMBER, TODAY, WINDOW
from tests.screens.stage import Stage, Swap
from vsa_core.desk.desks import Desks
from vsa_core.domain.coverage import Level

NAMED = 1
"""The row of the clocks that the names of the files tell."""

ROOM = 412 * 2**30
"""Bytes that the pictures say are free, on any machine."""


def new_case(stage: Stage) -> QPixmap:
    """The first page, filled."""
    _drafted(stage)
    return stage.window()


def new_case_scope(stage: Stage) -> QPixmap:
    """The second page, filled."""
    _drafted(stage).on.click()
    return stage.window()


def new_case_place(stage: Stage) -> QPixmap:
    """The third page, filled."""
    view = _drafted(stage)
    view.on.click()
    view.on.click()
    stage.settle()
    view.place.people.boxes["khaddad"].setChecked(True)
    view.place.tell(Found(view.place.folder.text(), Lies.NOTHING, ROOM))
    return stage.window()


def new_case_complaints(stage: Stage) -> QPixmap:
    """The second page with what it complains about."""
    view = _drafted(stage)
    view.scope.cameras.set_names(())
    view.scope.end.set_microseconds(view.scope.start.microseconds)
    view.scope.expires.set_microseconds(TODAY - 1_000_000)
    view.on.click()
    view.on.click()
    return stage.window()


def new_case_refused(stage: Stage) -> QPixmap:
    """The desk refuses, and the page says where."""
    view = _drafted(stage)
    view.scope.expires.set_microseconds(TODAY + 10 * 366 * 86_400_000_000)
    view.place.folder.setText(str(stage.path("affaires", "2024-0317")))
    stage.settle()
    view.open.click()
    stage.until(view.notice.isVisible)
    stage.settle()
    return stage.window()


def _drafted(stage: Stage) -> NewCaseView:
    front = stage.open("staffed")
    stage.sign_in()
    front.window.show_page("new_case")
    stage.settle()
    view = front.window.current
    assert isinstance(view, NewCaseView)
    page, scope = view.procedure, view.scope
    page.number.setText(NUMBER)
    page.requisition.setText("RJ 2024-0117")
    page.magistrate.setText("Mme Fabre, vice-procureure")
    page.offence.setText("Vol aggravé (NATINF 7151)")
    scope.cameras.set_names(("rue", "parking"))
    scope.start.set_microseconds(WINDOW.start)
    scope.end.set_microseconds(WINDOW.end)
    view.place.folder.setText(str(stage.path("affaires", "2024-0317")))
    view.place.motive.choose(MOTIVE)
    stage.settle()
    assert Asked.FOLDER in view.place.fields
    return view


def empty(stage: Stage) -> QPixmap:
    """A case without footage."""
    stage.case("new")
    return stage.window()


def admitting(stage: Stage) -> QPixmap:
    """The dialog that takes files in."""
    front = stage.case("new")
    paths = tuple(str(file.path) for file in stage.rooms.archive.files if file.camera == "rue")
    stage.table.footage.admit_wanted.emit(paths)
    dialog = stage.dialog(AdmitDialog)
    assert isinstance(dialog, AdmitDialog)
    dialog.camera.setCurrentIndex(0)
    dialog.exhibit.setText("scellé 1")
    dialog.clock.how.setCurrentIndex(NAMED)
    dialog.clock.offset.set_microseconds(-130_000_000)
    dialog.motive.choose(MOTIVE)
    assert front.session.in_case
    return stage.under(dialog)


def odd_files(stage: Stage) -> QPixmap:
    """Files of every state."""
    front = stage.case("odd")
    sheet = next(one for one in front.bench.archive.sheets if one.footage.reason == "SRC-023")
    stage.table.footage.tree.choose(sheet.footage.digest)
    stage.settle()
    return stage.window()


def index_dialog(stage: Stage) -> QPixmap:
    """How closely, which cameras and why."""
    stage.case("footage")
    stage.table.act("index")
    return stage.under(stage.dialog(IndexingDialog))


def indexing(stage: Stage) -> QPixmap:
    """Halfway."""
    _looking(stage)
    return stage.window()


def indexing_paused(stage: Stage) -> QPixmap:
    """Halfway, held."""
    looking = _looking(stage).front.bench.looking
    looking.pause()
    looking.headway = Headway(430, "parking_20240305_185824.mkv", 214, None)
    looking.changed.emit()
    return stage.window()


def indexing_over(stage: Stage) -> QPixmap:
    """The real thing, to its end."""
    front = stage.case("footage")
    front.bench.looking.start(Level.SCAN, (), MOTIVE)
    stage.until(lambda: front.bench.looking.outcome is not None)
    stage.settle()
    return stage.window()


def indexing_incomplete(stage: Stage) -> QPixmap:
    """Some files could not be read to the end."""
    failures = (("ch01_20240305_142000.mp4", "SRC-012"), ("ch02_20240305_141000.mp4", "SRC-023"))
    outcome = replace(SEEN, failures=failures)
    front = stage.case("footage", with_desk(indexing=LookDesk(outcome=outcome)))
    cast(Any, front.session.desks.indexing).gate.set()
    front.bench.looking.start(Level.STANDARD, (), MOTIVE)
    stage.until(lambda: front.bench.looking.outcome is not None)
    stage.settle()
    return stage.window()


def _looking(stage: Stage) -> Stage:
    desk = LookDesk(steps=((0, 1000, ""), (430, 1000, "parking_20240305_185824.mkv")))
    desk.gate = stage.gate()
    front = stage.case("footage", with_desk(indexing=desk))
    looking = front.bench.looking
    looking.start(Level.STANDARD, (), MOTIVE)
    stage.until(lambda: looking.headway.per_mille == 430)
    looking.headway = Headway(430, "parking_20240305_185824.mkv", 214, 283)
    looking.changed.emit()
    return stage


def with_desk(**doubles: object) -> Swap:
    """The real desks, but for these."""

    def swap(desks: Desks) -> Desks:
        return replace(desks, **cast(Any, doubles))

    return swap
