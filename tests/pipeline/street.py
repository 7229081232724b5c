"""A case of two cameras with short films, cut into many slices, and what indexing made of it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from tests.desk.scene import (
    AIPD,
    CHEAP,
    HOUR,
    MOTIVE,
    SECRET,
    START,
    basis,
    film,
    settings,
)
from vsa_core import engine
from vsa_core.decode.pyav import open_footage
from vsa_core.decode.walk import walk
from vsa_core.desk.archive import Archive
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import Admission
from vsa_core.desk.indexing import Indexed
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import ClockClaim, Span
from vsa_core.domain.ports import FrameSource
from vsa_core.intake.admit import admit
from vsa_core.looking import WORKER, Looking
from vsa_core.pipeline import slices as slices_room
from vsa_core.pipeline.crew import Order
from vsa_core.pipeline.hands import Hands
from vsa_core.pipeline.slices import slices
from vsa_core.pipeline.surroundings import with_one_thread
from vsa_core.settings import as_fields
from vsa_core.store.layout import image

CAMERAS = ("cour", "rue")
SECOND = 1_000_000


@contextmanager
def slices_of(seconds: int) -> Iterator[None]:
    """Slices that short, so that a short film holds many."""
    usual, slices_room.SLICE_SECONDS = slices_room.SLICE_SECONDS, seconds
    try:
        yield
    finally:
        slices_room.SLICE_SECONDS = usual


@dataclass(slots=True)
class Street:
    """Somebody in a case; `progress` is what was told while indexing."""

    desks: Desks
    who: SignedIn
    where: InCase
    progress: list[tuple[int, int, str]]

    @property
    def archive(self) -> Archive:
        return self.desks.indexing._tickets.archive(self.who, self.where)

    def index(self, level: Level = Level.STANDARD, seconds: int = 2) -> Indexed:
        def progress(done: int, total: int, what: str) -> None:
            self.progress.append((done, total, what))

        with slices_of(seconds):
            return self.desks.indexing.index(
                self.who, self.where, level, (), MOTIVE, progress, lambda: False
            )

    def seen(self) -> list[tuple[str, str, Span, object, object]]:
        """The live slices in the catalogue's order: file, run, span, fate, and who looked."""
        runs = self.archive.catalogue.runs
        return [
            (footage.name, done.run, done.span, done.stretches, done.segment is not None)
            for footage in self.archive.catalogue.footage.all()
            for done in runs.slices(footage.digest)
        ]

    def digest(self) -> str:
        """Of all observations in the catalogue's order, whatever the run they are of."""
        seen = [(name, *rest) for name, _, *rest in self.seen()]
        running = hashlib.sha256(repr(seen).encode())
        for record in self.archive.catalogue.runs.segments():
            running.update(image(self.archive.segments.read(record.name)))
        return running.hexdigest()


def street(folder: Path, films: dict[str, tuple[Path, ...]], workers: int = 0) -> Street:
    """A case with these films of each camera admitted, one after the other, not indexed."""
    folder.mkdir(exist_ok=True)
    chosen = replace(settings(folder / "home"), workers=workers)
    desks = engine.desks(chosen, CHEAP)
    desks.people.add(NewPerson("alice", Role.ANALYST, "Alice A.", "H-1"), SECRET, aipd=AIPD)
    who = desks.people.sign_in("alice", SECRET)
    end = desks.health.now() + 48 * HOUR
    new = NewCase("2024/17", basis(cameras=CAMERAS, expires=end), (), end)
    where = desks.cases.open(who, str(folder / "case"), new, MOTIVE)
    for camera, paths in films.items():
        begin = START
        for path in paths:
            claim = ClockClaim(begin, 0, 0, "alice")
            admission = Admission(str(path), camera, "S1", claim)
            footage = desks.footage.admit(who, where, admission, MOTIVE)
            assert footage.stream is not None
            begin += round(footage.stream.seconds * SECOND) + SECOND // 2
    return Street(desks, who, where, [])


def two_films(folder: Path, seconds: int = 8) -> dict[str, tuple[Path, ...]]:
    """A film of each camera."""
    return {
        name: (film(folder / f"{name}.mp4", seconds, seed=number + 1),)
        for number, name in enumerate(CAMERAS)
    }


def orders_of(path: Path, level: Level = Level.FULL, seconds: int = 1) -> list[Order]:
    """An order for each slice of a film."""
    admitted = admit(path, camera="rue", exhibit="", clock=None, walker=walk)
    stream = admitted.footage.stream
    assert stream is not None
    with slices_of(seconds):
        cut = slices(stream, admitted.packets)
    return [
        Order(number, admitted.footage, admitted.packets, span, level)
        for number, span in enumerate(cut)
    ]


def hands(folder: Path, count: int, command: tuple[str, ...] = WORKER) -> Hands:
    """A crew on whose machine motion alone looks."""
    plain = settings(folder / "home")
    told = Looking(plain).sight().names()
    return Hands(count, command, with_one_thread({}), {"settings": as_fields(plain)}, told)


def opened(order: Order) -> FrameSource:
    """The film of an order."""
    return open_footage(order.footage, order.packets)


def seconds_of(span: Span, base: Fraction) -> float:
    """How long a span is."""
    return float((span.end - span.start) * base)
