"""One process that looks, as the program sees it."""

import sys
import time
from collections.abc import Iterator

import pytest

from vsa_core.pipeline import hand as hand_room
from vsa_core.pipeline.envelope import Message, framed, written
from vsa_core.pipeline.hand import Hand
from vsa_core.pipeline.surroundings import with_one_thread

ECHO = """
import os
while data := os.read(0, 65536):
    os.write(1, data)
"""
SILENT = "import time; time.sleep(600)"
BRIEF = "import os; os.write(1, bytes.fromhex({said!r}))"


def brief(message: bytes) -> str:
    """One that says something and ends."""
    return BRIEF.format(said=framed(message).hex())


@pytest.fixture
def started() -> Iterator[object]:
    made: list[Hand] = []

    def start(code: str, greeting: bytes = written({"hello": 1})) -> Hand:
        made.append(Hand((sys.executable, "-c", code), with_one_thread({}), greeting))
        return made[-1]

    yield start
    for hand in made:
        hand.end()


def heard(hand: Hand) -> list[Message]:
    """What it says next."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        hand.push()
        if found := hand.hear():
            return found
        time.sleep(0.005)
    raise AssertionError("it says nothing")


def test_what_is_sent_arrives_and_what_is_said_is_heard(started) -> None:
    hand = started(ECHO)
    (message,) = heard(hand)
    assert message.header.whole("hello") == 1
    assert not hand.writes


def test_a_long_message_leaves_in_pieces_and_nobody_waits(started) -> None:
    hand = started(SILENT, written({"rows": [2**20]}, ()) + bytes(2**20))
    begun = time.monotonic()
    hand.push()
    assert time.monotonic() - begun < 5
    assert hand.writes, "more than a pipe takes"


def test_the_last_word_of_one_that_ended_is_heard_before_its_end(started) -> None:
    hand = started(brief(written({"bye": 1})))
    assert hand.number > 0
    (message,) = heard(hand)
    assert message.header.whole("bye") == 1
    with pytest.raises(EOFError):
        heard(hand)
    hand.end()
    assert hand.status == 0


def test_writing_to_one_that_ended_is_no_fault(started) -> None:
    hand = started("pass")
    with pytest.raises(EOFError):
        heard(hand)
    hand._leaving += framed(bytes(10))
    hand.push()
    assert not hand.writes


def test_one_that_hears_that_nothing_comes_ends_by_itself(started) -> None:
    hand = started(ECHO)
    heard(hand)
    hand.end(kindly=True)
    assert hand.status == 0


def test_one_that_does_not_is_killed(started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand_room, "FAREWELL", 0.1)
    hand = started(SILENT)
    hand.end(kindly=True)
    assert hand.status == -9


def test_silence_is_counted_in_time_of_work_alone(started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand_room, "STARTING", 1.5)
    hand = started(SILENT)
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    assert hand.beat()
    now += 3600  # the program was held for an hour
    assert hand.beat(), "a pause is nobody's silence"
    now += 1
    assert not hand.beat()
