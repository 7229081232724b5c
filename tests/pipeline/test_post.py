"""Both ends of the pipes of a process that looks."""

import os
import time
from collections.abc import Iterator
from threading import Thread

import pytest

from vsa_core.pipeline import post as post_room
from vsa_core.pipeline.envelope import Frames, framed
from vsa_core.pipeline.post import TICK, Gone, Post

Ends = tuple[Post, int, int]


@pytest.fixture
def ends() -> Iterator[Ends]:
    """A post, and the two ends that the program holds: to write into, to read from."""
    incoming, into = os.pipe()
    out, outgoing = os.pipe()
    yield Post(incoming, outgoing), into, out
    for handle in (incoming, into, out, outgoing):
        try:
            os.close(handle)
        except OSError:
            continue


def test_messages_are_received_in_order_and_ticks_are_none(ends: Ends) -> None:
    post, into, _ = ends
    os.write(into, framed(b"one") + framed(TICK) + framed(b"two"))
    assert (post.receive(), post.receive()) == (b"one", b"two")


def test_a_long_message_arrives_whole(ends: Ends) -> None:
    post, _, out = ends
    sender = Thread(target=post.send, args=(bytes(300_000),), daemon=True)
    sender.start()
    frames, found = Frames(), []
    while not found:
        found = frames.take(os.read(out, 10_000))
    assert found == [bytes(300_000)]
    sender.join(60)


def test_whoever_is_not_heard_any_more_is_told(ends: Ends) -> None:
    post, into, out = ends
    os.close(into)
    with pytest.raises(Gone):
        post.attend()
    with pytest.raises(Gone):
        post.receive()
    os.close(out)
    with pytest.raises(Gone):
        post.send(b"one")


def test_work_goes_on_while_ticks_come_and_holds_when_they_do_not(
    ends: Ends, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post_room, "HOLDING", 0.2)
    post, into, _ = ends
    os.write(into, framed(TICK))
    post.attend()
    time.sleep(0.3)
    held = Thread(target=post.attend, daemon=True)
    held.start()
    held.join(0.3)
    assert held.is_alive(), "nobody wants work"
    os.write(into, framed(TICK))
    held.join(60)
    assert not held.is_alive()


def test_a_message_that_comes_while_one_attends_is_kept(ends: Ends) -> None:
    post, into, _ = ends
    os.write(into, framed(b"next"))
    post.attend()
    assert post.receive() == b"next"
