"""People and papers: the lock, the wait, habilitations, orders, what takes two people."""

from dataclasses import replace

from PySide6.QtGui import QPixmap

from app.front import Front
from app.state.lock import Reason
from app.state.validity import Held
from app.views.approvals import ApprovalsView
from app.views.cases import CasesView
from app.views.papers import PapersView
from app.views.sign_in import SignInView
from tests.desk.scene import SECRET
from tests.screens.rooms import ADMINISTRATOR, ANALYST, DAY, DPO, MOTIVE, NUMBER, TODAY, WINDOW
from tests.screens.stage import Stage
from vsa_core.domain.moment import Window
from vsa_core.domain.order import NewOrder, OrderKind, Origin
from vsa_core.domain.request import Kind
from vsa_core.domain.widening import Wider

SUPERVISOR = "khaddad"
FREE = 5


def covered(stage: Stage) -> QPixmap:
    """The same while something runs."""
    front = stage.case("new")
    front.bench.lock._working = lambda: True
    front.bench.lock.lock(Reason.IDLE)
    stage.settle()
    return stage.window()


def waiting(stage: Stage) -> QPixmap:
    """Five wrong passphrases."""
    front = stage.open("staffed")
    view = front.window.current
    assert isinstance(view, SignInView)
    view.name.setText(ANALYST)
    for _ in range(FREE):
        view.notice.clear()
        view.secret.setText("pas la bonne phrase")
        view.enter.click()
        stage.until(view.notice.isVisible)
    stage.until(lambda: not view.enter.isEnabled())
    return stage.window()


def ended(stage: Stage) -> QPixmap:
    """A habilitation that has ended."""
    front = _habilitated(stage)
    front.session.sign_out()
    stage.settle()
    view = front.window.current
    assert isinstance(view, SignInView)
    view.name.setText(ANALYST)
    view.secret.setText(SECRET)
    view.enter.click()
    stage.until(view.ended.isVisible)
    return stage.window()


def people(stage: Stage) -> QPixmap:
    """What ends soon, and what has ended."""
    front = _habilitated(stage)
    assert isinstance(front.window.current, CasesView)
    return stage.window()


def _habilitated(stage: Stage) -> Front:
    front = stage.open("staffed")
    stage.sign_in(ADMINISTRATOR)
    stage.settle()
    held = Held("HAB 2024-112", "Mme Roussel, commissaire", "images", TODAY - 400 * DAY)
    for name, ends in ((ANALYST, TODAY - DAY), (SUPERVISOR, TODAY + 12 * DAY), ("jfabre", None)):
        front.bench.people.renew(name, replace(held, ends=ends))
        stage.settle()
    return front


def papers(stage: Stage) -> QPixmap:
    """A case with an order to carry out and a request that was approved."""
    _papered(stage)
    return stage.window()


def approvals(stage: Stage) -> QPixmap:
    """What waits for the DPO's signature."""
    _waiting_for_dpo(stage)
    return stage.window()


def _waiting_for_dpo(stage: Stage) -> ApprovalsView:
    front = stage.open("new")
    desks = front.session.desks
    who = desks.people.sign_in(SUPERVISOR, SECRET)
    desks.approvals.ask(who, Kind.WIDEN_BASIS, _wider().fields(), NUMBER, MOTIVE)
    desks.people.sign_out(who)
    stage.sign_in(DPO)
    stage.settle()
    front.window.show_page("approvals")
    stage.settle()
    view = front.window.current
    assert isinstance(view, ApprovalsView)
    return view


def _papered(stage: Stage) -> PapersView:
    front = stage.open("new")
    desks, folder = front.session.desks, str(stage.room.case)
    who = desks.people.sign_in(SUPERVISOR, SECRET)
    where = desks.cases.enter(who, folder)
    text = "Effacer les images de la caméra « parking » du 5 mars, étrangères aux faits."
    order = NewOrder(OrderKind.RECTIFY, Origin.MAGISTRATE, "soit-transmis 2024/88", text)
    desks.orders.enter(who, where, order)
    done = NewOrder(OrderKind.COMPLETE, Origin.PERSON, "courrier du 1er mars", "Compléter.")
    name = desks.orders.enter(who, where, done).name
    desks.orders.done(who, where, name, "Pièce jointe au dossier.")
    pending = desks.widening.ask(who, where, _wider(), MOTIVE)
    second = desks.people.sign_in(DPO, SECRET)
    desks.approvals.approve(second, pending.name)
    desks.people.sign_out(who)
    stage.sign_in(SUPERVISOR)
    front.session.enter(folder)
    stage.until(lambda: front.session.in_case)
    stage.settle()
    front.window.show_page("papers")
    stage.settle()
    view = front.window.current
    assert isinstance(view, PapersView)
    return view


def _wider() -> Wider:
    window = Window(WINDOW.start - DAY // 2, WINDOW.end)
    decision = "ordonnance du 6 mars 2024"
    return Wider(decision, TODAY - DAY, ("gare",), window, TODAY + 120 * DAY)
