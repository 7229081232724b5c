from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.tasks import Tasks
from app.theme import Theme
from app.views.papers import PapersView
from app.widgets.order_dialogs import CarriedOutDialog, OrderDialog
from app.widgets.widening_dialog import WideningDialog
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.opened import dialogs
from tests.app.state.test_papers import Desk
from tests.desk.scene import HOUR, MOTIVE
from vsa_core.domain.widening import Wider


@pytest.fixture
def at(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> Desk:
    return Desk(qtbot, tasks, tmp_path)


@pytest.fixture
def view(qtbot: QtBot, at: Desk, words: Words, theme: Theme) -> PapersView:
    made = PapersView(at.papers, at.session, words, theme)
    qtbot.addWidget(made)
    with qtbot.waitSignal(at.papers.changed):
        made.show()
    return made


def test_the_basis_stands_there_and_what_may_be_done_with_it(view: PapersView) -> None:
    assert "2024/17" in view.title.text()
    assert view.widen.isEnabled()
    assert not view.force.isEnabled()
    assert not view.done.isEnabled()
    assert nameless(view) == []


def test_an_order_is_entered_and_carried_out(qtbot: QtBot, at: Desk, view: PapersView) -> None:
    view.enter.click()
    (entering,) = dialogs(OrderDialog)
    entering.reference.setText("ST 88")
    entering.text.setPlainText("La rue.")
    with qtbot.waitSignals([at.papers.written, at.papers.changed]):
        entering.agree.click()
    assert dialogs(OrderDialog) == []
    assert view.done.isEnabled()
    view.done.click()
    (carried,) = dialogs(CarriedOutDialog)
    carried.text.setPlainText("Fait.")
    with qtbot.waitSignals([at.papers.written, at.papers.changed]):
        carried.agree.click()
    assert not view.done.isEnabled()


def test_a_refusal_is_told_in_the_dialog_which_keeps_what_was_typed(
    qtbot: QtBot, at: Desk, view: PapersView
) -> None:
    view.widen.click()
    (asking,) = dialogs(WideningDialog)
    asking.decision.setText("ordonnance")
    asking.motive.choose(MOTIVE)
    with qtbot.waitSignal(at.session.failed):
        asking.agree.click()
    assert asking.notice.code.text() == "LAW-038"
    assert asking.isVisible()
    assert asking.decision.text() == "ordonnance"
    asking.reject()


def test_what_was_approved_is_carried_out_after_one_more_question(
    qtbot: QtBot, at: Desk, view: PapersView
) -> None:
    wider = Wider("ordonnance", at.session.now() - HOUR, ("gare",))
    with qtbot.waitSignals([at.papers.written, at.papers.changed]):
        at.papers.ask_wider(wider, MOTIVE)
    assert not view.force.isEnabled()
    at.approve()
    with qtbot.waitSignal(at.papers.changed):
        at.papers.refresh()
    view.force.click()
    (box,) = dialogs(QMessageBox)
    assert "gare" in box.informativeText()
    agree = next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole)
    with qtbot.waitSignal(at.session.amended):
        agree.click()
    assert "gare" in at.papers.case.basis.cameras


def test_the_way_back(qtbot: QtBot, view: PapersView) -> None:
    with qtbot.waitSignal(view.closed):
        view.back.click()
