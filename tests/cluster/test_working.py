"""What a machine answers and runs; on a network it does so in tests/roads/test_rack.py."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from cluster import working
from cluster.outbox import Outbox
from cluster.station import packed
from cluster.working import Machine, run_errand
from tests.cluster.test_station import Kept, station
from tests.cluster.world import ORDER, PUBLIC, SIGHT, Scripted, observed
from vsa_core.errors import Fault, Tampered
from vsa_core.pipeline.crew import Done, Reached
from vsa_core.pipeline.envelope import Message
from vsa_core.pipeline.wire import fault_from, order_bytes, outcome_bytes

ORDERED = packed(order_bytes(ORDER))


class Copies(Kept):
    """Copies that are what they were, or not."""

    def checked(self, digest: str) -> None:
        if self.touched:
            raise self.touched


def machine(folder: Path, crew: Scripted, touched: Fault | None = None) -> Machine:
    """A machine that was never started: it has a station, and one task that is executing."""
    made = Machine.__new__(Machine)
    made.station = station(folder, crew, Copies(touched))
    made.state = SimpleNamespace(tasks={"look": SimpleNamespace(state="executing")})
    return made


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    """What the machine says while it looks."""
    told: list[tuple[str, bytes]] = []
    monkeypatch.setattr(Machine, "get_current_task", lambda self: "look")
    monkeypatch.setattr(Machine, "log_event", lambda self, topic, word: told.append((topic, word)))
    return told


def test_a_machine_says_what_looks_there(tmp_path: Path) -> None:
    assert asyncio.run(machine(tmp_path, Scripted([])).sight()) == SIGHT


def test_sealed_bytes_are_given_by_digest_and_forgotten_when_told(tmp_path: Path) -> None:
    at = machine(tmp_path, Scripted([]))
    digest = at.station.outbox.put(b"sealed")
    assert asyncio.run(at.collect(digest)) == b"sealed"
    assert asyncio.run(at.forget(digest)) == "OK"
    assert asyncio.run(at.collect(digest)) == b""
    assert isinstance(at.station.outbox, Outbox)


def test_a_copy_is_read_once_more_when_asked(tmp_path: Path) -> None:
    assert asyncio.run(machine(tmp_path, Scripted([])).check("a" * 64)) == b""
    touched = machine(tmp_path, Scripted([]), Tampered("SRC-009", name="a"))
    told = asyncio.run(touched.check("a" * 64))
    assert fault_from(Message(told)).code == "SRC-009"


def test_an_errand_runs_at_the_station_of_its_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[tuple[str, bytes]]
) -> None:
    crew = Scripted([Reached(7, 3600), Reached(7, 7200), Done(7, observed())])
    at = machine(tmp_path, crew)
    monkeypatch.setattr(working, "get_worker", lambda: at)
    told = Message(run_errand(ORDERED, PUBLIC, "topic"))
    assert at.station.outbox.read(told.header.text("digest"))
    assert words == [("topic", outcome_bytes(Reached(7, 3600)))]  # the next word comes too soon


@pytest.mark.parametrize("tasks", [{}, {"look": SimpleNamespace(state="cancelled")}])
def test_an_errand_that_nobody_wants_any_more_is_given_up(
    tasks: dict[str, object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[tuple[str, bytes]],
) -> None:
    at = machine(tmp_path, Scripted([Done(7, observed())]))
    at.state = SimpleNamespace(tasks=tasks)
    monkeypatch.setattr(working, "get_worker", lambda: at)
    assert Message(run_errand(ORDERED, PUBLIC, "topic")).header.text("kind") == "Withdrawn"
    assert list((tmp_path / "outbox").iterdir()) == []
    assert words == []
