"""The journal as its reader sees it, whole and altered."""

from PySide6.QtGui import QPixmap

from app.views.audit import AuditView
from tests.desk.scene import SECRET
from tests.screens.rooms import ANALYST, DPO, MOTIVE, TODAY, Inside
from tests.screens.stage import Stage
from vsa_core.domain.geometry import UNITS, Line, Point
from vsa_core.domain.query import Query
from vsa_core.errors import Fault

LINE = Line(Point(UNITS // 2, 0), Point(UNITS // 2, UNITS))


def unread(stage: Stage) -> QPixmap:
    """Nothing is read until it is asked for."""
    stage.open("indexed")
    stage.sign_in(DPO)
    stage.front.window.show_page("journal")
    return stage.window()


def whole(stage: Stage) -> QPixmap:
    """What was done in a case, and the light that says that nothing is missing."""
    view = _read(stage)
    view.check.click()
    stage.until(lambda: not view.head.isHidden())
    view.table.selectRow(7)
    stage.settle()
    return stage.window()


def altered(stage: Stage) -> QPixmap:
    """One byte was changed."""
    view = _read(stage)
    log = next((stage.room.home / "audit").glob("*/audit.jsonl"))
    data = log.read_bytes()
    log.chmod(0o600)
    log.write_bytes(data.replace(b'"motive":"M01"', b'"motive":"M03"', 1))
    view.check.click()
    stage.until(view.notice.isVisible)
    stage.settle()
    return stage.window()


def _read(stage: Stage) -> AuditView:
    front = stage.open("indexed")
    _work(stage)
    stage.sign_in(DPO)
    front.window.show_page("journal")
    view = front.window.current
    assert isinstance(view, AuditView)
    view.refresh()
    stage.until(lambda: view.table.model().rowCount() > 0)
    stage.settle()
    return view


def _work(stage: Stage) -> None:
    """An analyst asks, retains, is refused."""
    desks = stage.room.desks(TODAY + 1_800_000_000)
    who = desks.people.sign_in(ANALYST, SECRET)
    at = Inside(desks, who, desks.cases.enter(who, str(stage.room.case)))
    query = Query("line_crossing", cameras=("rue",), place=LINE)
    found = [hit for batch in desks.queries.ask(who, at.where, query, MOTIVE) for hit in batch.hits]
    desks.viewing.judge(who, at.where, found[0].name, True, "M02")
    try:
        outside = Query("line_crossing", cameras=("mairie",), place=LINE)
        list(desks.queries.ask(who, at.where, outside, MOTIVE))
    except Fault:
        pass
    desks.people.sign_out(who)
