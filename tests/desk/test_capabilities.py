import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.brought import stock_file
from tests.desk.records import enrol, last, records
from tests.desk.scene import (
    CHEAP,
    HOUR,
    REPOSITORY,
    SECRET,
    START,
    FixedClock,
    enrolled,
    settings,
)
from vsa_core import engine
from vsa_core.desk.capabilities import InForce, Signed
from vsa_core.desk.desks import Desks
from vsa_core.desk.models import Offer
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Act, Role
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import canonical, digest
from vsa_core.errors import Refused, Tampered, WrongUsage
from vsa_core.keys.signatures import verify

DAY = 24 * HOUR


def opened(home: Path, day: int = 0, tracker: str = "twostage") -> Desks:
    """The installation as a program started some days later finds it."""
    clock = FixedClock()
    clock.time += day * DAY
    return engine.desks(replace(settings(home), tracker=tracker), CHEAP, clock)


def on(desks: Desks, day: int, days: int = 1) -> tuple[InForce, ...]:
    """What could be done within a day; alice asks."""
    who = desks.people.sign_in("alice", SECRET)
    at = START + day * DAY
    return desks.capabilities.on(who, Window(at, at + days * DAY))


def holds(signed: Signed, document: object = None) -> bool:
    body = canonical(signed.listing.fields() if document is None else document)  # type: ignore[arg-type]
    return verify(signed.public_key, body, bytes.fromhex(signed.signature))


def test_before_anybody_is_enrolled_the_list_is_not_signed_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    signed = opened(tmp_path / "home").capabilities.listed()
    assert (signed.signature, signed.public_key) == ("", "")
    assert signed.digest == digest(signed.listing.fields())
    assert not (tmp_path / "home").exists()


def test_the_list_is_signed_by_the_installation_and_the_reading_recorded(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    signed = desks.capabilities.listed()
    assert (last(tmp_path / "home")["act"], last(tmp_path / "home")["about"]) == (
        "consult",
        {"what": "capabilities"},
    )
    assert holds(signed)
    inception = next((tmp_path / "home" / "audit").glob("*/inception.json"))
    assert json.loads(inception.read_bytes())["public_key"] == signed.public_key
    assert not holds(signed, {**signed.listing.fields(), "experimental": True})


def test_the_list_is_the_one_that_the_start_declared(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    declared = next(one for one in records(tmp_path / "home") if one["act"] == "capabilities")
    assert desks.capabilities.listed().digest == declared["about"]["digest"]


@pytest.mark.parametrize("role", list(Role))
def test_every_role_may_ask_what_could_be_done_and_asking_is_recorded(
    role: Role, tmp_path: Path
) -> None:
    desks, _ = enrolled(tmp_path / "home")
    who = enrol(desks, "someone", role)
    (told,) = desks.capabilities.on(who, Window(START, START + DAY))
    assert told.listing is not None
    record = last(tmp_path / "home")
    assert (record["act"], record["who"], record["role"]) == ("capabilities", "someone", role)
    assert record["about"] == {"period_us": [START, START + DAY]}


def test_who_left_may_not_ask(tmp_path: Path) -> None:
    desks, who = enrolled(tmp_path / "home")
    desks.people.sign_out(who)
    with pytest.raises(Refused, match="CAS-001"):
        desks.capabilities.on(who, Window(START, START + DAY))


def test_each_list_is_told_for_the_days_on_which_it_stood(tmp_path: Path) -> None:
    home = tmp_path / "home"
    enrolled(home)
    opened(home, 3, "deepsort").capabilities.listed()
    later = opened(home, 9, "deepsort")
    (first,) = on(later, 1)
    (second,) = on(later, 7)
    assert first.listing is not None
    assert second.listing is not None
    assert (first.listing.looks.tracker, second.listing.looks.tracker) == ("twostage", "deepsort")
    assert [told.digest for told in on(later, 3)] == [first.digest, second.digest]
    assert on(later, 0, 9) == (first, second)
    assert on(later, 7) == on(later, 9)


def test_a_model_added_and_taken_away_is_told_with_the_list_that_stood(tmp_path: Path) -> None:
    home = tmp_path / "home"
    enrolled(home)
    desks = opened(home, 1)
    desks.people.add(NewPerson("root", Role.ADMINISTRATOR, "Root", "H-2"), SECRET)
    root = desks.people.sign_in("root", SECRET)
    sheet = desks.models.add(root, Offer(str(stock_file(tmp_path)), reason="a test"))
    after = opened(home, 4)
    after.capabilities.listed()
    last_day = opened(home, 6)
    last_day.models.remove(last_day.people.sign_in("root", SECRET), sheet.name)
    told = on(opened(home, 8), 1)
    (change,) = told[-1].changes
    assert (change.added, change.name, change.digest) == (True, sheet.name, sheet.digest)
    (second,) = on(opened(home, 8), 5)
    assert second.listing is not None
    assert sheet.name in [model.name for model in second.listing.models]
    assert second.changes == ()
    removed = on(opened(home, 8), 6)
    assert [(change.added, change.name) for one in removed for change in one.changes] == [
        (False, sheet.name)
    ]


def test_before_the_first_list_and_after_now_nothing_is_told(tmp_path: Path) -> None:
    enrolled(tmp_path / "home")
    with pytest.raises(WrongUsage, match="CAS-121"):
        on(opened(tmp_path / "home"), -2)
    with pytest.raises(WrongUsage, match="CAS-122"):
        on(opened(tmp_path / "home"), 2)


def test_a_list_that_the_journal_only_names_is_told_as_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vsa_core.desk.capabilities_start.ROOM", 0)
    enrolled(tmp_path / "home")
    (told,) = on(opened(tmp_path / "home", 1), 1)
    assert told.listing is None
    assert len(told.digest) == 64


def test_a_list_that_is_not_its_digest_is_tampering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vsa_core.desk.capabilities_start.digest", lambda document: "0" * 64)
    enrolled(tmp_path / "home")
    with pytest.raises(Tampered, match="CAS-123"):
        on(opened(tmp_path / "home"), 0)


def test_nothing_heavy_is_loaded_to_tell_the_list(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from tests.desk.scene import settings
from vsa_core import engine
engine.desks(settings(Path({str(tmp_path / "home")!r}))).capabilities.listed()
print(sorted({{"torch", "openvino", "ultralytics", "PySide6"}} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_the_act_is_everybodys() -> None:
    from vsa_core.legal.roles import MAY

    assert all(Act.CAPABILITIES in acts for acts in MAY.values())
