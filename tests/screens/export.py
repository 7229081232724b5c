"""A clip that leaves: chosen, on its way, written and verified, refused."""

from PySide6.QtGui import QPixmap

from app.state.exporting import Step
from tests.app.answers import ExportDesk
from tests.screens.answer import answered
from tests.screens.case import with_desk
from tests.screens.stage import Stage, Swap
from vsa_core.errors import Refused


def choosing(stage: Stage) -> QPixmap:
    """What leaves, how, and who stays masked."""
    _offered(stage)
    return stage.under(stage.table.export)


def writing(stage: Stage) -> QPixmap:
    """On its way."""
    desk = ExportDesk(gate=stage.gate())
    _offered(stage, with_desk(exports=desk))
    stage.table.export.go.click()
    exporting = stage.front.bench.exporting
    stage.until(lambda: exporting.done > 0)
    exporting.done, exporting.total = 96, 163
    exporting.changed.emit()
    return stage.under(stage.table.export)


def verified(stage: Stage) -> QPixmap:
    """Written, and found whole."""
    _offered(stage)
    stage.table.export.go.click()
    exporting = stage.front.bench.exporting
    stage.until(lambda: exporting.step in (Step.WRITTEN, Step.FAILED))
    stage.table.export.written.verify.click()
    stage.until(lambda: exporting.checked is not None)
    return stage.under(stage.table.export)


def refused(stage: Stage) -> QPixmap:
    """The desk refuses."""
    _offered(stage, with_desk(exports=ExportDesk(fault=Refused("EXP-006", file="exports"))))
    stage.table.export.form.set_folder(str(stage.path("exports")))
    stage.table.export.go.click()
    stage.until(stage.table.export.notice.isVisible)
    return stage.under(stage.table.export)


def _offered(stage: Stage, swap: Swap = lambda desks: desks) -> None:
    front = answered(stage, swap=swap)
    chosen = front.bench.hits.current
    assert chosen is not None
    stage.table.hits.export_wanted.emit((chosen,))
    form = stage.table.export.form
    form.recipient.setText("Mme Fabre, tribunal judiciaire")
    form.motive.choose("M04")
    stage.settle()
