"""Putting a question together."""

from math import sin

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from app.cli.trial import asked_of
from app.front import Front
from app.views.calibration import CalibrationDialog
from tests.screens.rooms import MOTIVE
from tests.screens.stage import Stage
from vsa_core.domain.filters import Colours, Hours, Range
from vsa_core.domain.geometry import Line, Path, Point, Zone
from vsa_core.domain.query import Query

ZONE = Zone(
    (Point(17_000, 38_000), Point(45_000, 36_000), Point(50_000, 60_000), Point(12_000, 61_000))
)
PATH = Path(
    tuple(Point(8_000 + 2_700 * n, 50_000 - round(9_000 * sin(n / 3))) for n in range(0, 19, 2))
)
GROUND = (
    Point(12_000, 58_000),
    Point(50_000, 58_000),
    Point(42_000, 36_000),
    Point(20_000, 36_000),
)
FOOT = 1
"""Without a detector the foot of each mover is followed."""


def empty(stage: Stage) -> QPixmap:
    """A case without footage has nothing to ask."""
    stage.case("new")
    stage.table.act("question")
    return stage.window()


def begun(stage: Stage) -> QPixmap:
    """A question as it begins."""
    stage.case()
    stage.table.act("question")
    return stage.window()


def filled(stage: Stage) -> QPixmap:
    """The same, ready to be asked."""
    compose(stage)
    stage.table.sketch.done.emit()
    return stage.window()


def line(stage: Stage) -> QPixmap:
    """A line on the street."""
    compose(stage)
    return stage.window()


def zone(stage: Stage) -> QPixmap:
    """A zone on the car park, one corner on its way."""
    front = stage.case()
    question = front.bench.question
    stage.table.act("question")
    question.choose_kind("dwell")
    question.choose_cameras(("parking",))
    question.drawing.draw(ZONE)
    _draw(stage)
    return stage.window()


def words(stage: Stage) -> QPixmap:
    """A question in words: completed as one types, and a word that is wrong."""
    stage.case()
    stage.table.act("say")
    line = stage.table.query.page.phrase.line
    QTest.keyClicks(line, "personne franchit la lign")
    line.list.hide()
    line.entered.emit()
    stage.settle()
    return stage.window()


def filters(stage: Stage) -> QPixmap:
    """Colours, a range, a way and the hours of the day."""
    compose(stage)
    stage.table.sketch.done.emit()
    question, page = stage.front.bench.question, stage.table.query.page
    question.choose_classes(("person",))
    question.narrow(Colours("upper", ("red", "blue")))
    question.narrow(Range("size", 100, 600))
    question.narrow(Hours(22 * 60, 5 * 60, (4, 5)))
    page.filter_fold.open(True)
    stage.settle()
    page.verticalScrollBar().setValue(page.filter_fold.mapTo(page.widget(), QPoint(0, 0)).y())
    return stage.window()


def combined(stage: Stage) -> QPixmap:
    """One thing, then another within a time, each on its own card."""
    compose(stage)
    question = stage.front.bench.question
    question.add_part()
    question.choose_kind("dwell")
    question.drawing.draw(ZONE)
    question.join("then")
    _draw(stage)
    return stage.window()


def path(stage: Stage) -> QPixmap:
    """A path drawn by hand."""
    front = stage.case()
    stage.table.act("question")
    front.bench.question.choose_kind("path_following")
    front.bench.question.drawing.draw(PATH)
    _draw(stage)
    return stage.window()


def calibrating(stage: Stage) -> QPixmap:
    """Four points of the ground, and how wrong they may be."""
    compose(stage)
    stage.table.query.calibrate_wanted.emit("rue")
    dialog = stage.dialog(CalibrationDialog)
    assert isinstance(dialog, CalibrationDialog)
    stage.until(lambda: dialog.canvas.has_picture)
    dialog.canvas.show_points(GROUND)
    dialog.motive.choose(MOTIVE)
    return stage.under(dialog)


def no_background(stage: Stage) -> QPixmap:
    """Nothing was looked at: there is no picture to draw on."""
    front = stage.case("footage")
    stage.table.act("question")
    stage.table.draw()
    question = front.bench.question
    stage.until(lambda: question.backdrop.fault(question.choice.camera) is not None)
    stage.settle()
    return stage.window()


def compose(stage: Stage, room: str = "indexed") -> Query:
    """Who crosses the line on the street, drawn on its picture."""
    front = stage.case(room)
    return ask_about(stage, front)


def ask_about(stage: Stage, front: Front) -> Query:
    """Put that question together in a window that is in the case."""
    asked = asked_of(stage.rooms.archive, named=False)[0].query
    question = front.bench.question
    stage.table.act("question")
    question.choose_kind(asked.kind)
    question.choose_cameras(asked.cameras)
    assert isinstance(asked.place, Line)
    question.drawing.draw(asked.place)
    question.set_value("anchor", FOOT)
    _draw(stage)
    query = question.query()
    assert query is not None
    return query


def _draw(stage: Stage) -> None:
    stage.table.draw()
    stage.until(lambda: stage.table.sketch.canvas.has_picture)
    stage.settle()
