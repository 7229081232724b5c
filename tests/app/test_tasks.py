import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest
from pytestqt.qtbot import QtBot

from app.tasks import Job, Lane, Tasks
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Bug, Fault, Refused


def test_a_result_comes_back_to_the_thread_of_the_window(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[int, bool, bool]] = []

    def call() -> tuple[int, bool]:
        return 7, threading.current_thread() is threading.main_thread()

    def done(result: tuple[int, bool]) -> None:
        seen.append((*result, threading.current_thread() is threading.main_thread()))

    tasks.ask(call, done)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(7, False, True)]


def test_a_fault_comes_back_as_a_fault(qtbot: QtBot, tasks: Tasks) -> None:
    heard: list[Fault] = []

    def call() -> None:
        raise Refused("CAS-001", name="alice")

    tasks.ask(call, lambda _: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].code == "CAS-001"


def test_what_nobody_foresaw_is_reported_and_told_to_whoever_listens(qtbot: QtBot) -> None:
    @contextmanager
    def report() -> Iterator[None]:
        try:
            yield
        except ValueError as error:
            raise Bug("USE-070", error=str(error), path="") from error

    heard: list[Fault] = []
    tasks = Tasks(report, heard.append)
    tasks.ask(lambda: int("x"), lambda _: None)
    qtbot.waitUntil(lambda: bool(heard))
    tasks.close()
    assert heard[0].code == "USE-070"


def test_calls_of_one_lane_keep_their_order_and_lanes_do_not_wait_for_each_other(
    qtbot: QtBot, tasks: Tasks
) -> None:
    order: list[str] = []
    gate = threading.Event()

    def slow() -> str:
        gate.wait()
        return "errand"

    tasks.ask(slow, order.append, lane=Lane.ERRANDS)
    for name in ("one", "two", "three"):
        tasks.ask(lambda name=name: name, order.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 3)
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["one", "two", "three", "errand"]


def test_an_errand_is_paused_resumed_and_cancelled_at_its_own_safe_places(
    qtbot: QtBot, tasks: Tasks
) -> None:
    steps: list[int] = []
    told: list[tuple[int, int, str]] = []
    ended: list[str] = []

    def call(progress: Progress, cancel: Cancel) -> str:
        for step in range(1_000_000):
            if cancel():
                return "stopped"
            steps.append(step)
            progress(step, 1_000_000, "film.mp4")
        return "finished"

    job = tasks.errand(call, ended.append, advanced=lambda *at: told.append(at))
    qtbot.waitUntil(lambda: len(told) > 10)
    job.pause()
    assert job.paused
    qtbot.wait(30)
    held = len(steps)
    qtbot.wait(50)
    assert len(steps) == held
    job.resume()
    qtbot.waitUntil(lambda: len(steps) > held)
    job.cancel()
    qtbot.waitUntil(lambda: ended == ["stopped"], timeout=20_000)
    assert job.over


def test_a_dropped_job_is_heard_of_no_more(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    heard: list[str] = []
    first = tasks.ask(lambda: str(gate.wait()), heard.append)
    waiting = tasks.ask(lambda: "never begins", heard.append)
    first.drop()
    waiting.drop()
    gate.set()
    tasks.ask(lambda: "last", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["last"]
    assert waiting.over


def test_a_stream_comes_item_by_item_and_is_closed_when_cancelled(
    qtbot: QtBot, tasks: Tasks
) -> None:
    closed = threading.Event()
    gate = threading.Event()
    items: list[int] = []
    done: list[bool] = []

    def call() -> Iterator[int]:
        try:
            yield 1
            gate.wait()
            yield 2
            yield 3
        finally:
            closed.set()

    job = tasks.stream(call, items.append, lambda: done.append(True))
    qtbot.waitUntil(lambda: items == [1])
    job.cancel()
    gate.set()
    qtbot.waitUntil(closed.is_set)
    tasks.ask(lambda: None, lambda _: done.append(False))
    qtbot.waitUntil(lambda: bool(done))
    assert items == [1]
    assert done == [False]


def test_closing_stops_a_paused_errand_and_leaves_no_thread(qtbot: QtBot) -> None:
    tasks = Tasks(nullcontext)
    begun = threading.Event()

    def call(progress: Progress, cancel: Cancel) -> None:
        begun.set()
        while not cancel():
            pass

    job = tasks.errand(call, lambda _: None)
    begun.wait()
    job.pause()
    assert tasks.busy
    tasks.close()
    assert not tasks.busy
    assert not [
        t for t in threading.enumerate() if t.name.startswith(tuple(lane.value for lane in Lane))
    ]


@pytest.mark.parametrize("act", [Job.cancel, Job.resume])
def test_what_ends_a_pause(act: object) -> None:
    job = Job()
    job.pause()
    act(job)  # type: ignore[operator]
    assert not job.paused


def test_the_last_call_runs_when_all_before_it_have_ended(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    order: list[str] = []

    def slow(name: str) -> None:
        gate.wait()
        order.append(name)

    tasks.ask(lambda: slow("picture"), lambda _: None, lane=Lane.PICTURES)
    tasks.ask(lambda: slow("desk"), lambda _: None)
    tasks.last(lambda: order.append("last"), lambda _: None)
    qtbot.wait(20)
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order[-1] == "last"


def test_halting_drops_what_is_long_and_lets_a_decision_be_written(
    qtbot: QtBot, tasks: Tasks
) -> None:
    gate = threading.Event()
    heard: list[object] = []
    written: list[str] = []
    tasks.ask(gate.wait, heard.append, lane=Lane.PICTURES)
    tasks.ask(lambda: "never", heard.append, lane=Lane.PICTURES)
    tasks.ask(gate.wait, lambda _: None)
    tasks.ask(lambda: written.append("decision"), lambda _: None)
    tasks.halt()
    gate.set()
    tasks.last(lambda: "after", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["after"]
    assert written == ["decision"]


def test_nothing_that_comes_after_takes_back_the_last_call(qtbot: QtBot) -> None:
    tasks = Tasks(nullcontext)
    gate = threading.Event()
    written: list[str] = []
    tasks.ask(gate.wait, lambda _: None, lane=Lane.ERRANDS)
    tasks.last(lambda: written.append("left"), lambda _: None)
    tasks.halt()
    threading.Timer(0.05, gate.set).start()
    tasks.close()
    assert written == ["left"]


def test_who_waits_for_a_call_that_was_taken_back_goes_on(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    tasks.ask(gate.wait, lambda _: None, lane=Lane.PICTURES)
    waiting = tasks.ask(lambda: None, lambda _: None, lane=Lane.PICTURES, brief=True)
    heard: list[bool] = []
    tasks.ask(waiting.wait, lambda _: heard.append(True))
    waiting.drop()
    qtbot.waitUntil(lambda: heard == [True])
    gate.set()
