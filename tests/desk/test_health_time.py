import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.scene import START, FixedClock, enrolled
from vsa_core.desk import health_time
from vsa_core.desk.health import State
from vsa_core.desk.health_time import FIRST_DAY, LAST_DAY, clock, journal, zone
from vsa_core.desk.machine import Machine


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (FIRST_DAY, State.GOOD),
        (LAST_DAY - 1, State.GOOD),
        (FIRST_DAY - 1, State.BAD),
        (LAST_DAY, State.BAD),
        (0, State.BAD),
        (-1, State.BAD),
    ],
)
def test_a_clock_is_believed_in_this_century_only(now: int, state: State) -> None:
    assert clock(now).state is state


def test_the_time_is_shown() -> None:
    assert clock(START).values == (("utc", "2024-03-05 12:00:00 UTC"),)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A test that moves about the world, and comes back."""
    before = os.environ.get("TZ")
    yield monkeypatch
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize(
    ("name", "now", "offset", "told"),
    [
        ("Europe/Paris", START, "+01:00", "set"),
        ("Europe/Paris", START + 180 * 86_400_000_000, "+02:00", "set"),
        ("America/Cayenne", START, "-03:00", "set"),
        ("Asia/Kolkata", START, "+05:30", "set"),
        ("Etc/UTC", START, "+00:00", "utc"),
        ("UTC", 0, "+00:00", "utc"),
    ],
)
def test_the_zone_is_named_with_its_offset(
    name: str, now: int, offset: str, told: str, place: pytest.MonkeyPatch
) -> None:
    os.environ["TZ"] = name
    time.tzset()
    found = zone(now)
    assert (found.told, found.values) == (told, (("zone", name), ("offset", offset)))


def test_the_zone_of_the_machine_is_read_from_its_link(
    tmp_path: Path, place: pytest.MonkeyPatch
) -> None:
    place.delenv("TZ", raising=False)
    place.setattr(health_time, "LOCAL", tmp_path / "localtime")
    (tmp_path / "zoneinfo" / "Indian").mkdir(parents=True)
    (tmp_path / "zoneinfo" / "Indian" / "Reunion").touch()
    (tmp_path / "localtime").symlink_to(tmp_path / "zoneinfo" / "Indian" / "Reunion")
    assert zone(START).values[0] == ("zone", "Indian/Reunion")


def test_a_time_beyond_all_calendars_breaks_nothing() -> None:
    for now in (-(2**62), 2**62):
        assert zone(now).what == "zone"


def test_without_an_installation_there_is_no_journal_yet(tmp_path: Path) -> None:
    machine = Machine(tmp_path / "home", FixedClock(), "relecture/0")
    assert (journal(machine, START).state, journal(machine, START).told) == (State.GOOD, "none")


def test_a_clock_behind_the_journal_is_found(tmp_path: Path) -> None:
    hours = FixedClock()
    enrolled(tmp_path / "home", hours)
    machine = Machine(tmp_path / "home", hours, "relecture/0")
    assert journal(machine, hours.time).told == "whole"
    found = journal(machine, START)
    assert (found.state, found.told) == (State.BAD, "ahead")
    assert found.values == (("last", "2024-03-05 13:00:00 UTC"),)
