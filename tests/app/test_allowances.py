from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions import IN_CASE
from app.allowances import allowances
from app.tasks import Tasks
from tests.app.doorstep import at_the_door, sign_in
from vsa_core.domain.case import Role

EVERYBODY = (
    ("alice", Role.ANALYST),
    ("bob", Role.SUPERVISOR),
    ("dan", Role.DPO),
    ("mia", Role.MAGISTRATE),
    ("zoe", Role.ADMINISTRATOR),
)


@pytest.mark.parametrize("name", [name for name, _ in EVERYBODY])
def test_a_role_is_offered_what_it_may_do_and_nothing_while_the_screen_is_covered(
    name: str, qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, *EVERYBODY), name)
    found = allowances(session, True, "cases")
    assert found["approvals"] is (name != "alice")
    assert found["new_case"] is (name in {"alice", "bob"})
    assert found["open_case"] is (name in {"alice", "bob", "mia"})
    assert found["lock"]
    assert not found["papers"]
    assert not any(found[one] for one in IN_CASE)
    assert not any(allowances(session, False, "sign_in").values())
