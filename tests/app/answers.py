"""Answers made in memory: hits, coverage, and desks that tell them when a test says so."""

import threading
from dataclasses import dataclass, field
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.explaining import Explaining
from app.state.hits import Hits, Stage
from app.state.question import Question
from app.state.session import Session
from app.state.tuning import Tuning
from app.tasks import Tasks
from app.views.hits import HitsView
from tests.app.answer_desk import MEASURES, AnswerDesk, Part
from tests.app.state.stage import no_sample
from tests.desk.scene import HOUR, START, basis
from vsa_core.desk.desks import Desks
from vsa_core.desk.exports import CheckedExport, Exported
from vsa_core.desk.playing import Thumbnail
from vsa_core.desk.reviews import Judged
from vsa_core.desk.scope import Wish
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Case, Person, Role
from vsa_core.domain.coverage import Coverage, Covered, Level, Looked
from vsa_core.domain.event import Event, Hit, Stamp
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.domain.provenance import Pedigree, digest
from vsa_core.domain.query import Query
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Fault, Refused

SECOND = 1_000_000
TICK = Fraction(1, 1000)
QUESTION = Query("line_crossing")
LOOKED = Covered("rue", "a" * 64, START, START + 600 * SECOND, Looked.LOOKED, Level.FULL)
MISSED = Covered(
    "rue", "a" * 64, START + 600 * SECOND, START + 660 * SECOND, Looked.NOT_INDEXED, None
)
WHOLE = Coverage((LOOKED,))
PARTIAL = Coverage((LOOKED, MISSED))
PEDIGREE = Pedigree(
    ("a" * 64,), ("b" * 64, "c" * 64), "motion", "twostage 1", "d" * 64, "relecture"
)


def hit(
    at: int | None = 0,
    *,
    track: int = 1,
    score: int = 800,
    camera: str = "rue",
    recording: str = "",
    lasting: int = 0,
    object_class: str = "person",
) -> Hit:
    """A crossing `at` milliseconds after START, None where no clock was claimed."""
    footage = recording or digest(camera)

    def stamp(ms: int) -> Stamp:
        return Stamp(footage, ms, TICK, None if at is None else START + ms * 1000)

    event = Event(
        kind="dwell" if lasting else "line_crossing",
        version=1,
        camera=camera,
        recording=footage,
        track=track,
        object_class=object_class,
        start=stamp(at or 0),
        end=stamp((at or 0) + lasting),
        box=(1000, 2000, 3000, 9000),
        score=score,
        direction="" if lasting else "to_right",
        rule="dwell" if lasting else "line_crossing",
        measures=MEASURES,
        pedigree=PEDIGREE,
    )
    return Hit(digest(event.fields()), event)


def hits(count: int) -> tuple[Hit, ...]:
    """As many different hits, one second apart, of two tracks in turn."""
    return tuple(hit(1000 * n, track=n % 2, score=n * 37 % 1000) for n in range(count))


@dataclass(slots=True)
class PictureDesk:
    """Thumbnails whose brightness is how many pages were asked for; writes the pages down.

    Names in `without` have no picture; `gate`, when cleared, holds the page back.
    """

    without: set[str] = field(default_factory=set)
    fault: Fault | None = None
    pages: list[tuple[str, ...]] = field(default_factory=list)
    motives: list[str] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def thumbnails(
        self, who: SignedIn, where: InCase, hits: tuple[str, ...], motive: str, width: int = 320
    ) -> tuple[Thumbnail, ...]:
        self.pages.append(hits)
        self.motives.append(motive)
        picture = np.full((18, 32, 3), len(self.pages), np.uint8)
        self.gate.wait()
        if self.fault is not None:
            raise self.fault
        return tuple(
            Thumbnail(name, None, "CAS-050")
            if name in self.without
            else Thumbnail(name, picture, "")
            for name in hits
        )


@dataclass(slots=True)
class DecisionDesk:
    """What was decided before, and what is decided now."""

    before: tuple[Judged, ...] = ()
    fault: Fault | None = None
    written: list[tuple[str, Verdict, str]] = field(default_factory=list)

    def judged(self, who: SignedIn, where: InCase) -> tuple[Judged, ...]:
        return self.before

    def judge(
        self, who: SignedIn, where: InCase, hit: str, verdict: Verdict, motive: str
    ) -> Judged:
        if self.fault is not None:
            raise self.fault
        self.written.append((hit, verdict, motive))
        return Judged(hit, 1, "rue", verdict)


@dataclass(slots=True)
class ExportDesk:
    """Writes nothing: it goes from picture to picture while `gate` lets it, and can be stopped."""

    fault: Fault | None = None
    checking: Fault | None = None
    wishes: list[tuple[Wish, str]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def export(
        self,
        who: SignedIn,
        where: InCase,
        wish: Wish,
        motive: str,
        progress: Progress,
        cancel: Cancel,
    ) -> Exported:
        self.wishes.append((wish, motive))
        if self.fault is not None:
            raise self.fault
        progress(1, 10, "")
        while not self.gate.wait(0.005):
            if cancel():
                raise Refused("EXP-007", frames=1)
        return Exported(wish.folder or "/case/export", "c" * 64, "e" * 64, 10, SECOND, HEAD, 7)

    def verify(self, folder: str, key: str = "") -> CheckedExport:
        if self.checking is not None:
            raise self.checking
        return CheckedExport(5, "2024/17", ("1" * 64, "2" * 64))


HEAD = f"12 : {'0123456789abcdef' * 4}"


@dataclass(slots=True)
class Office:
    """A session in a case on these desks."""

    session: Session
    answers: AnswerDesk
    pictures: PictureDesk
    decisions: DecisionDesk
    exports: ExportDesk


def office(tasks: Tasks, before: tuple[Judged, ...] = ()) -> Office:
    """An analyst who is signed in, and is about to enter the case: see `enter`."""
    answers, pictures, exports = AnswerDesk(), PictureDesk(), ExportDesk()
    decisions = DecisionDesk(before)
    for gate in (answers.gate, pictures.gate, exports.gate):
        gate.set()
    desks = SimpleNamespace(
        queries=answers,
        playing=pictures,
        reviews=decisions,
        exports=exports,
        people=SimpleNamespace(sign_out=lambda who, reason: None),
        cases=SimpleNamespace(leave=lambda who, where: None),
    )
    session = Session(cast(Desks, desks), tasks, no_sample)
    return Office(session, answers, pictures, decisions, exports)


def tuning(hits: Hits) -> Tuning:
    """The sliders of that answer."""
    session = hits._session
    return Tuning(session, Question(session), hits, hits)


def explaining(hits: Hits) -> Explaining:
    """The explanations of that answer's hits."""
    return Explaining(hits._session, hits)


def enter(at: Office) -> None:
    """Enter the case."""
    person = Person("alice", Role.ANALYST, "Alice A.", "H-1", "", "")
    case = Case("2024/17", basis(), ("alice",), START + 100 * HOUR, START, "alice")
    inside = InCase(1, case, "/nowhere")
    at.session.take(Sample(at.session.desks, SignedIn(1, person), inside, cast(Any, None)))


def close(at: Office) -> None:
    """Let go of what is held back, and leave: no timer of a state outlives its test."""
    for gate in (at.answers.gate, at.pictures.gate, at.exports.gate):
        gate.set()
    at.session.sign_out()


def brightness(image: QImage) -> int:
    """The grey of the first pixel."""
    return image.pixelColor(0, 0).red()


def ask(qtbot: QtBot, at: Office, hits: Hits, *parts: Part) -> None:
    """Ask, and wait for the end."""
    at.answers.parts = list(parts)
    hits.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: hits.state not in (Stage.ASKING, Stage.IDLE))


def empty_text(view: HitsView) -> str:
    """What stands in the place of the cards."""
    assert not view.empty.isHidden()
    assert view.cards.isHidden()
    return f"{view.empty.title.text()} {view.empty.text.text()}"
