"""The DPO’s desk: two months of use, what rules bring forward, the light, the ceremony."""

from pathlib import Path

from PySide6.QtGui import QPixmap

from app.views.audit_replays import ReplaysView
from app.views.dpo.view import DpoView
from tests.desk.scene import HOUR, SECRET
from tests.screens.rooms import ANALYST, DPO, MOTIVE, TODAY, Inside
from tests.screens.stage import Stage
from vsa_core.domain.geometry import UNITS, Line, Point
from vsa_core.domain.query import Query
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Fault

LINE = Line(Point(UNITS // 2, 0), Point(UNITS // 2, UNITS))
DAY = 24 * HOUR
VISITS = ((0, 4, 3), (1, 9, 2), (2, 8, 5), (5, 14, 1), (6, 3, 4), (7, 10, 6), (8, 9, 2), (12, 8, 3))
"""Day, hour after the beginning, and how many questions."""


def desk(stage: Stage) -> QPixmap:
    """What the DPO sees on signing in, once she had the journal checked."""
    view = _signed_in(stage)
    view.light.check.click()
    stage.until(lambda: not view.light.head.isHidden())
    _choose(view, "question")
    stage.settle()
    return stage.window()


def broad(stage: Stage) -> QPixmap:
    """Broad questions brought forward, one of them remarked on."""
    view = _signed_in(stage)
    card = view.facts.cards[2]
    card.click()
    stage.settle()
    view.table.selectRow(0)
    view.record.text.setText("Toutes les caméras : à justifier par l’OPJ.")
    view.record.send.click()
    stage.settle()
    card.click()
    view.facts.cards[2].click()
    view.table.selectRow(0)
    stage.settle()
    return stage.window()


def altered(stage: Stage) -> QPixmap:
    """One byte was changed."""
    view = _signed_in(stage)
    log = next((stage.room.home / "audit").glob("*/audit.jsonl"))
    data = log.read_bytes()
    log.chmod(0o600)
    log.write_bytes(data.replace(b'"motive":"M01"', b'"motive":"M03"', 1))
    view.light.check.click()
    stage.until(view.notice.isVisible)
    stage.settle()
    return stage.window()


def replays(stage: Stage) -> QPixmap:
    """One replay was run, one waits."""
    view = _signed_in(stage)
    _asked(stage, view)
    _ran(stage)
    view.refresh()
    stage.settle()
    _asked(stage, view, 3)
    view.tabs.setCurrentIndex(1)
    stage.settle()
    view.requests.table.setCurrentItem(view.requests.table.topLevelItem(1))
    return stage.window()


def waiting(stage: Stage) -> QPixmap:
    """The analyst enters the case about which the DPO asked."""
    view = _signed_in(stage)
    _asked(stage, view)
    stage.front.session.sign_out()
    stage.until(lambda: stage.front.session.person is None)
    stage.sign_in(ANALYST)
    stage.front.session.enter(str(stage.room.case))
    banner = stage.front.window.findChild(ReplaysView)
    stage.until(lambda: banner is not None and banner.isVisible())
    stage.settle()
    return stage.window()


def taking_out(stage: Stage) -> QPixmap:
    """The first step of the ceremony, done."""
    view = _signed_in(stage)
    dialog = view.cosign()
    dialog.form.folder.setText(str(stage.path("exports", "journal-mars")))
    dialog.form.go.click()
    stage.until(lambda: bool(dialog.form.told.text()))
    return stage.under(dialog)


def bringing_back(stage: Stage) -> QPixmap:
    """The last step: a note that is not of this journal is refused."""
    view = _signed_in(stage)
    dialog = view.cosign()
    dialog.go(2)
    note = Path(stage.path("autre.note"))
    note.write_text("relecture.local/autre\n5\nAAAA\n\n— relecture.local/autre AAAA\n", "utf-8")
    dialog.note.setText(str(note))
    dialog.keep.click()
    stage.until(dialog.notice.isVisible)
    return stage.under(dialog)


def _signed_in(stage: Stage) -> DpoView:
    front = stage.open("indexed", now=TODAY + 20 * DAY)
    _work(stage)
    stage.sign_in(DPO)
    view = front.window.current
    assert isinstance(view, DpoView)
    stage.until(lambda: view.table.model().rowCount() > 0)
    stage.settle()
    return view


def _choose(view: DpoView, act: str) -> None:
    records = view._audit.records
    rows = [row for row in range(records.rowCount()) if records.said(row).act == act]
    view.table.selectRow(rows[0])


def _asked(stage: Stage, view: DpoView, skip: int = 0) -> None:
    records = view._audit.records
    act = view._words.name("cli.acts", "query")
    rows = [row for row in range(records.rowCount()) if records.said(row).act == act]
    view.table.selectRow(rows[skip])
    view.record.replay.click()
    stage.settle()


def _ran(stage: Stage) -> None:
    desks = stage.front.session.desks
    who = desks.people.sign_in(ANALYST, SECRET)
    where = desks.cases.enter(who, str(stage.room.case))
    for one in desks.replays.waiting(who, where):
        desks.replays.run(who, where, one.place)
    desks.people.sign_out(who)


def _work(stage: Stage) -> None:
    """An analyst asks over some weeks, retains, is refused, and comes back at night."""
    for day, hour, count in VISITS:
        desks = stage.room.desks(TODAY + day * DAY + hour * HOUR)
        who = desks.people.sign_in(ANALYST, SECRET)
        try:
            at = Inside(desks, who, desks.cases.enter(who, str(stage.room.case)))
            _ask(at, day, count)
        finally:
            desks.people.sign_out(who)


def _ask(at: Inside, day: int, count: int) -> None:
    query = Query("line_crossing", cameras=("rue",), classes=("person",), place=LINE)
    wide = Query("line_crossing", place=LINE)
    hits = []
    for number in range(count):
        asked = wide if number == 0 and day % 2 else query
        for batch in at.desks.queries.ask(at.who, at.where, asked, MOTIVE):
            hits += batch.hits
    if hits:
        at.desks.reviews.judge(at.who, at.where, hits[0].name, Verdict.MATCH, "M02")
    try:
        outside = Query("line_crossing", cameras=("mairie",), place=LINE)
        list(at.desks.queries.ask(at.who, at.where, outside, MOTIVE))
    except Fault:
        pass
