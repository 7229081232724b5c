"""What the process beside the GPU says when it cannot run the network."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pipeline.cards import Bench, bench
from vsa_core.errors import Fault
from vsa_core.pipeline.envelope import Frames, Message, framed, written
from vsa_core.pipeline.post import Post
from vsa_core.pipeline.wire import fault_from
from vsa_core.running import work
from vsa_core.settings import as_fields


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return bench(tmp_path_factory.mktemp("machine"))


def said(told: dict[str, object]) -> list[Fault]:
    """The faults that it tells, given this first message and then nothing more."""
    incoming, ours = os.pipe()
    heard, outgoing = os.pipe()
    os.write(ours, framed(written(told)))
    os.close(ours)
    work(Post(incoming, outgoing), incoming)
    os.close(outgoing)
    messages = Frames().take(os.read(heard, 2**16))
    return [fault_from(Message(message)) for message in messages]


def greeting(machine: Bench, **changes: object) -> dict[str, object]:
    card = machine.card()
    told = {**card.greeting, "side": card.side, "classes": card.classes, "berths": []}
    return {**told, **changes}


def test_it_ends_without_a_word_when_nobody_is_left(machine: Bench) -> None:
    assert said(greeting(machine)) == []


def test_a_gpu_that_is_not_there_is_told(machine: Bench) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a GPU here")
    (fault,) = said(greeting(machine, device="cuda:0"))
    assert fault.code == "MOD-010"


def test_without_weights_there_is_nothing_to_run(machine: Bench, tmp_path: Path) -> None:
    empty = tmp_path / "manifest.toml"
    empty.write_text("")
    bare = as_fields(replace(machine.settings, manifest=empty))
    (fault,) = said(greeting(machine, settings=bare))
    assert fault.code == "SYS-018"


def test_a_berth_that_makes_no_sense_is_refused(machine: Bench) -> None:
    (fault,) = said(greeting(machine, berths=[{"memory": "no"}]))
    assert fault.code == "SYS-014"
