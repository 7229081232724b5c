from pathlib import Path
from typing import Any

import pytest

from tests.desk.records import count, denied, enrol, last
from tests.desk.scene import CHEAP, HOUR, START, FixedClock, Office, enrolled, hits, settings
from vsa_core import engine
from vsa_core.desk.audit_hours import Hours
from vsa_core.desk.audit_overview import Rule
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
    return [dict(one.fields) for one in at.desks.audits.read(who, wanted).records]


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
    told = desks.audits.read(who, Filter()).records
    assert told[-1].fields["act"] == Act.AUDIT_READ


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


def broken(home: Path) -> int:
    """Change one letter of the second record that names alice; its place."""
    lines = log(home).read_bytes().split(b"\n")
    at = [place for place, line in enumerate(lines) if b'"alice"' in line][1]
    lines[at] = lines[at].replace(b'"alice"', b'"alicE"', 1)
    log(home).write_bytes(b"\n".join(lines))
    return at


def test_a_changed_record_is_named_by_its_place(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    desks.people.listed()
    place = broken(tmp_path / "home")
    with pytest.raises(Tampered) as caught:
        desks.audits.verify()
    assert caught.value.values["place"] == place
    assert caught.value.values["file"] == "audit.jsonl"
    assert caught.value.values["shard"] == log(tmp_path / "home").parent.name


def test_a_broken_journal_opens_nothing_but_its_own_check(tmp_path: Path) -> None:
    enrolled(tmp_path / "home")
    broken(tmp_path / "home")
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


def test_a_check_by_somebody_signed_in_is_theirs(tmp_path: Path) -> None:
    desks, alice = enrolled(tmp_path / "home")
    whole = desks.audits.verify(who=alice)
    assert (whole.total, whole.cosigned, whole.given_up) == (whole.records, 0, ())
    record = last(tmp_path / "home")
    assert (record["act"], record["who"], record["role"]) == ("audit_verify", "alice", "analyst")


def test_a_page_is_read_at_a_time(ready: Office, dan: SignedIn) -> None:
    leaf = ready.desks.audits.read(dan, Filter(), page=2, size=3)
    assert (len(leaf.records), leaf.number, leaf.total) == (3, 2, count(ready))
    with pytest.raises(WrongUsage, match="CAS-102"):
        ready.desks.audits.read(dan, Filter(), page=0)


def test_the_overview_is_a_reading_and_says_by_which_rule(ready: Office, dan: SignedIn) -> None:
    seen = ready.desks.audits.overview(dan, None, Rule(Hours(8, 19)))
    record = last(ready.home)
    assert record["act"] == Act.AUDIT_READ
    assert record["about"] == {"what": "overview", "period_us": None, "hours": "8–19"}
    assert dict(seen.acts)[Act.QUERY] >= 1
    assert seen.rule.hours == Hours(8, 19)
    with pytest.raises(Refused, match="LAW-001"):
        ready.desks.audits.overview(ready.who)


def test_a_remark_is_a_record_that_names_another(ready: Office, dan: SignedIn) -> None:
    place = str(ready.desks.audits.read(dan, Filter(act=Act.QUERY)).records[0].place)
    made = ready.desks.audits.remark(dan, place, "  à revoir avec l’OPJ  ")
    record = last(ready.home)
    shard, _, sequence = place.partition("/")
    assert record["about"] == {
        "shard": shard,
        "record": int(sequence),
        "text": "à revoir avec l’OPJ",
    }
    assert (made.place.sequence, made.at, made.who) == (record["seq"], record["us"], "dan")
    asked = ready.desks.audits.read(dan, Filter(act=Act.QUERY)).records[0]
    assert (str(asked.place), asked.remarks) == (place, (made,))


@pytest.mark.parametrize(
    ("record", "text", "code"),
    [
        ("0", "", "CAS-104"),
        ("0", "   ", "CAS-104"),
        ("0", "x" * 501, "CAS-104"),
        ("99999", "vu", "CAS-103"),
        ("../..", "vu", "CAS-103"),
    ],
)
def test_a_remark_says_something_about_a_record(
    record: str, text: str, code: str, ready: Office, dan: SignedIn
) -> None:
    before = count(ready)
    with pytest.raises(WrongUsage, match=code):
        ready.desks.audits.remark(dan, record, text)
    assert count(ready) == before


def test_only_the_dpo_remarks(ready: Office) -> None:
    with pytest.raises(Refused, match="LAW-001"):
        ready.desks.audits.remark(ready.who, "0", "vu")
    assert denied(ready.home) == ("alice", "remark", "LAW-001")


def test_a_remark_of_characters_that_hide_is_kept_as_it_is(ready: Office, dan: SignedIn) -> None:
    text = '=HYPERLINK("x")\n\u202e</b>'
    assert ready.desks.audits.remark(dan, "0", text).text == text
    assert last(ready.home)["about"]["text"] == text


def test_where_nobody_was_enrolled_there_is_no_journal(tmp_path: Path) -> None:
    desks = engine.desks(settings(tmp_path / "home"), CHEAP, FixedClock())
    with pytest.raises(Refused, match="CAS-015"):
        desks.audits.verify()
    assert not (tmp_path / "home").exists()
