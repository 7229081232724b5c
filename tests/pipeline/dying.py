"""A program that indexes and is killed: forked, so that fifty of them cost little."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.desk.scene import AIPD, CHEAP, HOUR, MOTIVE, SECRET, START, basis, film, settings
from vsa_core import engine
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import Admission
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import ClockClaim
from vsa_core.pipeline import looker as looking_room
from vsa_core.pipeline import slices as slices_room

SECONDS = 20
Span = tuple[int, int]


@contextmanager
def small_slices() -> Iterator[None]:
    """Slices of one second, so that a short film holds many."""
    usual, slices_room.SLICE_SECONDS = slices_room.SLICE_SECONDS, 1
    try:
        yield
    finally:
        slices_room.SLICE_SECONDS = usual


def prepare(folder: Path) -> None:
    """An installation, a case and one admitted film, all closed again."""
    desks = engine.desks(settings(folder / "home"), CHEAP)
    desks.people.add(NewPerson("alice", Role.ANALYST, "Alice A.", "H-1"), SECRET, aipd=AIPD)
    who = desks.people.sign_in("alice", SECRET)
    now = desks.health.now()
    live = basis(expires=now + 48 * HOUR)
    where = desks.cases.open(
        who, str(folder / "case"), NewCase("2024/17", live, (), now + 48 * HOUR), MOTIVE
    )
    path = film(folder / "rue.mp4", SECONDS)
    claim = ClockClaim(START, 0, 0, "alice")
    desks.footage.admit(who, where, Admission(str(path), "rue", "S1", claim), MOTIVE)
    desks.people.sign_out(who)


@contextmanager
def entered(folder: Path) -> Iterator[tuple[Desks, SignedIn, InCase]]:
    """A program of its own inside the case, which it leaves at the end."""
    desks = engine.desks(settings(folder / "home"), CHEAP)
    who = desks.people.sign_in("alice", SECRET)
    try:
        yield desks, who, desks.cases.enter(who, str(folder / "case"))
    finally:
        desks.people.sign_out(who)


def finished(folder: Path) -> list[tuple[str, Span]]:
    """The live slices as the catalogue holds them, after the orphans were swept."""
    with entered(folder) as (desks, who, where):
        archive = desks.indexing._tickets.archive(who, where)
        archive.catalogue.sweep()
        (footage,) = archive.catalogue.footage.all()
        found = archive.catalogue.runs.slices(footage.digest)
        for done in found:
            if done.segment is not None:
                archive.segments.read(done.segment)
        return [(done.run, (done.span.start, done.span.end)) for done in found]


def index_and_die(folder: Path, level: Level, milliseconds: int) -> list[int]:
    """Index in a child, kill it -9 that long after its first slice began; the slices it began.

    A child that ends by itself is not killed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _index(folder, level, writing)
    os.close(writing)
    begun = _watched(reading, child, milliseconds)
    os.close(reading)
    os.waitpid(child, 0)
    return begun


def _index(folder: Path, level: Level, writing: int) -> None:
    """The child: tells the start of each slice through the pipe, and never returns."""
    usual = looking_room.observe

    def telling(source, footage, stream, span, *rest):
        os.write(writing, b"%d\n" % span.start)
        return usual(source, footage, stream, span, *rest)

    looking_room.observe = telling
    status = 1
    try:
        with small_slices(), entered(folder) as (desks, who, where):
            desks.indexing.index(
                who, where, level, (), MOTIVE, lambda done, total, what: None, lambda: False
            )
            status = 0
    finally:
        os._exit(status)


def _watched(reading: int, child: int, milliseconds: int) -> list[int]:
    told = os.read(reading, 64)
    if told:
        signal.setitimer(signal.ITIMER_REAL, milliseconds / 1000)
        previous = signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
        while more := os.read(reading, 4096):
            told += more
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    return [int(line) for line in told.split()]
