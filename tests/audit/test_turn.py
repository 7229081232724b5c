"""Programs that write one journal together, one at a time; tests/campaign kills them."""

import os
import signal
from pathlib import Path
from threading import Event, Thread

from tests.audit.children import asks, child, ended_well, everything
from tests.audit.world import begin, public, verify
from vsa_core.audit.review import read, verify_log
from vsa_core.audit.turn import is_taken, take_seat, turn
from vsa_core.domain.case import Act


def test_seats_are_numbered_from_one(tmp_path: Path) -> None:
    first, second = take_seat(tmp_path), take_seat(tmp_path)
    assert (first.number, second.number) == (1, 2)
    assert is_taken(tmp_path, 1)
    first.leave()
    assert not is_taken(tmp_path, 1)
    assert take_seat(tmp_path).number == 1
    assert is_taken(tmp_path, 2)


def test_a_seat_dies_with_its_program(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        take_seat(tmp_path)
        os.write(writer, b"x")
        signal.pause()
    os.read(reader, 1)
    assert is_taken(tmp_path, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reader)
    os.close(writer)
    assert not is_taken(tmp_path, 1)


def test_turns_do_not_overlap(tmp_path: Path) -> None:
    inside, order = Event(), []

    def second() -> None:
        inside.wait()
        with turn(tmp_path):
            order.append("second")

    thread = Thread(target=second)
    thread.start()
    with turn(tmp_path):
        inside.set()
        thread.join(0.05)
        assert thread.is_alive()
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_two_programs_write_one_log(tmp_path: Path) -> None:
    begin(tmp_path).close()
    children = [child(asks(tmp_path, 50, who)) for who in ("alice", "bob")]
    said = [everything(reading).split(b"\n")[:-1] for _, reading in children]
    assert all(ended_well(number) for number, _ in children)
    receipts = sorted((line.split(b" ") for line in said[0] + said[1]), key=lambda two: int(two[0]))
    written = [one for one in read(tmp_path) if one.act is Act.QUERY]
    assert len(receipts) == 100
    assert [(str(one.sequence), one.entry) for one in written] == [
        (sequence.decode(), entry.decode()) for sequence, entry in receipts
    ]
    assert verify_log(tmp_path, public(), verify).ok


def test_the_log_is_whole_at_any_moment_of_its_writing(tmp_path: Path) -> None:
    begin(tmp_path).close()
    number, reading = child(asks(tmp_path, 60, "alice"))
    sizes, ended = set(), (0, 0)
    while ended == (0, 0):
        ended = os.waitpid(number, os.WNOHANG)
        verdict = verify_log(tmp_path, public(), verify)
        assert verdict.ok, verdict
        sizes.add(verdict.records)
    assert ended == (number, 0)
    assert everything(reading).count(b"\n") == 60
    assert len(sizes) > 2
