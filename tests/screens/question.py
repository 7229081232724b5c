"""Putting a question together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from app.cli.trial import asked_of
from app.front import Front
from tests.screens.stage import Stage
from vsa_core.domain.geometry import UNITS, Line, Point, Zone
from vsa_core.domain.query import Query

ZONE = Zone(
    (Point(17_000, 38_000), Point(45_000, 36_000), Point(50_000, 60_000), Point(12_000, 61_000))
)
CROSSED = ((0.3, 0.4), (0.6, 0.7), (0.6, 0.4), (0.3, 0.7))
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


def crossed(stage: Stage) -> QPixmap:
    """A zone that crosses itself is refused where it is drawn."""
    front = stage.case()
    question = front.bench.question
    stage.table.act("question")
    question.choose_kind("dwell")
    _draw(stage)
    canvas = stage.table.sketch.canvas
    for x, y in CROSSED:
        spot = canvas.to_widget(x * UNITS, y * UNITS).toPoint()
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    return stage.window()


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
