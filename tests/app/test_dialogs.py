from pytestqt.qtbot import QtBot

from app.front import Front
from app.sample import Sample
from app.views.calibration import CalibrationDialog
from app.views.indexing import IndexingDialog
from app.widgets.motive import MotiveDialog
from tests.app import opened
from tests.app.frame import sampled
from vsa_core.domain.verdict import Verdict


def test_dialogs_lie_on_the_table_and_go_with_the_case(
    qtbot: QtBot, front: Front, sample: Sample
) -> None:
    window = sampled(qtbot, front.window, sample)
    assert window.case is not None
    dialogs = window.case.dialogs
    dialogs.index()
    dialogs.calibrate("rue")
    shown = [opened.dialogs(kind) for kind in (IndexingDialog, CalibrationDialog)]
    assert [len(some) for some in shown] == [1, 1]
    front.session.leave()
    qtbot.waitUntil(lambda: not opened.dialogs(CalibrationDialog))
    assert not opened.dialogs(IndexingDialog)


def test_nothing_is_decided_without_a_result_on_show(
    qtbot: QtBot, front: Front, sample: Sample
) -> None:
    window = sampled(qtbot, front.window, sample)
    assert window.case is not None
    window.case.dialogs.judge(Verdict.DOUBT)
    assert not opened.dialogs(MotiveDialog)
