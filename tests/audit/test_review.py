"""The verifier is the product: every attack is named at its place; and who may read what."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.attacks import ATTACKS, Attack, edited, forge, put_head, resealed
from tests.audit.world import (
    BEGUN,
    SECOND,
    ask,
    begin,
    head_at,
    inception,
    lines_of,
    public,
    query,
    reopen,
    rewrite,
    shard_of,
    verify,
)
from vsa_core.audit.review import (
    EVERYTHING,
    NOWHERE,
    Logged,
    Verdict,
    Wanted,
    read,
    skim,
    verify_log,
)
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.errors import Tampered, Unreadable

RECORDS = 13


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole log of thirteen records."""
    folder = tmp_path_factory.mktemp("original")
    with begin(folder) as journal:
        ask(journal, 6)
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A copy of it to be attacked."""
    return shutil.copytree(original, tmp_path / "copy")


def judged(folder: Path, printed: tuple[int, str] | None = None) -> Verdict:
    return verify_log(folder, public(), verify, printed)


def paper(folder: Path) -> tuple[int, str]:
    """The head that was printed on the last export."""
    verdict = judged(folder)
    return verdict.records, verdict.root


def test_a_whole_log(folder: Path) -> None:
    verdict = judged(folder)
    assert verdict == Verdict(True, RECORDS, verdict.root, shard="2026H2", total=RECORDS)
    assert judged(folder, (RECORDS, verdict.root.upper())).ok


@pytest.mark.parametrize("place", [1, 2, 5, 10, 11])
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_no_attack_without_the_key_goes_unseen(attack: Attack, place: int, folder: Path) -> None:
    rewrite(folder, attack.change(lines_of(folder), place))
    verdict = judged(folder)
    assert (verdict.ok, verdict.reason, verdict.file) == (False, attack.code, "audit.jsonl")
    assert verdict.place == verdict.records == place + attack.shift
    shard_of(folder).head.unlink()
    assert not judged(folder).ok


@pytest.mark.parametrize("place", [0, RECORDS - 1])
def test_the_first_and_the_last_record(place: int, folder: Path) -> None:
    lines = lines_of(folder)
    lines[place] = edited(lines[place], boot="boot-0")
    rewrite(folder, lines)
    assert (judged(folder).reason, judged(folder).place) == ("AUD-108", place)


def test_paper_finds_a_truncation_that_took_the_head_along(folder: Path) -> None:
    printed = paper(folder)
    head = head_at(folder, 9)
    rewrite(folder, lines_of(folder)[:9])
    shard_of(folder).head.write_bytes(head)
    assert judged(folder).ok  # every prefix of a valid log is a valid log
    verdict = judged(folder, printed)
    assert (verdict.reason, verdict.place) == ("AUD-114", 9)


@pytest.mark.parametrize("place", [1, 4, 11])
def test_paper_finds_what_the_holder_of_the_key_forged(place: int, folder: Path) -> None:
    printed = paper(folder)
    forge(
        folder, place, lambda lines, at: [*lines[:at], edited(lines[at], who="x"), *lines[at + 1 :]]
    )
    assert judged(folder).ok
    verdict = judged(folder, printed)
    assert (verdict.reason, verdict.place) == ("AUD-115", RECORDS)


def test_the_holder_of_the_key_cannot_drop_a_question_alone(folder: Path) -> None:
    forge(folder, 3, lambda lines, at: [*lines[:at], *lines[at + 1 :]])
    assert (judged(folder).reason, judged(folder).place) == ("AUD-110", 3)


def test_time_may_not_go_back_even_with_the_key(folder: Path) -> None:
    lines = lines_of(folder)
    lines[6] = edited(lines[6], us=BEGUN, t="2026-11-21T09:14:03.120Z")
    rewrite(folder, resealed(lines, 6, 7))
    put_head(folder)
    assert (judged(folder).reason, judged(folder).place) == ("AUD-107", 6)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("head", b"", "AUD-111"),
        ("head", None, "AUD-111"),
        ("inception.json", b"{}\n", "AUD-116"),
        ("inception.json", None, "AUD-116"),
        ("inception.json", replace(inception(), aipd="x").document, "AUD-116"),
        ("inception.json", replace(inception(), origin="other/1").document, "AUD-116"),
        ("audit.jsonl", None, "AUD-010"),
        ("audit.jsonl", b"", "AUD-112"),
    ],
)
def test_companions_are_checked(name: str, data: bytes | None, reason: str, folder: Path) -> None:
    path = shard_of(folder).folder / name
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    verdict = judged(folder)
    assert (verdict.ok, verdict.reason, verdict.file) == (False, reason, name)


def test_a_head_of_another_history(folder: Path) -> None:
    forked = lines_of(folder)
    forked[12] = edited(forked[12], boot="boot-0")
    original = lines_of(folder)
    rewrite(folder, resealed(forked, 12, 7))
    put_head(folder)
    rewrite(folder, original)
    verdict = judged(folder)
    assert (verdict.reason, verdict.file, verdict.place) == ("AUD-113", "head", RECORDS)


def test_a_head_one_record_behind_is_no_break(folder: Path) -> None:
    shard_of(folder).head.write_bytes(head_at(folder, RECORDS - 1))
    assert judged(folder).ok


def test_quarantined_bytes_are_checked(folder: Path) -> None:
    rewrite(folder, [*lines_of(folder), b"half"])
    assert judged(folder).reason == "AUD-101"
    reopen(folder).close()
    assert judged(folder).ok
    (torn,) = shard_of(folder).torn()
    for data in (b"hal", None):
        torn.unlink()
        if data is not None:
            torn.write_bytes(data)
        verdict = judged(folder)
        assert (verdict.reason, verdict.file, verdict.place) == ("AUD-117", torn.name, NOWHERE)


def test_no_log_is_not_a_whole_log(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="AUD-001"):
        judged(tmp_path)


def test_reading_by_who_case_act_and_period(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        for number, (who, case) in enumerate([("alice", "A"), ("bob", "A"), ("bob", "B")]):
            journal.append(query(number, who, case))
        start = journal.time

    def found(wanted: Wanted) -> list[int]:
        return [one.sequence for one in read(tmp_path, wanted)]

    assert found(EVERYTHING) == [0, 1, 2, 3]
    assert found(Wanted(who="bob")) == [2, 3]
    assert found(Wanted(who="bob", case="A")) == [2]
    assert found(Wanted(acts=frozenset({Act.INCEPTION}))) == [0]
    assert found(Wanted(period=Window(start, start + SECOND))) == [3]
    assert found(Wanted(period=Window(start + 1, start + SECOND))) == []


def test_a_name_that_is_not_utf_8_is_read(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        journal.append(query(0, who="al\udcffice"))
    assert [one.who for one in read(tmp_path)][1] == '{"b64":"YWz/aWNl"}'


def test_reading_stops_at_what_is_no_record(folder: Path) -> None:
    rewrite(folder, [*lines_of(folder)[:4], b"garbage\n"])
    found: list[Logged] = []
    with pytest.raises(Tampered, match="AUD-102"):
        found.extend(read(folder))
    lines = lines_of(folder)[:4]
    rewrite(folder, [*lines[:3], lines[3].replace(b'"v":1', b'"v":2')])
    with pytest.raises(Tampered, match="AUD-104"):
        list(read(folder))
    shard_of(folder).log.unlink()
    with pytest.raises(Tampered, match="AUD-010"):
        list(read(folder))


def test_a_few_acts_are_found_without_reading_the_other_lines(folder: Path) -> None:
    asked = {Act.QUERY, Act.RESULT}
    assert list(skim(folder, asked)) == list(read(folder, Wanted(acts=frozenset(asked))))
    lines = lines_of(folder)
    decoy = edited(lines[0], about={"act": '"act":"query"'})
    rewrite(folder, [decoy, b"garbage\n", *lines[1:]])
    assert [one.sequence for one in skim(folder, {Act.RESULT})] == [2, 4, 6, 8, 10, 12]
    rewrite(folder, [b'garbage "act":"result"\n', *lines])
    with pytest.raises(Tampered, match="AUD-102"):
        list(skim(folder, {Act.RESULT}))
