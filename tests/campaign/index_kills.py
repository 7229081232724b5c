"""kill -9 of a program that indexes, or of a process that looks for it, at any moment."""

import os
import random
import select
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.desk.scene import CHEAP, MOTIVE, SECRET, settings
from tests.pipeline.street import Street, slices_of, street, two_films
from vsa_core import engine
from vsa_core.domain.coverage import Level
from vsa_core.pipeline import work as work_room

WORKERS = 2
SECONDS = 5
SLICE = 1
LATEST = 3.0
"""Seconds, at most, from the start of a program to the kill: about what all of its work takes."""

PATIENCE = 20
"""Programs that may end before their kill, beyond as many as are killed."""

GRACE = 15.0
"""Seconds in which nobody may be left of a program that was killed."""

Row = tuple[str, str, object, object, object]


@dataclass(slots=True)
class Toll:
    """What the kills did: how many hit somebody, slices begun, finished, done again at most."""

    programs: int = 0
    workers: int = 0
    spared: int = 0
    begun: int = 0
    finished: int = 0
    most_again: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        return self.programs + self.workers


def prepare(folder: Path) -> None:
    """An installation with two films, closed again."""
    at = street(folder, two_films(folder, SECONDS), 0)
    at.desks.people.sign_out(at.who)


@contextmanager
def entered(folder: Path) -> Iterator[Street]:
    """A program of its own inside the case."""
    desks = engine.desks(replace(settings(folder / "home"), workers=WORKERS), CHEAP)
    who = desks.people.sign_in("alice", SECRET)
    try:
        yield Street(desks, who, desks.cases.enter(who, str(folder / "case")), [])
    finally:
        desks.people.sign_out(who)


def rows(folder: Path) -> list[Row]:
    """The live slices as the catalogue holds them; each segment of theirs opens."""
    with entered(folder) as at:
        at.archive.catalogue.sweep()
        for record in at.archive.catalogue.runs.segments():
            at.archive.segments.read(record.name)
        return [tuple(row) for row in at.seen()]  # type: ignore[misc]  # five of them


def digest(folder: Path) -> str:
    """Of all observations, after what is left to do was done."""
    with entered(folder) as at:
        at.index(Level.FULL, SLICE)
        return at.digest()


def begun_by(folder: Path, level: Level, kill: "Kill") -> int:
    """Index in a child, let `kill` have its way; how many slices it began."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _index(folder, level, writing)
    os.close(writing)
    told = kill.watch(child, reading)
    os.close(reading)
    os.waitpid(child, 0)
    return told.count(b"\n")


def _index(folder: Path, level: Level, writing: int) -> None:
    """The child: tells each order through the pipe, and never returns."""
    usual = work_room.Work._orders

    def telling(self):  # type: ignore[no-untyped-def]  # as the one it stands for
        for order in usual(self):
            os.write(writing, b"%d\n" % order.number)
            yield order

    work_room.Work._orders = telling  # type: ignore[method-assign]
    status = 1
    try:
        with slices_of(SLICE), entered(folder) as at:
            at.desks.indexing.index(
                at.who, at.where, level, (), MOTIVE, lambda *told: None, lambda: False
            )
            status = 0
    finally:
        os._exit(status)


class Kill:
    """One kill: of the program, or of one of its processes, so many seconds after its start."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._at = rng.uniform(0, LATEST)
        self.of_worker = rng.random() < 0.5
        self.hit = False
        self.left: list[int] = []

    def watch(self, child: int, reading: int) -> bytes:
        """What it said through the pipe until it was over."""
        told, due = b"", time.monotonic() + self._at
        known: set[int] = set()
        ready = select.poll()
        ready.register(reading, select.POLLIN)
        while True:
            known |= children(child)
            if not self.hit and time.monotonic() > due:
                self._kill(child)
            if not ready.poll(5):
                continue
            more = os.read(reading, 4096)
            if not more:
                break
            told += more
        self.left = survivors(known)
        return told

    def _kill(self, child: int) -> None:
        targets = sorted(children(child)) if self.of_worker else [child]
        if not targets:
            return  # it has none yet: wait for one
        try:
            os.kill(self._rng.choice(targets), signal.SIGKILL)
            self.hit = True
        except ProcessLookupError:
            return


def children(of: int) -> set[int]:
    """The numbers of the children of a process."""
    found: set[int] = set()
    try:
        for task in Path(f"/proc/{of}/task").iterdir():
            found |= {int(number) for number in (task / "children").read_text().split()}
    except OSError:
        return found
    return found


def survivors(known: set[int]) -> list[int]:
    """Those of these processes that are still there after the time they have to end."""
    until = time.monotonic() + GRACE
    while left := [number for number in known if _alive(number)]:
        if time.monotonic() > until:
            break
        time.sleep(0.01)
    return left


def _alive(number: int) -> bool:
    try:
        text = Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return False
    return text.rpartition(")")[2].split()[0] not in "ZX"


def campaign(folder: Path, kills: int, seed: int, until: float = float("inf")) -> Toll:
    """That many kills of one case, whose level changes whenever all of it was looked at.

    It ends early at `until` (time.monotonic).
    """
    prepare(folder)
    rng, toll, known = random.Random(seed), Toll(), rows(folder)
    level, whole = Level.STANDARD, len(known)
    while toll.kills < kills and toll.spared < kills + PATIENCE and time.monotonic() < until:
        kill = Kill(rng)
        begun = begun_by(folder, level, kill)
        now = rows(folder)
        _count(toll, kill, begun, known, now)
        known, whole = now, max(whole, len(now))
        if len(now) == 2 * SECONDS // SLICE and len({run for _, run, *_ in now}) == 1:
            level = Level.FULL if level is Level.STANDARD else Level.STANDARD
    return toll


def _count(toll: Toll, kill: Kill, begun: int, known: list[Row], now: list[Row]) -> None:
    places = [(name, span) for name, _, span, *_ in now]
    fresh = [row for row in now if row not in known]
    lost = {(name, span) for name, _, span, *_ in known} - set(places)
    again = begun - len(fresh)
    toll.programs += kill.hit and not kill.of_worker
    toll.workers += kill.hit and kill.of_worker
    toll.spared += not kill.hit
    toll.begun += begun
    toll.finished += len(fresh)
    toll.most_again = max(toll.most_again, again)
    if len(places) != len(set(places)):
        toll.faults.append("a slice is there twice")
    if lost:
        toll.faults.append(f"finished slices are gone: {sorted(map(str, lost))}")
    if kill.left:
        toll.faults.append(f"processes were left behind: {kill.left}")
    if again > (1 if kill.of_worker else WORKERS):
        toll.faults.append(f"{again} slices were begun in vain")
