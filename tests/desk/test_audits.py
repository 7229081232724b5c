from pathlib import Path
from typing import Any

import pytest

from tests.desk.records import count, denied, enrol, last
from tests.desk.scene import CHEAP, HOUR, START, FixedClock, Office, enrolled, hits, settings
from vsa_core import engine
from vsa_core.desk.audits import Filter
from vsa_core.desk.desks import Desks
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Act, Role
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused, Tampered, WrongUsage


@pytest.fixture(scope="module")
def dan(ready: Office) -> SignedIn:
    """The DPO of an installation where one question was asked."""
    hits(ready)
    return enrol(ready.desks, "dan", Role.DPO)


def read(at: Office, who: SignedIn, wanted: Filter) -> list[dict[str, Any]]:
    """The records that somebody is given."""
    return [dict(record) for record in at.desks.audits.read(who, wanted)]


def log(home: Path) -> Path:
    """Where the records lie."""
    return next((home / "audit").glob("*/audit.jsonl"))


def test_the_dpo_reads_who_asked_what_when_in_which_case_and_why(
    ready: Office, dan: SignedIn
) -> None:
    (asked,) = read(ready, dan, Filter(act=Act.QUERY))
    assert (asked["who"], asked["case"], asked["motive"]) == ("alice", "2024/17", "M01")
    assert asked["t"].startswith("2024-03-05T")
    assert asked["about"]["kind"] == "line_crossing"


def test_what_is_sealed_stays_sealed(ready: Office, dan: SignedIn) -> None:
    (asked,) = read(ready, dan, Filter(act=Act.QUERY))
    assert len(asked["sealed"]) > 100
    assert "place" not in asked["about"]


def test_reading_is_itself_recorded_with_what_was_wanted(ready: Office, dan: SignedIn) -> None:
    period = Window(START, START + 2 * HOUR)
    read(ready, dan, Filter("alice", "2024/17", Act.INDEX, period))
    record = last(ready.home)
    assert (record["act"], record["who"]) == (Act.AUDIT_READ, "dan")
    assert record["about"] == {
        "person": "alice",
        "number": "2024/17",
        "wanted": "index",
        "period_us": [START, START + 2 * HOUR],
    }


def test_records_are_chosen_by_person_case_act_and_period(ready: Office, dan: SignedIn) -> None:
    everything = read(ready, dan, Filter())
    assert len(everything) == count(ready)
    for wanted, field, value in (
        (Filter(person="alice"), "who", "alice"),
        (Filter(case="2024/17"), "case", "2024/17"),
        (Filter(act=Act.ADMIT), "act", "admit"),
    ):
        chosen = read(ready, dan, wanted)
        assert {record[field] for record in chosen} == {value}
        assert len(chosen) == sum(record[field] == value for record in everything)
    assert read(ready, dan, Filter(period=Window(START - HOUR, START))) == []
    middle = everything[5]["us"]
    assert [r["seq"] for r in read(ready, dan, Filter(period=Window(middle, middle + 1)))] == [5]


@pytest.mark.parametrize("role", [Role.ANALYST, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_asks_the_questions_does_not_read_the_journal(role: Role, tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    who = enrol(desks, "eve", role)
    with pytest.raises(Refused, match="LAW-001"):
        desks.audits.read(who, Filter())
    assert denied(tmp_path / "home") == ("eve", "audit_read", "LAW-001")


def test_the_magistrate_reads_it_too(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    who = enrol(desks, "justine", Role.MAGISTRATE)
    assert [record["act"] for record in desks.audits.read(who, Filter())][-1] == Act.AUDIT_READ


def test_a_dpo_who_left_reads_nothing(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    who = enrol(desks, "dan", Role.DPO)
    desks.people.sign_out(who)
    with pytest.raises(Refused, match="CAS-001"):
        desks.audits.read(who, Filter())


def test_a_whole_journal_is_found_whole_and_the_check_recorded(ready: Office) -> None:
    before = count(ready)
    whole = ready.desks.audits.verify()
    assert whole.records == before
    record = last(ready.home)
    assert (record["act"], record["about"]["what"]) == (Act.CONSULT, "verify")
    assert whole.printed == f"{before} : {record['about']['root']}"


def test_what_was_printed_is_found_again_later(ready: Office) -> None:
    printed = ready.desks.audits.verify().printed
    hits(ready)
    ready.desks.audits.verify(printed)
    ready.desks.audits.verify(printed.upper().replace(" : ", ":"))
    size, _, root = printed.partition(" : ")
    with pytest.raises(Tampered, match="AUD-115"):
        ready.desks.audits.verify(f"{size} : {'0' * 64}")
    with pytest.raises(Tampered, match="AUD-114"):
        ready.desks.audits.verify(f"99999 : {root}")


@pytest.mark.parametrize("text", ["12", "x : " + "a" * 64, "12 : abc", ":", "-1 : " + "a" * 64])
def test_what_is_no_printed_root_is_said(text: str, ready: Office) -> None:
    with pytest.raises(WrongUsage, match="CAS-030"):
        ready.desks.audits.verify(text)


def broken(home: Path, at: int) -> None:
    """Change one letter of one record."""
    lines = log(home).read_bytes().split(b"\n")
    lines[at] = lines[at].replace(b'"alice"', b'"alicE"', 1)
    log(home).write_bytes(b"\n".join(lines))


def test_a_changed_record_is_named_by_its_place(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    desks.people.listed()
    broken(tmp_path / "home", 1)
    with pytest.raises(Tampered) as caught:
        desks.audits.verify()
    assert caught.value.values["place"] == 1
    assert caught.value.values["file"] == "audit.jsonl"


def test_a_broken_journal_opens_nothing_but_its_own_check(tmp_path: Path) -> None:
    enrolled(tmp_path / "home")
    broken(tmp_path / "home", 1)
    later: Desks = engine.desks(settings(tmp_path / "home"), CHEAP, FixedClock())
    with pytest.raises(Tampered, match="AUD-1"):
        later.people.sign_in("alice", "a passphrase long enough")
    with pytest.raises(Tampered, match="AUD-1"):
        later.audits.verify()


def test_a_journal_cut_short_is_noticed(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    desks.people.listed()
    whole = log(tmp_path / "home").read_bytes()
    log(tmp_path / "home").write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 1])
    with pytest.raises(Tampered, match="AUD-112"):
        desks.audits.verify()


def test_where_nobody_was_enrolled_there_is_no_journal(tmp_path: Path) -> None:
    desks = engine.desks(settings(tmp_path / "home"), CHEAP, FixedClock())
    with pytest.raises(Refused, match="CAS-015"):
        desks.audits.verify()
    assert not (tmp_path / "home").exists()
