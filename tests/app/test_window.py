"""The frame: the page where a person belongs, menus that can act, and a way out that asks first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.actions import IN_CASE
from app.sample import Sample
from app.tasks import Tasks
from app.theme import Theme
from app.views.cases import CasesView
from app.views.diagnosis import DiagnosisDialog
from app.views.dpo.view import DpoView
from app.views.keys import Keys
from app.widgets.clipping import put
from app.window import LEAST, Window
from app.words import Words
from tests.app import opened
from tests.app.doorstep import at_the_door, draft, sign_in
from tests.app.frame import (
    EVERYBODY,
    allowed,
    answer,
    busy,
    case_in,
    leave,
    sampled,
    window_on,
)
from tests.desk.scene import SECRET
from vsa_core.desk.cases import NewCase
from vsa_core.domain.case import Act

OPENING = {"alice", "bob"}
ENTERING = {*OPENING, "mia"}


@pytest.fixture
def window(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path, words: Words, theme: Theme
) -> Iterator[Window]:
    """The window of an installation with one person of every role; nobody is signed in."""
    session = at_the_door(tmp_path / "home", tasks, *EVERYBODY)
    made = window_on(session, words, theme, tmp_path / "home" / "window")
    yield made
    leave(qtbot, made)
    made.close_for_good()
    opened.bury()


def test_a_bare_installation_is_founded_first(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path, words: Words, theme: Theme
) -> None:
    session = at_the_door(tmp_path / "home", tasks)
    window = window_on(session, words, theme, tmp_path / "window")
    qtbot.addWidget(window)
    assert window.page == "founding"
    assert window.windowTitle() == "Relecture"
    assert "lock" not in allowed(window)


@pytest.mark.parametrize("name", [name for name, _ in EVERYBODY])
def test_whoever_signs_in_finds_the_cases_and_only_what_they_may_do(
    qtbot: QtBot, window: Window, name: str
) -> None:
    assert window.page == "sign_in"
    assert not allowed(window) & {*IN_CASE, "new_case", "open_case", "lock"}
    sign_in(qtbot, window.bench.session, name)
    assert window.page == ("journal" if name == "dan" else "cases")
    assert not allowed(window) & set(IN_CASE)
    assert ("new_case" in allowed(window)) is (name in OPENING)
    assert ("open_case" in allowed(window)) is (name in ENTERING)
    assert ("validation" in allowed(window)) is (name in {*OPENING, "zoe"})
    assert {"lock", "quit", "keys", "doctor", "dark", "en"} <= allowed(window)


def test_a_dpo_reads_the_journal_and_nothing_else(qtbot: QtBot, window: Window) -> None:
    sign_in(qtbot, window.bench.session, "dan")
    assert isinstance(window.current, DpoView)
    assert window.page == "journal"
    assert not allowed(window) & {*IN_CASE, "new_case", "open_case"}
    assert window.case is None


def test_in_a_case_its_number_stands_in_the_title_and_everything_can_be_done(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    session = sign_in(qtbot, window.bench.session)
    case_in(qtbot, session, tmp_path / "case")
    assert window.page == "case"
    assert set(IN_CASE) <= allowed(window)
    assert window.windowTitle() == "2024/17 – Relecture"
    window.show_page("new_case")
    assert not set(IN_CASE) & allowed(window)
    window.go_back()
    assert window.page == "case"


def test_opening_another_case_leaves_this_one_and_asks_for_a_folder(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[CasesView] = []
    monkeypatch.setattr(CasesView, "open_folder", lambda view: asked.append(view))
    session = sign_in(qtbot, window.bench.session)
    case_in(qtbot, session, tmp_path / "case")
    window.acts["open_case"].trigger()
    assert not session.in_case
    assert window.page == "cases"
    assert asked == [window.current]


def test_the_sample_has_one_case_and_its_way_out_is_to_sign_out(
    qtbot: QtBot, window: Window, sample: Sample
) -> None:
    sampled(qtbot, window, sample)
    assert window.page == "case"
    assert not allowed(window) & {"new_case", "open_case", "validation"}
    window.acts["lock"].trigger()
    assert window.page == "sign_in"
    assert window.case is None
    assert window.windowTitle() == "Relecture"


def test_signing_out_forgets_every_page(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    session = sign_in(qtbot, window.bench.session)
    case_in(qtbot, session, tmp_path / "case")
    before = [window.stack.widget(n) for n in range(window.stack.count())]
    window.acts["lock"].trigger()
    assert window.page == "sign_in"
    assert window.stack.count() == 1
    assert window.current not in before
    sign_in(qtbot, session, "bob")
    assert window.page == "cases"


@pytest.mark.parametrize("name", ["quit", "sign_out", "new_case"])
def test_while_something_runs_leaving_asks_first_and_can_be_given_up(
    qtbot: QtBot, window: Window, sample: Sample, name: str
) -> None:
    sampled(qtbot, window, sample)
    busy(qtbot, window)
    window.acts[name].setEnabled(True)
    window.acts[name].trigger()
    answer(QMessageBox.ButtonRole.RejectRole)
    assert window.isVisible()
    assert window.page == "case"
    assert window.bench.looking.busy
    window.bench.looking.resume()
    opened.bury()
    assert opened.dialogs(QMessageBox) == []


def test_leaving_all_the_same_stops_what_runs_and_records_both(
    qtbot: QtBot, window: Window, sample: Sample
) -> None:
    sampled(qtbot, window, sample)
    busy(qtbot, window)
    with qtbot.waitSignal(window.over, timeout=opened.PATIENCE):
        window.close()
        answer(QMessageBox.ButtonRole.AcceptRole)
        assert not window.isVisible()
    *_, ended, left = opened.journal(sample)
    assert (ended["act"], ended["about"]["cancelled"]) == (Act.RESULT, True)
    assert left["act"] == Act.SESSION_CLOSE


def test_closing_signs_out_and_only_then_is_over(
    qtbot: QtBot, window: Window, sample: Sample
) -> None:
    sampled(qtbot, window, sample)
    with qtbot.waitSignal(window.over, timeout=opened.PATIENCE):
        window.close()
    assert opened.written(sample)[-1] is Act.SESSION_CLOSE


def test_size_and_splitters_are_remembered(
    qtbot: QtBot, window: Window, sample: Sample, words: Words, theme: Theme
) -> None:
    sampled(qtbot, window, sample)
    assert window.case is not None
    window.resize(*LEAST)
    panes = window.case._splitters["panes"]
    sizes = panes.sizes()
    panes.setSizes([sizes[0], sizes[1] - 40, sizes[2] + 40])
    kept = panes.sizes()
    assert kept != sizes
    window.keep_layout()
    assert window._preferences.layout("window") == window.saveGeometry()
    again = Window(window.bench, words, theme, window._preferences)
    qtbot.addWidget(again)
    again.show()
    assert again.case is not None
    assert again.case._splitters["panes"].sizes() == kept


def test_keys_and_the_doctor_are_shown_without_blocking_the_program(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.state.diagnosis.examine", lambda health: ())
    window.acts["keys"].trigger()
    window.acts["doctor"].trigger()
    assert len(opened.dialogs(Keys)) == 1
    (doctor,) = opened.dialogs(DiagnosisDialog)
    qtbot.waitUntil(doctor.again.isEnabled)


def test_validation_is_a_page_that_leads_back(qtbot: QtBot, window: Window) -> None:
    sign_in(qtbot, window.bench.session)
    window.acts["validation"].trigger()
    assert window.page == "validation"
    window.current.closed.emit()  # type: ignore[attr-defined]  # any page is a widget
    assert window.page == "cases"


def test_full_screen_is_gone_into_and_out_of(window: Window) -> None:
    window.acts["full_screen"].trigger()
    assert window.isFullScreen()
    window.acts["full_screen"].trigger()
    assert not window.isFullScreen()


def test_what_was_typed_in_a_case_never_meets_the_next(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    session = sign_in(qtbot, window.bench.session)
    case_in(qtbot, session, tmp_path / "case")
    assert window.case is not None
    window.case.export.form.recipient.setText("Mme X")
    window.acts["new_case"].trigger()
    assert (session.in_case, window.page) == (False, "new_case")
    with qtbot.waitSignal(session.failed):  # refused: the draft stays in front of the person
        session.open_case(str(tmp_path), NewCase("2024/18", draft(tmp_path).basis(), (), 0))
    assert window.page == "new_case"
    with qtbot.waitSignal(session.entered):
        session.enter(str(tmp_path / "case"))
    assert window.case is not None
    assert window.case.export.form.recipient.text() == ""


def test_a_question_put_to_one_is_not_answered_by_the_next(
    qtbot: QtBot, window: Window, sample: Sample
) -> None:
    busy(qtbot, sampled(qtbot, window, sample))
    window.acts["lock"].trigger()
    assert opened.dialogs(QMessageBox)
    window.bench.session.sign_out()
    assert opened.dialogs(QMessageBox) == []


def test_a_lock_empties_the_window_and_the_same_person_comes_back_to_their_case(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    session = sign_in(qtbot, window.bench.session)
    case_in(qtbot, session, tmp_path / "case")
    put("a digest")
    window.show_page("papers")
    window.acts["lock"].trigger()
    assert (window.page, window.stack.count(), window.case) == ("sign_in", 1, None)
    assert window.windowTitle() == "Relecture"
    assert QGuiApplication.clipboard().text() == ""
    assert not allowed(window) & {*IN_CASE, "lock", "papers", "approvals"}
    qtbot.waitUntil(lambda: not session.tasks.busy)
    with qtbot.waitSignal(window.bench.lock.resumed):
        session.sign_in("alice", SECRET)
    assert window.page == "papers"
    assert session.where.case.number == "2024/17"


def test_the_minutes_of_the_lock_are_chosen_in_a_menu(window: Window) -> None:
    assert window.acts["lock_5"].isChecked()
    window.acts["lock_15"].trigger()
    assert window.bench.lock.minutes == 15
