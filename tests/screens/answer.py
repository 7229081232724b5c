"""Answers: on their way, whole, empty, failed; and what a person decides of them."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtGui import QPixmap

from app.front import Front
from app.state.hits import Stage as Come
from app.widgets.motive import MotiveDialog
from tests.screens.case import with_desk
from tests.screens.question import ask_about
from tests.screens.rooms import DAY, MOTIVE, TODAY
from tests.screens.stage import Stage, Swap
from vsa_core.desk.desks import Desks
from vsa_core.desk.queries import KindSheet, Queries
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.geometry import UNITS, Line, Point
from vsa_core.domain.query import Query
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Fault, Tampered

MINUTE = 60_000_000
SKY = Line(Point(UNITS // 10, UNITS // 20), Point(UNITS // 4, UNITS // 20))
"""A line that nobody crosses."""


@dataclass(slots=True)
class Halting:
    """Asks the real desk, and stops before its last word: until `gate`, or with `fault`."""

    desk: Queries
    gate: threading.Event
    fault: Fault | None = None

    def kinds(self) -> tuple[KindSheet, ...]:
        """What may be asked."""
        return self.desk.kinds()

    def combining(self) -> tuple[KindSheet, ...]:
        """How questions are joined."""
        return self.desk.combining()

    def ask(self, who: SignedIn, where: InCase, query: Query, motive: str) -> Iterator[Any]:
        """The first batch, then nothing yet."""
        first = next(iter(self.desk.ask(who, where, query, motive)))
        yield replace(first, coverage=None)
        if self.fault is not None:
            raise self.fault
        self.gate.wait()


def asking(stage: Stage) -> QPixmap:
    """Searching, nothing found so far."""
    gate = stage.gate()

    def swap(desks: Desks) -> Desks:
        return with_desk(queries=Held(desks.queries, gate))(desks)

    front = stage.case("indexed", swap)
    ask_about(stage, front)
    front.bench.question.ask(MOTIVE)
    stage.until(lambda: front.bench.hits.state is Come.ASKING)
    return stage.window()


@dataclass(slots=True)
class Held:
    """Never answers before `gate`."""

    desk: Queries
    gate: threading.Event

    def kinds(self) -> tuple[KindSheet, ...]:
        """What may be asked."""
        return self.desk.kinds()

    def combining(self) -> tuple[KindSheet, ...]:
        """How questions are joined."""
        return self.desk.combining()

    def ask(self, who: SignedIn, where: InCase, query: Query, motive: str) -> Iterator[Any]:
        """Nothing yet."""
        self.gate.wait()
        yield from ()


def results(stage: Stage) -> QPixmap:
    """Who crossed the line, and the third of them in the player."""
    answered(stage)
    return stage.window()


def failed(stage: Stage) -> QPixmap:
    """The index was altered: the answer breaks off."""
    gate = stage.gate()
    fault = Tampered("STO-003", what="segment")

    def swap(desks: Desks) -> Desks:
        return with_desk(queries=Halting(desks.queries, gate, fault))(desks)

    front = stage.case("indexed", swap)
    ask_about(stage, front)
    front.bench.question.ask(MOTIVE)
    stage.until(lambda: front.bench.hits.state is Come.FAILED)
    stage.settle()
    return stage.window()


def nothing(stage: Stage) -> QPixmap:
    """Nothing found, and not everything was looked at."""
    front = stage.case("partly")
    question = front.bench.question
    stage.table.act("question")
    question.choose_kind("line_crossing")
    question.choose_cameras(("rue",))
    began = front.bench.timeline.span.start
    question.choose_period((began - MINUTE, began + 5 * MINUTE))
    question.drawing.draw(SKY)
    _ask(stage, front)
    return stage.window()


def refused(stage: Stage) -> QPixmap:
    """The basis has expired: the question is refused, and the refusal recorded."""
    front = stage.case(now=TODAY + 120 * DAY)
    question = front.bench.question
    stage.table.act("question")
    question.choose_kind("line_crossing")
    question.choose_cameras(("rue",))
    question.drawing.draw(SKY)
    question.ask(MOTIVE)
    stage.until(lambda: front.bench.hits.state is Come.FAILED)
    stage.settle()
    return stage.window()


def decided(stage: Stage) -> QPixmap:
    """One result retained, one rejected, one left in doubt."""
    front = answered(stage)
    hits = front.bench.hits
    _judge(stage, hits.hits[2].name, Verdict.REJECT)
    _judge(stage, hits.hits[1].name, Verdict.DOUBT)
    _judge(stage, widest(front), Verdict.MATCH)
    looked_at(stage)
    return stage.window()


def _judge(stage: Stage, name: str, verdict: Verdict) -> None:
    hits = stage.front.bench.hits
    hits.choose(name)
    hits.judge(verdict, "M02")
    stage.until(lambda: hits.verdict(name) is verdict)


def sequence(stage: Stage) -> QPixmap:
    """Somebody crosses the line, then something is seen."""
    front = stage.case()
    ask_about(stage, front)
    question = front.bench.question
    question.add_part()
    question.choose_kind("seen")
    question.join("then")
    _ask(stage, front)
    front.bench.hits.choose(0)
    looked_at(stage)
    return stage.window()


def retaining(stage: Stage) -> QPixmap:
    """The motive of a decision."""
    answered(stage)
    stage.table.act("accept")
    dialog = stage.dialog(MotiveDialog)
    return stage.under(dialog)


def listed(stage: Stage) -> QPixmap:
    """The answer as a list of lines, at a threshold that was moved and recorded."""
    answered(stage)
    stage.table.hits.tune.toggle.setChecked(True)
    stage.front.bench.tuning.move(0, "settle", 1500)
    stage.until(lambda: stage.front.bench.tuning.settled is not None)
    thumbnails = stage.front.bench.hits.thumbnails
    stage.until(lambda: thumbnails.picture(stage.front.bench.hits.hits[0].name) is not None)
    stage.table.hits.bar.list.click()
    stage.settle()
    return stage.window()


def widest(front: Front) -> str:
    """The name of the hit with the widest box: the bus, in which nobody sits."""
    hits = front.bench.hits.hits
    return max(hits, key=lambda hit: hit.event.box[2] - hit.event.box[0]).name


def answered(stage: Stage, swap: Swap = lambda desks: desks) -> Front:
    """The street's question, asked and answered, the third result on show."""
    front = stage.case("indexed", swap)
    ask_about(stage, front)
    _ask(stage, front)
    front.bench.timeline.fit_lane("rue")
    front.bench.hits.choose(2)
    stage.table.hits.cards.setFocus()
    looked_at(stage)
    return front


def looked_at(stage: Stage) -> None:
    """Wait for every picture in sight."""
    playback = stage.front.bench.playback
    stage.until(lambda: playback.shot is not None and playback.shot.exact)
    stage.settle()


def _ask(stage: Stage, front: Front) -> None:
    front.bench.question.ask(MOTIVE)
    stage.until(lambda: front.bench.hits.state is Come.ANSWERED)
    stage.settle()
