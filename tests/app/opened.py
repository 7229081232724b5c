"""The whole window on a small sample case that is made once and copied for each test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import sample as making
from app.front import Front, Means
from app.sample import MOTIVE, WHO, Sample, make_sample
from app.state.hits import Stage
from app.widgets.motive import MotiveDialog
from app.workbench import Workbench
from tests.app.cli.labelled import small_archive
from tests.app.laboratory import Laboratory
from tests.desk.records import records
from tests.desk.scene import CHEAP, FixedClock, settings
from vsa_core import engine
from vsa_core.desk.desks import Desks
from vsa_core.domain.case import Act
from vsa_core.domain.geometry import Point, Zone
from vsa_core.domain.ports import Cancel, Progress

PASSPHRASE = "f" * 32
ZONE = Zone((Point(25000, 20000), Point(45000, 20000), Point(45000, 62000), Point(25000, 62000)))
"""The walker of the sample enters it once in each of its two files."""

D = TypeVar("D", bound=QWidget)

PARTS = ("installation", "affaire")
PATIENCE = 20_000
"""Milliseconds for which a test awaits what a desk does."""


def desks_at(home: Path) -> Desks:
    """An installation with cheap passphrases."""
    return engine.desks(settings(home), CHEAP, FixedClock())


def stocked(folder: Path) -> Sample:
    """A sample case made in `folder`, whose analyst has left again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "render", small_archive)
        patch.setattr(making.secrets, "token_hex", lambda size: PASSPHRASE)
        made = make_sample(folder, desks_at, lambda done, total, what: None, lambda: False)
    made.desks.people.sign_out(made.who)
    return made


def copied(stock: Sample, into: Path) -> Sample:
    """The same case on a copy of its own; its films stay where they are."""
    origin = Path(stock.where.folder).parent
    for part in PARTS:
        shutil.copytree(origin / part, into / part)
    desks = desks_at(into / PARTS[0])
    who = desks.people.sign_in(WHO, PASSPHRASE)
    where = desks.cases.enter(who, str(into / PARTS[1]))
    return Sample(desks, who, where, stock.archive)


def means(
    home: Path,
    language: str = "fr",
    sample: Sample | None = None,
    laboratory: Laboratory | None = None,
) -> Means:
    """What the program's start would hand over; `sample` is what trying the sample gives."""
    laboratory = laboratory or Laboratory()

    def try_it(progress: Progress, cancel: Cancel) -> Sample:
        assert sample is not None, "nobody asked for it"
        return sample

    return Means(
        home,
        lambda: desks_at(home),
        try_it,
        language,
        "relecture/0.1.0",
        laboratory.validate,
        laboratory.report,
    )


@contextmanager
def undressed(application: QApplication) -> Iterator[None]:
    """What a window does to the whole program is taken back at the end."""
    palette, font = application.palette(), application.font()
    try:
        yield
    finally:
        undress(application, palette, font)


def undress(application: QApplication, palette: QPalette, font: QFont) -> None:
    """The program as Qt made it: no language, no colours, no style of ours."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(QLocale.c())
    application.setStyleSheet("")
    application.setPalette(palette)
    application.setFont(font)


@contextmanager
def fronted(qtbot: QtBot, application: QApplication, given: Means) -> Iterator[Front]:
    """The program's window; at the end the person leaves, and nothing of it stays."""
    with undressed(application):
        front = Front(application, given)
        yield front
        gone: list[bool] = []
        front.session.sign_out(lambda: gone.append(True))
        qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE)
        front.end()
        front.deleteLater()
        bury()


def bury() -> None:
    """Let everything die that was told to die later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def table(front: Front) -> Workbench:
    """The page of the case."""
    assert front.window.case is not None
    return front.window.case


def seated(qtbot: QtBot, front: Front, sample: Sample) -> Workbench:
    """The window in the sample case, its files listed and laid out in time."""
    front.open(sample)
    bench = front.bench
    qtbot.waitUntil(lambda: bool(bench.archive.sheets), timeout=PATIENCE)
    qtbot.waitUntil(lambda: any(lane.files for lane in bench.timeline.lanes), timeout=PATIENCE)
    return table(front)


def entered(front: Front) -> None:
    """Put a question together: who enters the zone."""
    question = front.bench.question
    question.choose_kind("zone_entry")
    question.drawing.draw(ZONE)


def answered(qtbot: QtBot, front: Front) -> None:
    """Ask it, and have the whole answer."""
    entered(front)
    front.bench.question.ask(MOTIVE)
    qtbot.waitUntil(lambda: front.bench.hits.state is Stage.ANSWERED, timeout=PATIENCE)
    assert len(front.bench.hits.hits) == 2


def shown(qtbot: QtBot, front: Front, row: int = 0) -> None:
    """Choose a hit, and have its picture on the screen."""
    playback = front.bench.playback
    front.bench.hits.choose(row)
    start = front.bench.hits.hits[row].event.start.corrected
    qtbot.waitUntil(
        lambda: (
            playback.at == start
            and playback.shot is not None
            and playback.shot.exact
            and not front.tasks.busy
        ),
        timeout=PATIENCE,
    )


def dialogs(kind: type[D]) -> list[D]:
    """The dialogs of that kind that are on the screen."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def agree(qtbot: QtBot, motive: str = "M02") -> None:
    """Choose a motive in the dialog that asks for one, and agree."""
    (dialog,) = dialogs(MotiveDialog)
    dialog.box.choose(motive)
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert dialogs(MotiveDialog) == []


def settled(qtbot: QtBot, front: Front) -> None:
    """Nothing is on its way any more, and what came has been told."""
    qtbot.waitUntil(lambda: not front.tasks.busy, timeout=PATIENCE)
    QCoreApplication.sendPostedEvents(front.tasks)


def journal(sample: Sample) -> list[dict[str, Any]]:
    """Every record of that sample's journal."""
    return records(Path(sample.where.folder).parent / PARTS[0])


def written(sample: Sample) -> list[Act]:
    """The acts of that sample's journal."""
    return [Act(record["act"]) for record in journal(sample)]
