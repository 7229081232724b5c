from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.scene import FixedClock
from vsa_core.desk.attempts import FREE, LONGEST, Attempts, wait_after
from vsa_core.desk.machine import Machine
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.errors import Refused, Tampered

NOW = 10**15


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "home", FixedClock(), "relecture/test")
    machine.found("alice")
    return machine


@given(failed=st.integers(0, 10_000))
def test_each_failure_doubles_the_wait_up_to_a_day(failed: int) -> None:
    assert wait_after(failed) <= wait_after(failed + 1) <= LONGEST
    assert (wait_after(failed) == 0) == (failed < FREE)
    if 0 < wait_after(failed + 1) < LONGEST and failed >= FREE:
        assert wait_after(failed + 1) == 2 * wait_after(failed)


def test_an_attempt_is_counted_before_it_is_made(machine: Machine) -> None:
    attempts = Attempts(machine)
    for _attempt in range(FREE):
        attempts.begin("alice", NOW)
    with pytest.raises(Refused, match="KEY-020"):
        Attempts(machine).begin("alice", NOW)
    assert attempts.seconds("alice", NOW) == 30
    assert attempts.seconds("alice", NOW + 29 * MICROSECONDS) == 1
    assert attempts.seconds("alice", NOW + 30 * MICROSECONDS) == 0
    assert attempts.seconds("bob", NOW) == 0


def test_a_try_during_the_wait_does_not_lengthen_it(machine: Machine) -> None:
    attempts = Attempts(machine)
    for _attempt in range(FREE):
        attempts.begin("alice", NOW)
    for _attempt in range(9):
        with pytest.raises(Refused, match="KEY-020"):
            attempts.begin("alice", NOW + MICROSECONDS)
    assert attempts.seconds("alice", NOW + MICROSECONDS) == 29


def test_the_right_passphrase_begins_the_count_again(machine: Machine) -> None:
    attempts = Attempts(machine)
    for _attempt in range(FREE):
        attempts.begin("alice", NOW)
    attempts.forgive("alice")
    assert attempts.seconds("alice", NOW) == 0


def test_a_count_that_was_edited_is_noticed(machine: Machine) -> None:
    attempts = Attempts(machine)
    attempts.begin("alice", NOW)
    path = machine.home / "attempts"
    path.write_bytes(path.read_bytes().replace(b"[1,", b"[0,"))
    with pytest.raises(Tampered, match="CAS-010"):
        attempts.begin("alice", NOW)
