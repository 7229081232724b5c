"""Terms of erasure, the end of a volume of the journal, another role, and a damaged journal."""

from PySide6.QtGui import QPixmap

from app.front import Front
from app.views.approvals import ApprovalsView
from app.views.cases import CasesView
from app.views.retention import RetentionView
from app.views.sign_in import SignInView
from app.widgets.role_dialog import RoleDialog
from tests.desk.scene import SECRET
from tests.screens.rooms import ADMINISTRATOR, DAY, DPO, TODAY
from tests.screens.stage import Stage
from vsa_core.audit.shard import newest
from vsa_core.desk.desks import Desks

LATER = (TODAY + 200 * DAY, TODAY + 400 * DAY)
"""When somebody came in between, each time in another half-year."""

YEARS_LATER = TODAY + 5 * 365 * DAY


def late(stage: Stage) -> QPixmap:
    """The DPO signs in years later: a case is still there, a volume may go."""
    _years_later(stage)
    return stage.window()


def terms(stage: Stage) -> QPixmap:
    """Which ones."""
    _listed(stage)
    return stage.window()


def purge(stage: Stage) -> QPixmap:
    """The administrator asked that a volume be destroyed; the DPO is to approve it."""
    front = _years_later(stage, ask=True)
    front.window.show_page("approvals")
    stage.settle()
    assert isinstance(front.window.current, ApprovalsView)
    return stage.window()


def role(stage: Stage) -> QPixmap:
    """Another role is asked for somebody."""
    front = stage.open("staffed")
    stage.sign_in(ADMINISTRATOR)
    stage.settle()
    view = front.window.current
    assert isinstance(view, CasesView)
    view.people.role.click()
    stage.settle()
    return stage.under(stage.dialog(RoleDialog))


def damaged(stage: Stage) -> QPixmap:
    """One byte of the journal was changed: nobody signs in, and two people know what to do."""

    def broken(desks: Desks) -> Desks:
        log = newest(stage.room.home / "audit").log
        log.write_bytes(log.read_bytes().replace(b'"motive":"M01"', b'"motive":"M03"', 1))
        return desks

    front = stage.open("new", broken)
    view = front.window.current
    assert isinstance(view, SignInView)
    view.name.setText(DPO)
    view.secret.setText(SECRET)
    view.enter.click()
    stage.until(view.damaged.isVisible)
    return stage.window()


def _listed(stage: Stage) -> RetentionView:
    front = _years_later(stage)
    front.window.late.see.click()
    stage.settle()
    view = front.window.current
    assert isinstance(view, RetentionView)
    return view


def _years_later(stage: Stage, *, ask: bool = False) -> Front:
    def passed(desks: Desks) -> Desks:
        for time in LATER:
            between = stage.room.desks(time)
            between.people.listed()
            between.people._register.journal.close()
        if ask:
            who = desks.people.sign_in(ADMINISTRATOR, SECRET)
            desks.shards.ask(who, "2024H2")
            desks.people.sign_out(who)
        return desks

    front = stage.open("new", passed, now=YEARS_LATER)
    stage.sign_in(DPO)
    stage.settle()
    return front
