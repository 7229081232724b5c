"""The gateway's process, with a line made up in the place of a network."""

import subprocess
import sys

from tests.architecture.house import ROOT
from vsa_core.errors import Unreadable
from vsa_core.pipeline.envelope import Frames, Message, framed, written
from vsa_core.pipeline.wire import fault_from

SPEAK = """
import asyncio, sys
from pathlib import Path
from cluster import speaking
from cluster.line import There
from cluster.papers import Seat
from tests.cluster.world import SIGHT, Wire
from vsa_core.errors import Unreadable

class Line(Wire):
    async def __aenter__(self):
        print("a library prints")
        return self
    async def __aexit__(self, *told):
        pass

async def opened(seat):
    if seat.name == "gone":
        raise Unreadable("CLU-012", why="OSError")
    return Line([There("tls://1", "rue", 4)], {("tls://1", "relecture_sight"): SIGHT})

speaking.DaskLine.open = opened
place = Path("nowhere")
asyncio.run(speaking.speak(Seat(sys.argv[1], "tls://1", place, place, place)))
"""
BEGIN = written({"what": "begin", "public": "00" * 32, "sight": {"detector": "other"}})


def spoken(name: str, *messages: bytes, junk: bytes = b"") -> list[Message]:
    """What the process tells until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", SPEAK, name],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(b"".join(map(framed, messages)) + junk)
        child.stdin.flush()
        frames = Frames()
        told: list[bytes] = []
        while not told and (data := child.stdout.read1(2**16)):
            told += frames.take(data)
        child.stdin.close()
        rest = child.stdout.read()
        told += frames.take(rest)
        assert child.wait(30) == 0
    return [Message(data) for data in told]


def test_it_speaks_until_its_input_ends_and_nothing_else_is_in_its_words() -> None:
    (room,) = spoken("gateway", BEGIN)
    assert room.header.text("what") == "room"
    assert room.header.list("others", 9) == ["rue"]


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    (told,) = spoken("gone")
    fault = fault_from(told)
    assert isinstance(fault, Unreadable)
    assert fault.code == "CLU-012"


def test_what_is_no_message_ends_it_and_is_told() -> None:
    (told,) = spoken("gateway", junk=framed(b"junk"))
    assert fault_from(told).code == "SYS-014"
