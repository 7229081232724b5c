from pathlib import Path

from tests.audit.world import shard_of
from tests.desk.scene import HOUR, START, FixedClock
from tests.desk.staff import staff
from tests.desk.years import DAY, YEARS_LATER, years_later
from vsa_core.desk.health import State
from vsa_core.desk.health_terms import retention
from vsa_core.desk.machine import Machine

ERASE_BY = START + 100 * HOUR


def test_before_anything_is_set_up_nothing_is_to_be_erased(tmp_path: Path) -> None:
    told = retention(Machine(tmp_path / "home", FixedClock(), "relecture/test"), START)
    assert (told.state, told.told) == (State.GOOD, "none")


def test_a_term_is_told_before_it_comes_and_is_bad_once_it_has_passed(tmp_path: Path) -> None:
    machine = staff(tmp_path).desks.cases._machine
    expected = [
        (ERASE_BY - 31 * DAY, State.GOOD, "ahead"),
        (ERASE_BY - DAY, State.WARNING, "soon"),
        (ERASE_BY + DAY, State.BAD, "passed"),
    ]
    for now, state, told in expected:
        found = retention(machine, now)
        assert (found.state, found.told) == (state, told)
        assert "2024/17" not in repr(found)


def test_volumes_that_may_go_are_counted(tmp_path: Path) -> None:
    machine = years_later(tmp_path).desks.cases._machine
    assert dict(retention(machine, YEARS_LATER).values)["shards"] == "1"


def test_a_damaged_journal_is_told_and_kills_nothing(tmp_path: Path) -> None:
    at = staff(tmp_path)
    shard_of(at.home / "audit").log.write_bytes(b'garbage "act":"case_open"\n')
    told = retention(at.desks.cases._machine, START)
    assert (told.state, told.told) == (State.WARNING, "unread")
