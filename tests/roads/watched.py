"""The real program, which also tells line by line what its window shows, and where on the screen.

Only two things are not the program's own: the sample archive is a small one,
and the passphrase of its analyst is known, so that a test can read the journal.
"""

import json
import sys
import threading
import time
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from app import __main__ as program
from app import sample as making
from app.front import Front
from app.sample import Sample
from app.views.export import ExportDialog
from app.views.founding import FoundingView
from app.widgets.motive import MotiveDialog
from app.workbench import Workbench
from tests.app.cli.labelled import small_archive

PASSPHRASE = "f" * 32
BEAT = 40
"""Milliseconds between two lines."""

Spot = tuple[str, QWidget, QRect]
"""What can be pointed at: its name, a widget, and the part of it that is meant."""


def watch(front: Front) -> None:
    """Tell about the window at every beat, from now on."""
    beats = QTimer(front, interval=BEAT)
    beats.timeout.connect(lambda: print(json.dumps(told(front)), flush=True))
    beats.start()


def told(front: Front) -> dict[str, object]:
    """What the window shows, in plain values; `spots` are x, y, width, height on the screen."""
    bench, window = front.bench, front.window
    hit = bench.hits.current
    exporting = bench.exporting
    return {
        "at": time.monotonic_ns(),
        "page": window.page,
        "title": window.windowTitle(),
        "files": len(bench.archive.sheets),
        "lanes": sum(len(lane.files) for lane in bench.timeline.lanes),
        "stage": bench.hits.state,
        "hits": len(bench.hits.hits),
        "covered": bench.hits.coverage is not None,
        "chosen": hit.name if hit else "",
        "shown": bench.playback.shot is not None,
        "there": hit is not None and bench.playback.at == hit.event.start.corrected,
        "verdict": bench.hits.verdict(hit.name) if hit else None,
        "step": exporting.step,
        "written": exporting.exported.folder if exporting.exported else "",
        "checked": exporting.checked.files if exporting.checked else 0,
        "place": bench.question.place is not None,
        "busy": front.tasks.busy,
        "spots": {name: seen for name, widget, part in spots(front) if (seen := on(widget, part))},
    }


def on(widget: QWidget, part: QRect) -> tuple[int, int, int, int] | None:
    """Where on the screen that part of a widget lies; None unless it can be seen and used."""
    if not widget.isVisible() or not widget.isEnabled():
        return None
    if not widget.visibleRegion().contains(part.center()):
        return None
    corner = widget.mapToGlobal(QPoint(0, 0))
    return corner.x() + part.x(), corner.y() + part.y(), part.width(), part.height()


def spots(front: Front) -> Iterator[Spot]:
    """Everything that a walk may point at now: nothing below what has dropped down or popped up."""
    popup, page = QApplication.activePopupWidget(), front.window.current
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
    seen = [dialog for dialog in dialogs if dialog.isVisible()]
    if popup is not None:
        yield from of_popup(popup)
    elif seen:
        for dialog in seen:
            yield from of_dialog(dialog)
    elif isinstance(page, Workbench):
        yield from of_case(page)
    elif isinstance(page, FoundingView):
        yield from whole(sample=page.entrance.offer.button)


def whole(**widgets: QWidget) -> Iterator[Spot]:
    """Whole widgets, by name."""
    for name, widget in widgets.items():
        yield name, widget, widget.rect()


def of_case(case: Workbench) -> Iterator[Spot]:
    """The panes of a case."""
    tabs, cards, canvas = case.left.tabBar(), case.hits.cards, case.sketch.canvas
    yield "question", tabs, tabs.tabRect(1)
    page, bar = case.query.page, case.query.bar
    yield from whole(kind=page.kind, draw=page.place.draw, ask=bar.ask)
    yield from whole(finish=case.sketch.finish, export=case.details.export)
    if canvas.has_picture:
        yield "canvas", canvas, canvas.area().toRect()
    yield "card", cards.viewport(), cards.visualRect(cards.model().index(0, 0))


def of_dialog(dialog: QDialog) -> Iterator[Spot]:
    """What a dialog asks."""
    if isinstance(dialog, MotiveDialog):
        yield from whole(motive=dialog.box, agree=dialog.agree)
    if isinstance(dialog, ExportDialog):
        yield from whole(why=dialog.form.motive, go=dialog.go, verify=dialog.written.verify)
        yield from whole(leave=dialog.leave)


def of_popup(popup: QWidget) -> Iterator[Spot]:
    """The rows of a list that has dropped down, by what they stand for."""
    for view in popup.findChildren(QAbstractItemView):
        for row in range(view.model().rowCount()):
            index = view.model().index(row, 0)
            stands_for = index.data(Qt.ItemDataRole.UserRole)
            yield f"row {stands_for}", view.viewport(), view.visualRect(index)


def main() -> int:
    """Run the program on the small archive; the last line tells which threads are left."""
    making.render = small_archive
    making.secrets.token_hex = lambda nbytes=None: PASSPHRASE
    opening = Front.open

    def opened(front: Front, sample: Sample | None = None) -> None:
        opening(front, sample)
        watch(front)

    Front.open = opened  # type: ignore[method-assign]
    status = program.main([])
    print(json.dumps({"threads": [thread.name for thread in threading.enumerate()]}), flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
