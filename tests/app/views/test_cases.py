import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.state.people import People
from app.state.recents import Recents
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views import cases
from app.views.cases import CasesView
from app.widgets.role_dialog import RoleDialog
from app.words import Words
from tests.app.doorstep import at_the_door, draft, nameless, sign_in
from tests.app.opened import dialogs
from tests.desk.scene import MOTIVE
from vsa_core.desk.cases import NewCase
from vsa_core.domain.case import Role

EVERYBODY = (
    ("alice", Role.ANALYST),
    ("bob", Role.SUPERVISOR),
    ("dan", Role.DPO),
    ("mia", Role.MAGISTRATE),
    ("zoe", Role.ADMINISTRATOR),
)


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    return at_the_door(tmp_path / "home", tasks, *EVERYBODY)


@pytest.fixture
def view(qtbot: QtBot, session: Session, words: Words, theme: Theme, tmp_path: Path) -> CasesView:
    recents = Recents(session, tmp_path / "window", session)
    made = CasesView(session, recents, People(session, session), words, theme)
    qtbot.addWidget(made)
    return made


def arrive(qtbot: QtBot, view: CasesView, name: str = "alice") -> None:
    sign_in(qtbot, view._session, name)
    view.show()
    qtbot.waitActive(view)
    qtbot.waitUntil(lambda: not view._session.tasks.busy)


def opened(qtbot: QtBot, session: Session, folder: Path, number: str) -> None:
    new = draft(folder, number=number)
    with qtbot.waitSignal(session.entered):
        session.open_case(str(folder), NewCase(number, new.basis(), (), new.erase_by), MOTIVE)
    session.leave()


def cells(view: CasesView) -> list[list[str]]:
    table = view.cases.table
    items = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def test_a_first_visit_says_what_to_do(qtbot: QtBot, view: CasesView) -> None:
    arrive(qtbot, view)
    qtbot.waitUntil(lambda: "No case" in view.cases.empty.title.text())
    assert view.cases.new.hasFocus() or view.cases.hasFocus()
    with qtbot.waitSignal(view.new_case_wanted):
        view.cases.new.click()
    assert view.side.title.text() == "Alice Martin"


def test_a_recent_case_is_entered_from_the_keyboard(
    qtbot: QtBot, view: CasesView, session: Session, tmp_path: Path
) -> None:
    arrive(qtbot, view)
    opened(qtbot, session, tmp_path / "one", "2024/1")
    opened(qtbot, session, tmp_path / "two", "2024/2")
    qtbot.waitUntil(lambda: [row[0] for row in cells(view)] == ["2024/2", "2024/1"])
    assert cells(view)[0][2] == "05/03/2024 14:00"
    with qtbot.waitSignal(session.entered):
        qtbot.keyClick(view.cases.table, Qt.Key.Key_Return)
    assert session.where.folder.endswith("two") or session.where.folder.endswith("one")


def test_a_case_that_is_missing_is_grey_says_why_and_can_be_taken_off(
    qtbot: QtBot, view: CasesView, session: Session, tmp_path: Path, theme: Theme
) -> None:
    arrive(qtbot, view)
    opened(qtbot, session, tmp_path / "one", "2024/1")
    shutil.move(tmp_path / "one", tmp_path / "elsewhere")
    view.hide()
    view.show()
    qtbot.waitUntil(lambda: [row[2] for row in cells(view)] == ["Not found"])
    item = view.cases.table.topLevelItem(0)
    assert item is not None
    assert item.foreground(0).color() == theme.colour("muted")
    assert "disk" in item.toolTip(0)
    view.cases.remove.click()
    qtbot.waitUntil(lambda: not cells(view))


@pytest.mark.parametrize(
    ("damage", "told"),
    [("empty", "No case here"), ("file", "No access")],
)
def test_what_took_its_place_is_told(
    damage: str, told: str, qtbot: QtBot, view: CasesView, session: Session, tmp_path: Path
) -> None:
    arrive(qtbot, view)
    opened(qtbot, session, tmp_path / "one", "2024/1")
    shutil.move(tmp_path / "one", tmp_path / "elsewhere")
    place = tmp_path / "one"
    place.mkdir() if damage == "empty" else place.write_bytes(b"")
    view._recents.refresh()
    qtbot.waitUntil(lambda: [row[2] for row in cells(view)] == [told])


def test_a_folder_is_asked_for_and_a_wrong_one_is_told(
    qtbot: QtBot, view: CasesView, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(parent, title, start, chosen) -> QFileDialog | None:
        asked.append(title)
        chosen(str(tmp_path))
        return None

    monkeypatch.setattr(cases, "ask_folder", ask)
    arrive(qtbot, view)
    with qtbot.waitSignal(session.failed):
        view.cases.open.click()
    assert asked == ["Open a case"]
    assert view.notice.isVisible()
    assert view.notice.code.text() == "CAS-023"
    view.hide()
    view.show()
    assert not view.notice.isVisible()


def test_somebody_elses_case_is_refused_in_words(
    qtbot: QtBot, view: CasesView, session: Session, tmp_path: Path
) -> None:
    sign_in(qtbot, session, "bob")
    opened(qtbot, session, tmp_path / "one", "2024/1")
    session.sign_out()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    arrive(qtbot, view)
    with qtbot.waitSignal(session.failed):
        view.cases.chosen.emit(str(tmp_path / "one"))
    assert view.notice.code.text() == "KEY-008"


ROLES = [
    ("alice", "cases", True, True, False),
    ("bob", "cases", True, True, False),
    ("mia", "cases", False, False, True),
    ("zoe", "people", False, False, False),
]


@pytest.mark.parametrize(("name", "pane", "opens", "sample", "journal"), ROLES)
def test_each_role_finds_its_own_work(
    name: str,
    pane: str,
    opens: bool,
    sample: bool,
    journal: bool,
    qtbot: QtBot,
    view: CasesView,
) -> None:
    arrive(qtbot, view, name)
    assert view.panes.currentWidget() is getattr(view, pane)
    assert view.cases.new.isVisible() == (opens and pane == "cases")
    assert view.offer.isVisible() == sample
    assert view.journal.isVisible() == journal
    assert nameless(view.panes.currentWidget()) == []
    assert view.role.text()
    assert view.reference.text() == "H-1"


def test_an_administrator_sees_people_and_enrols(qtbot: QtBot, view: CasesView) -> None:
    arrive(qtbot, view, "zoe")
    table = view.people.table
    qtbot.waitUntil(lambda: table.topLevelItemCount() == len(EVERYBODY))
    item = table.topLevelItem(0)
    assert item is not None
    assert [item.text(c) for c in range(4)] == ["alice", "Alice Martin", "analyste", "H-1"]
    with qtbot.waitSignal(view.enrol_wanted):
        view.people.enrol.click()


def test_who_reads_the_journal_is_led_to_it(qtbot: QtBot, view: CasesView) -> None:
    arrive(qtbot, view, "mia")
    with qtbot.waitSignal(view.journal_wanted):
        view.journal.click()


def test_one_signs_out_from_here(qtbot: QtBot, view: CasesView, session: Session) -> None:
    arrive(qtbot, view)
    with qtbot.waitSignal(session.signed_out):
        view.leave.click()
    assert session.person is None
    assert cells(view) == []


def test_a_list_that_is_broken_is_told(qtbot: QtBot, view: CasesView, tmp_path: Path) -> None:
    arrive(qtbot, view)
    opened(qtbot, view._session, tmp_path / "one", "2024/1")
    qtbot.waitUntil(lambda: len(cells(view)) == 1)
    (path,) = (tmp_path / "window").iterdir()
    path.write_bytes(b"{")
    with qtbot.waitSignal(view._recents.failed):
        view._recents.refresh()
    assert view.notice.code.text() == "USE-080"


@pytest.mark.parametrize("name", [name for name, _ in EVERYBODY])
def test_whoever_may_measure_finds_the_way_and_nobody_else(
    qtbot: QtBot, view: CasesView, name: str
) -> None:
    arrive(qtbot, view, name)
    assert view.validation.isVisible() is (name in {"alice", "bob", "zoe"})
    if view.validation.isVisible():
        with qtbot.waitSignal(view.validation_wanted):
            qtbot.keyClick(view.validation, Qt.Key.Key_Return)


def test_an_administrator_asks_another_role_for_somebody(qtbot: QtBot, view: CasesView) -> None:
    arrive(qtbot, view, "zoe")
    qtbot.waitUntil(lambda: view.people.table.topLevelItemCount() == len(EVERYBODY))
    view.people.role.click()
    (dialog,) = dialogs(RoleDialog)
    dialog.roles.setCurrentIndex(dialog.roles.findData(Role.SUPERVISOR))
    with qtbot.waitSignal(view.role_wanted) as asked:
        dialog.agree.click()
    assert asked.args == ["alice", Role.SUPERVISOR]
    with qtbot.waitSignal(view.requests_wanted):
        view.requested(None)
    view.hide()
    with qtbot.assertNotEmitted(view.requests_wanted):
        view.requested(None)
