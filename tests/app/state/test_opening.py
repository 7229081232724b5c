from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from app.state.case_folder import Lies
from app.state.draft import Asked
from app.state.opening import ANSWERS, PROPOSED, Opening, field_of
from app.state.session import Session
from app.tasks import Tasks
from tests.app.doorstep import at_the_door, draft, sign_in
from tests.desk.scene import HOUR, START
from vsa_core.domain.case import Role
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.errors import Refused
from vsa_core.legal.calendar import years_after

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def session(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> Session:
    people = (("alice", Role.ANALYST), ("dan", Role.DPO))
    return sign_in(qtbot, at_the_door(tmp_path / "home", tasks, *people))


def test_a_draft_becomes_a_case_that_is_entered(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    typed = draft(tmp_path / "case", number=" 2024/17 ", motive="M04")
    with qtbot.waitSignal(session.entered):
        Opening(session).open(typed)
    case = session.where.case
    assert (case.number, case.people, case.basis) == ("2024/17", ("alice",), typed.basis())


REFUSED = [
    ({"erase_by": years_after(START + 2 * HOUR, 4)}, "LAW-015", Asked.ERASE_BY),
    ({"people": ("dan",)}, "KEY-007", Asked.PEOPLE),
    ({"expires": START}, "LAW-018", Asked.EXPIRES),
    ({"offence": ""}, "LAW-013", Asked.OFFENCE),
    ({"motive": "M99"}, "LAW-020", Asked.MOTIVE),
]


@pytest.mark.parametrize(("changes", "code", "asked"), REFUSED, ids=[row[1] for row in REFUSED])
def test_a_refusal_leads_to_its_field(
    changes: dict[str, object],
    code: str,
    asked: Asked,
    qtbot: QtBot,
    session: Session,
    tmp_path: Path,
) -> None:
    with qtbot.waitSignal(session.failed) as failed:
        Opening(session).open(draft(tmp_path / "case", **changes))
    assert failed.args[0].code == code
    assert field_of(failed.args[0]) is asked
    assert not session.in_case


def test_a_folder_that_is_not_empty_leads_to_the_folder(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "film.mp4").write_bytes(b"")
    with qtbot.waitSignal(session.failed) as failed:
        Opening(session).open(draft(tmp_path / "case"))
    assert failed.args[0].code == "CAS-020"
    assert field_of(failed.args[0]) is Asked.FOLDER


def test_a_refusal_that_speaks_of_no_field_leads_nowhere() -> None:
    assert field_of(Refused("CAS-001", name="alice")) is None
    assert set(ANSWERS.values()) <= set(Asked)


def test_times_are_proposed_by_whole_days_of_paris(session: Session) -> None:
    opening = Opening(session)
    midnight = datetime.fromtimestamp(opening.midnight() // MICROSECONDS, PARIS)
    expiry = datetime.fromtimestamp(opening.expiry() // MICROSECONDS, PARIS)
    assert (midnight.hour, midnight.minute, midnight.second) == (0, 0, 0)
    assert (expiry.hour, expiry.minute, expiry.second) == (23, 59, 59)
    assert (expiry.date() - midnight.date()).days == PROPOSED
    assert opening.midnight() <= opening.now() < opening.midnight() + 24 * HOUR


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("2024/17", "2024-17"),
        (" PV n° 3 / é ", "PV-n-3-é"),
        ("../../etc", "etc"),
        ("a\0b\u202ec", "a-b-c"),
    ],
)
def test_a_folder_is_proposed_from_the_number(number: str, name: str, session: Session) -> None:
    folder = Path(Opening(session).folder_for(number))
    assert folder.is_absolute()
    assert folder.parts[-2:] == ("Relecture", name)


@pytest.mark.parametrize("number", ["", " ", "/", "..", "°"])
def test_no_folder_is_proposed_without_a_number(number: str, session: Session) -> None:
    assert Opening(session).folder_for(number) == ""


def test_the_last_folder_asked_about_is_told(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    opening = Opening(session)
    told: list[str] = []
    opening.looked.connect(lambda found: told.append(found.folder))
    with qtbot.waitSignal(opening.looked) as looked:
        opening.look_at(str(tmp_path / "one"))
        opening.look_at(str(tmp_path / "two"))
    assert looked.args[0].lies is Lies.NOTHING
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert told == [str(tmp_path / "two")]


def test_who_looks_away_is_told_nothing(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    opening = Opening(session)
    with qtbot.assertNotEmitted(opening.looked):
        opening.look_away()
        opening.look_at(str(tmp_path / "one"))
        opening.look_away()
        qtbot.waitUntil(lambda: not session.tasks.busy)
        qtbot.wait(1)
