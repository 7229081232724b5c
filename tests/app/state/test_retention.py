"""Who must see to what is late is told on signing in, and each reading is a record."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.retention import Retention
from app.state.session import Session
from app.tasks import Tasks
from tests.app.doorstep import at_the_door, no_sample, sign_in
from tests.desk.records import records
from tests.desk.staff import NUMBER
from tests.desk.years import years_later
from vsa_core.domain.case import Role
from vsa_core.domain.term import Term


def readings(home: Path) -> list[str]:
    return [r["who"] for r in records(home) if r["about"].get("what") == "retention"]


@pytest.mark.parametrize("name", ["dan", "marc", "sophie", "adele"])
def test_who_must_see_to_it_is_told_on_signing_in(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path, name: str
) -> None:
    session = Session(years_later(tmp_path).desks, tasks, no_sample)
    retention = Retention(session, session)
    with qtbot.waitSignal(retention.changed):
        sign_in(qtbot, session, name)
    assert retention.terms is not None
    numbers = [case.number for case in retention.terms.cases]
    assert numbers == ([] if name == "adele" else [NUMBER])
    assert readings(tmp_path / "home") == [name]
    session.sign_out()
    assert retention.terms is None


def test_an_analyst_is_not_told_and_leaves_no_reading(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = at_the_door(tmp_path / "home", tasks, ("alice", Role.ANALYST))
    retention = Retention(session, session)
    sign_in(qtbot, session)
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert retention.terms is None
    assert readings(tmp_path / "home") == []


def test_a_term_that_is_far_is_read_and_rings_nothing(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = at_the_door(tmp_path / "home", tasks, ("dan", Role.DPO))
    retention = Retention(session, session)
    with qtbot.waitSignal(retention.changed):
        sign_in(qtbot, session, "dan")
    assert retention.terms is not None
    assert not retention.terms.alarm
    assert retention.terms.of_cases(Term.PASSED) == 0
