"""`python -m cluster`: papers for a rack, its scheduler, its machines, and the gateway to it."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from app.faults import told
from app.words import read_words, spoken
from cluster import papers
from cluster.fence import fence
from vsa_core.clock import SystemClock
from vsa_core.errors import Fault
from vsa_core.pipeline.envelope import framed
from vsa_core.pipeline.wire import fault_bytes
from vsa_core.settings import read

YEAR = 365
"""Days for which papers are valid unless told otherwise."""

INTERRUPTED = 130
"""What shells expect of a program stopped by Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one part of the rack; exit status as of the program."""
    asked = _parser().parse_args(arguments)
    try:
        asked.run(asked)
    except Fault as fault:
        print(told(fault, read_words(spoken(os.environ))), file=sys.stderr)
        return fault.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m cluster")
    parts = parser.add_subparsers(required=True)
    init, add = _part(parts, "init", _init), _part(parts, "add", _add)
    init.add_argument("--scheduler", required=True)
    for part in (init, add):
        part.add_argument("--machine", action="append", default=[])
        part.add_argument("--days", type=int, default=YEAR)
    _part(parts, "scheduler", _scheduler)
    _part(parts, "gateway", _gateway)
    worker = _part(parts, "worker", _worker)
    worker.add_argument("--footage", action="append", type=Path, required=True)
    worker.add_argument("--outbox", type=Path)
    worker.add_argument("--port", type=int, default=0)
    worker.add_argument("--slices", type=int, default=len(os.sched_getaffinity(0)))
    return parser


def _part(
    parts: Any, name: str, run: Callable[[argparse.Namespace], None]
) -> argparse.ArgumentParser:
    part: argparse.ArgumentParser = parts.add_parser(name)
    part.add_argument("folder", type=Path)
    part.set_defaults(run=run)
    return part


def _init(asked: argparse.Namespace) -> None:
    now = SystemClock().now()
    _tell(papers.found(asked.folder, asked.scheduler, asked.machine, now, asked.days))


def _add(asked: argparse.Namespace) -> None:
    _tell(papers.added(asked.folder, asked.machine, SystemClock().now(), asked.days))


def _tell(folders: Iterable[Path]) -> None:
    for folder in folders:
        print(folder, flush=True)


def _scheduler(asked: argparse.Namespace) -> None:
    from cluster.scheduling import Desk

    seat = papers.seat(asked.folder)
    asyncio.run(_serving(lambda: Desk(seat)))


def _worker(asked: argparse.Namespace) -> None:
    from cluster.manning import manned
    from cluster.working import Machine

    seat = papers.seat(asked.folder)
    outbox = asked.outbox or asked.folder / "outbox"
    station = manned(seat.name, read(os.environ), asked.footage, outbox)
    asyncio.run(_serving(lambda: Machine(seat, station, asked.slices, asked.port)))


def _gateway(asked: argparse.Namespace) -> None:
    try:
        seat = papers.seat(asked.folder)
    except Fault as fault:
        os.write(sys.stdout.fileno(), framed(fault_bytes(fault)))  # the program tells it in words
        raise
    os.environ["DASK_CONFIG"] = str(seat.key.parent / "scratch")  # its own files are out of reach
    fence(seat.key.parent)
    from cluster.speaking import speak  # Dask comes after the fence, and whatever threads it has

    asyncio.run(speak(seat))


async def _serving(make: Callable[[], Any]) -> None:
    """A part of Dask from its start until it ends, or is told to."""
    async with make() as part:
        await part.finished()


if __name__ == "__main__":
    sys.exit(main())
