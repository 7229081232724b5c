from pathlib import Path

from pytestqt.qtbot import QtBot

from app.state.patience import Patience
from app.tasks import Tasks
from tests.app.doorstep import at_the_door
from vsa_core.domain.case import Role


def test_the_wait_of_the_desk_is_counted_down_and_ends(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = at_the_door(tmp_path / "home", tasks, ("alice", Role.ANALYST))
    at = 0
    patience = Patience(session, session, clock=lambda: at)
    for _ in range(5):
        with qtbot.waitSignal(session.failed):
            session.sign_in("alice", "not her passphrase")
    with qtbot.waitSignal(patience.changed):
        patience.ask("alice")
    assert patience.left("alice") == 30
    assert patience.left("bob") == 0
    at = 29_500
    with qtbot.waitSignal(patience.changed):
        patience.look()
    assert patience.left("alice") == 1
    at = 30_000
    with qtbot.waitSignal(patience.changed):
        patience.look()
    assert patience.left("alice") == 0


def test_a_name_that_need_not_wait_tells_nothing(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = at_the_door(tmp_path / "home", tasks, ("alice", Role.ANALYST))
    patience = Patience(session, session)
    with qtbot.assertNotEmitted(patience.changed):
        patience.ask("alice")
        qtbot.waitUntil(lambda: not tasks.busy)
        qtbot.wait(5)
    assert patience.left("alice") == 0
