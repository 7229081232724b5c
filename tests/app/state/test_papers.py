"""The papers of a case: orders, a wider basis, closing; each through the desk, each recorded."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.papers import Papers
from app.state.session import Session
from app.tasks import Tasks
from tests.app.doorstep import at_the_door, draft, sign_in
from tests.desk.records import records
from tests.desk.scene import HOUR, MOTIVE, SECRET
from vsa_core.desk.cases import NewCase
from vsa_core.domain.case import Act, Role
from vsa_core.domain.erasure import Ground
from vsa_core.domain.order import NewOrder, OrderKind, Origin
from vsa_core.domain.request import Kind
from vsa_core.domain.widening import Wider

ORDER = NewOrder(OrderKind.RECTIFY, Origin.MAGISTRATE, "ST 88", "La rue.")


class Desk:
    """A supervisor in a case, and its papers; `blanked` counts how often the screen was emptied."""

    def __init__(self, qtbot: QtBot, tasks: Tasks, folder: Path) -> None:
        self.session: Session = at_the_door(
            folder / "home", tasks, ("bob", Role.SUPERVISOR), ("dan", Role.DPO)
        )
        sign_in(qtbot, self.session, "bob")
        new = draft(folder / "case")
        with qtbot.waitSignal(self.session.entered):
            self.session.open_case(
                new.folder, NewCase(new.number, new.basis(), (), new.erase_by), MOTIVE
            )
        self.blanked = 0
        self.papers = Papers(self.session, self._blank, self.session)

    def _blank(self) -> None:
        self.blanked += 1

    def approve(self) -> None:
        """The DPO signs the one request there is."""
        dan = self.session.desks.people.sign_in("dan", SECRET)
        (pending,) = self.session.desks.approvals.listed(dan)
        self.session.desks.approvals.approve(dan, pending.name)


@pytest.fixture
def at(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> Desk:
    return Desk(qtbot, tasks, tmp_path)


def test_an_order_is_entered_listed_and_carried_out(qtbot: QtBot, at: Desk) -> None:
    with qtbot.waitSignals([at.papers.written, at.papers.changed]):
        at.papers.enter(ORDER)
    (order,) = at.papers.orders
    assert (order.kind, order.entered_by, order.done) == (OrderKind.RECTIFY, "bob", None)
    with qtbot.waitSignals([at.papers.written, at.papers.changed]):
        at.papers.carry_out(order.name, "Fait.")
    assert at.papers.orders[0].what == "Fait."


def test_a_basis_is_widened_by_two_and_the_stay_goes_on(
    qtbot: QtBot, at: Desk, tmp_path: Path
) -> None:
    before = at.session.where
    wider = Wider("ordonnance", at.session.now() - HOUR, ("gare",))
    with qtbot.waitSignals([at.papers.written, at.papers.changed]):
        at.papers.ask_wider(wider, MOTIVE)
    (pending,) = at.papers.requests
    assert pending.request.kind is Kind.WIDEN_BASIS
    with qtbot.waitSignal(at.session.failed) as failed:
        at.papers.widen(pending.name)
    assert failed.args[0].code == "CAS-094"
    at.approve()
    with qtbot.waitSignals([at.session.amended, at.papers.written]):
        at.papers.widen(pending.name)
    assert at.blanked == 2
    assert at.session.where != before
    assert "gare" in at.papers.case.basis.cameras
    with qtbot.waitSignal(at.papers.changed):
        at.papers.refresh()
    assert at.papers.requests[0].done
    assert Act.BASIS_CHANGE in [record["act"] for record in records(tmp_path / "home")]


def test_a_case_is_closed_and_its_papers_stay(qtbot: QtBot, at: Desk) -> None:
    with qtbot.waitSignal(at.session.amended):
        at.papers.close(MOTIVE)
    assert at.papers.case.closed is not None
    with qtbot.waitSignal(at.papers.changed):
        at.papers.refresh()
    with qtbot.waitSignal(at.session.failed) as failed:
        at.papers.close(MOTIVE)
    assert failed.args[0].code == "LAW-035"


def test_an_erasure_is_asked_for_and_nothing_is_destroyed(qtbot: QtBot, at: Desk) -> None:
    with qtbot.waitSignals([at.papers.written, at.papers.changed]):
        at.papers.ask_erasure(Ground.CLOSURE, "PV 12", "", MOTIVE)
    assert at.papers.requests[0].request.kind is Kind.ERASE_CASE
    assert Path(at.papers.folder).exists()


def test_papers_are_forgotten_with_the_case(qtbot: QtBot, at: Desk) -> None:
    with qtbot.waitSignals([at.papers.written, at.papers.changed]):
        at.papers.enter(ORDER)
    at.session.leave()
    assert at.papers.orders == ()
