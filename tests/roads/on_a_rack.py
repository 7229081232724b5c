"""The rack in a box, shown: one machine, two, one killed midway, strangers at the door; as JSON."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.desk.scene import MOTIVE, Office, film, office
from tests.roads.rack import INSIDE, MACHINES, PYTHON, SCHEDULER, Box, alone, box, refusal
from vsa_core.decode.pyav import open_footage
from vsa_core.decode.walk import walk
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import Span
from vsa_core.intake.admit import admit
from vsa_core.keys.subkeys import subkeys
from vsa_core.looking import Looking
from vsa_core.pipeline.alone import Alone
from vsa_core.pipeline.crew import Crew, Died, Done, Failed, Order, Outcome, Reached
from vsa_core.pipeline.remote import Rack
from vsa_core.pipeline.surroundings import with_one_thread
from vsa_core.pipeline.wire import observed_bytes
from vsa_core.settings import read
from vsa_core.store.layout import image

SLICES = 2
"""In how many slices each film is looked at."""

PATIENCE = 60
"""Seconds in which a machine must be there."""

ON_THEIR_WAY = 3
"""Polls after which two orders are with the gateway."""

STRANGER = """
import asyncio, sys
from distributed import Client
asyncio.run(Client(sys.argv[1], timeout=5)._start())
"""
FOREIGNER = """
import asyncio, sys
from pathlib import Path
from cluster.line import DaskLine
from cluster.papers import seat
async def knock():
    async with await DaskLine.open(seat(Path(sys.argv[1]))) as line:
        await line.machines()
asyncio.run(knock())
"""

Seen = dict[int, str]
"""The number of each slice, and the digest of what was seen in it."""


@dataclass(slots=True)
class Told:
    """What came of one call: observations, deaths, and seconds from the first order on."""

    seen: Seen = field(default_factory=dict)
    died: list[int] = field(default_factory=list)
    seconds: float = 0.0


def main(words: Sequence[str]) -> int:
    """Show it, alone with a network of our own; 3 where the kernel gives none."""
    films, seconds = (int(word) for word in words) if words else (4, 40)
    if INSIDE in os.environ:
        with tempfile.TemporaryDirectory(prefix="relecture-rack-") as folder:
            print(json.dumps(shown(Path(folder), films, seconds), indent=1))
        return 0
    if reason := refusal():
        print(reason, file=sys.stderr)
        return 3
    done = alone("tests.roads.on_a_rack", str(films), str(seconds))
    print(done.stdout, end="")
    print(done.stderr, end="", file=sys.stderr)
    return done.returncode


def shown(folder: Path, films: int, seconds: int) -> dict[str, object]:
    """Everything, one thing after the other."""
    settings = {"RELECTURE_DETECTOR": "motion", "RELECTURE_HOME": str(folder / "home")}
    own = read({**settings, "RELECTURE_THREADS": "1"})
    sight = Looking(own).sight()
    paths = [film(folder / f"film{k}.mp4", seconds, seed=k) for k in range(films)]
    orders = [order for k, path in enumerate(paths) for order in ordered(path, k * SLICES)]
    single = told(Alone(open_footage, sight.eyes), orders)
    environment = {**with_one_thread(os.environ), **settings}
    here, there = office(made(folder / "here")), office(made(folder / "there"))
    held = [*paths, Path(here.footage.path)]
    with box(made(folder / "box"), held, environment) as stands:
        private = subkeys(b"k" * 32).observations
        rack = Rack(stands.gateway, environment, private, sight.names(), PATIENCE)
        first, second = MACHINES
        stands.man(first)
        told(rack, orders[:1])  # its eyes are open now
        one = told(rack, orders)
        stands.man(second)
        arrived(stands, second)
        told(rack, orders[:2])
        two = told(rack, orders)
        listening = sorted(stands.listening())
        freeze, kill = partial(stands.freeze, second), partial(stands.kill, second)
        killed = told(rack, orders, freeze, kill)
        again = told(rack, [order for order in orders if order.number in killed.died])
        return {
            "slices": len(orders),
            "same_on_one_machine": one.seen == single.seen,
            "same_on_two_machines": two.seen == single.seen,
            "seconds_single": round(single.seconds, 2),
            "seconds_one_machine": round(one.seconds, 2),
            "seconds_two_machines": round(two.seconds, 2),
            "throughput_ratio": round(one.seconds / two.seconds, 2),
            "died_with_the_machine": len(killed.died),
            "same_after_the_kill": {**killed.seen, **again.seen} == single.seen,
            "same_in_a_case": kept(here, None) == kept(there, stands.papers / "gateway"),
            "listening": listening,
            "touched": touched(stands.folder / first / paths[0].name, rack, orders[0]),
            "plaintext": knocked(STRANGER, environment, f"tcp://{SCHEDULER}:8786"),
            "plaintext_to_tls": knocked(STRANGER, environment, f"tls://{SCHEDULER}:8786"),
            "foreign": knocked(FOREIGNER, environment, foreign(folder, environment)),
            "home": knocked(FOREIGNER, environment, str(stands.papers / "gateway")),
        }


def touched(copy: Path, rack: Rack, order: Order) -> str:
    """What is told of a slice when somebody wrote to the machine's own copy of the film."""
    with copy.open("r+b") as file:
        file.write(b"\xff")
    (outcome,) = [one for one in rack.look([order], lambda: None) if not isinstance(one, Reached)]
    return outcome.fault.code if isinstance(outcome, Failed) else type(outcome).__name__


def made(folder: Path) -> Path:
    """A new folder."""
    folder.mkdir()
    return folder


def kept(at: Office, rack: Path | None) -> list[str]:
    """What indexing puts into a case: the digest of each segment before it is sealed."""
    told = (at.who, at.where, Level.FULL, (), MOTIVE, lambda *told: None, lambda: False)
    at.desks.indexing.index(*told, rack)
    archive = at.desks.indexing._tickets.archive(at.who, at.where)
    found = [archive.segments.read(one.name) for one in archive.catalogue.runs.segments()]
    assert found
    return [hashlib.sha256(image(segment)).hexdigest() for segment in found]


def ordered(path: Path, number: int) -> Iterator[Order]:
    """The slices of one film, admitted where it lies."""
    admitted = admit(path, camera="rue", exhibit="S1", clock=None, walker=walk)
    stream = admitted.footage.stream
    assert stream is not None
    cuts = [
        stream.span.start + k * (stream.span.end - stream.span.start) // SLICES
        for k in range(SLICES + 1)
    ]
    for k in range(SLICES):
        span = Span(cuts[k], cuts[k + 1])
        yield Order(number + k, admitted.footage, admitted.packets, span, Level.FULL)


def nothing() -> None:
    """Nothing happens meanwhile."""


def told(
    crew: Crew,
    orders: Sequence[Order],
    busy: Callable[[], None] = nothing,
    done: Callable[[], None] = nothing,
) -> Told:
    """What a crew tells of orders.

    `busy` is called once two slices are in hand, `done` once the first is done.
    """
    found, began = Told(), 0.0
    in_hand, polls = 0, 0

    def given() -> Iterator[Order]:
        nonlocal began, in_hand
        for order in orders:
            began = began or time.monotonic()
            in_hand += 1
            yield order

    def poll() -> None:
        nonlocal polls
        polls += in_hand >= len(MACHINES)
        if polls == ON_THEIR_WAY:
            busy()

    for outcome in crew.look(given(), poll):
        first = not found.seen
        _note(found, outcome)
        if first and found.seen:
            done()
    found.seconds = time.monotonic() - began
    return found


def _note(found: Told, outcome: Outcome) -> None:
    if isinstance(outcome, Done):
        data = observed_bytes(outcome.observed)
        found.seen[outcome.number] = hashlib.sha256(data).hexdigest()
    elif isinstance(outcome, Died):
        found.died.append(outcome.number)


def arrived(stands: Box, name: str) -> None:
    """Wait until the scheduler knows a machine."""
    for _ in range(PATIENCE * 10):
        if b"Registered to" in (stands.folder / f"{name}.log").read_bytes():
            return
        time.sleep(0.1)
    raise TimeoutError(name)


def foreign(folder: Path, environment: dict[str, str]) -> str:
    """The gateway's papers of another rack, that names our scheduler."""
    papers = folder / "foreign"
    command = [*PYTHON, "init", str(papers), "--scheduler", SCHEDULER]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return str(papers / "gateway")


def knocked(code: str, environment: dict[str, str], where: str) -> str:
    """What a stranger gets: "let in", or the last word of the refusal."""
    done = subprocess.run(
        [sys.executable, "-c", code, where],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return "let in" if done.returncode == 0 else done.stderr.strip().splitlines()[-1][:120]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
