import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.case_folder import Lies
from app.state.recents import Recents
from app.state.session import Session
from app.tasks import Tasks
from tests.app.doorstep import at_the_door, draft, sign_in
from tests.desk.scene import MOTIVE, office
from tools.sample.archive import SampleArchive
from vsa_core.desk.cases import NewCase
from vsa_core.domain.case import Role

PEOPLE = (("alice", Role.ANALYST), ("bob", Role.ANALYST))


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    return at_the_door(
        tmp_path / "home", tasks, *PEOPLE, sample=lambda p, c: sample(tmp_path / "sample")
    )


@pytest.fixture
def recents(session: Session, tmp_path: Path) -> Recents:
    return Recents(session, tmp_path / "window")


def sample(folder: Path) -> Sample:
    at = office(folder)
    return Sample(at.desks, at.who, at.where, SampleArchive(folder, (), folder, False))


def opened(qtbot: QtBot, session: Session, folder: Path, number: str) -> None:
    new = draft(folder, number=number)
    with qtbot.waitSignal(session.entered):
        session.open_case(str(folder), NewCase(number, new.basis(), (), new.erase_by), MOTIVE)
    qtbot.waitUntil(lambda: not session.tasks.busy)


def numbers(recents: Recents) -> list[str]:
    return [shelf.recent.number for shelf in recents.shelves]


def test_the_case_entered_last_is_first(
    qtbot: QtBot, session: Session, recents: Recents, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    opened(qtbot, session, tmp_path / "one", "1")
    opened(qtbot, session, tmp_path / "two", "2")
    qtbot.waitUntil(lambda: numbers(recents) == ["2", "1"])
    with qtbot.waitSignal(session.entered):
        session.enter(str(tmp_path / "one"))
    qtbot.waitUntil(lambda: numbers(recents) == ["1", "2"])
    assert all(shelf.there for shelf in recents.shelves)


def test_each_person_has_a_list_of_their_own(
    qtbot: QtBot, session: Session, recents: Recents, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    opened(qtbot, session, tmp_path / "one", "1")
    qtbot.waitUntil(lambda: numbers(recents) == ["1"])
    session.sign_out()
    assert recents.shelves == ()
    assert recents.loading
    sign_in(qtbot, session, "bob")
    qtbot.waitUntil(lambda: not recents.loading)
    assert recents.shelves == ()
    session.sign_out()
    sign_in(qtbot, session, "alice")
    qtbot.waitUntil(lambda: numbers(recents) == ["1"])


def test_a_case_that_moved_is_known_to_be_missing(
    qtbot: QtBot, session: Session, recents: Recents, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    opened(qtbot, session, tmp_path / "one", "1")
    shutil.move(tmp_path / "one", tmp_path / "elsewhere")
    recents.refresh()
    qtbot.waitUntil(lambda: [s.lies for s in recents.shelves] == [Lies.NOTHING])
    assert not recents.shelves[0].there


def test_a_case_taken_off_the_list_is_not_touched(
    qtbot: QtBot, session: Session, recents: Recents, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    opened(qtbot, session, tmp_path / "one", "1")
    qtbot.waitUntil(lambda: numbers(recents) == ["1"])
    recents.remove(str(tmp_path / "one"))
    qtbot.waitUntil(lambda: numbers(recents) == [])
    assert (tmp_path / "one" / "case.json").is_file()


def test_the_sample_is_in_no_list(
    qtbot: QtBot, session: Session, recents: Recents, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.entered):
        session.try_sample()
    recents.refresh()
    recents.remove("/anything")
    session.sign_out()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert not (tmp_path / "window").exists()


def test_only_folder_and_number_are_written(
    qtbot: QtBot, session: Session, recents: Recents, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    opened(qtbot, session, tmp_path / "one", "1")
    qtbot.waitUntil(lambda: numbers(recents) == ["1"])
    (path,) = (tmp_path / "window").iterdir()
    kept = path.read_text("utf-8")
    assert not any(word in kept for word in ("vol", "Mme X", "R1", "rue", "alice"))


def test_a_broken_list_is_told_and_begins_again(
    qtbot: QtBot, session: Session, recents: Recents, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    opened(qtbot, session, tmp_path / "one", "1")
    qtbot.waitUntil(lambda: numbers(recents) == ["1"])
    session.sign_out()
    (path,) = (tmp_path / "window").iterdir()
    path.write_bytes(b"{")
    with qtbot.waitSignal(recents.failed) as failed:
        sign_in(qtbot, session)
    assert failed.args[0].code == "USE-080"
    assert not recents.loading
    opened(qtbot, session, tmp_path / "two", "2")
    qtbot.waitUntil(lambda: numbers(recents) == ["2"])
