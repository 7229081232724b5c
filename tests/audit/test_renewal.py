"""A damaged shard is given up in the open, by two people, and by nobody for a whole one."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.attacks import edited
from tests.audit.breaking import Breaking, PowerCut
from tests.audit.world import (
    BEGUN,
    NEXT,
    ORIGIN,
    SECOND,
    Ticking,
    ask,
    begin,
    head_at,
    inception,
    lines_of,
    names_of,
    pen,
    public,
    query,
    reopen,
    reopen_later,
    rewrite,
    shard_of,
    verify,
)
from vsa_core.audit.inception import read_inception
from vsa_core.audit.journal import Journal
from vsa_core.audit.renewal import Agreement, begin_again
from vsa_core.audit.review import Wanted, read, verify_log
from vsa_core.audit.shard import Shard
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused, Tampered, WrongUsage

LATER = BEGUN + 900 * SECOND
SIGNED = Agreement("admin", Role.ADMINISTRATOR, "ledoux", "ab" * 32, "M09", "AUD-108")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal of nine records whose sixth was changed."""
    with begin(tmp_path) as journal:
        ask(journal, 4)
    lines = lines_of(tmp_path)
    rewrite(tmp_path, [*lines[:5], edited(lines[5], who="mallory"), *lines[6:]])
    return tmp_path


def again(folder: Path, signed: Agreement = SIGNED, t: int = LATER) -> Journal:
    return begin_again(folder, inception(), pen(clock=Ticking(t)), signed)


def test_the_new_shard_names_the_damaged_file(folder: Path) -> None:
    before = shard_of(folder).log.read_bytes()
    with pytest.raises(Tampered):
        reopen(folder)
    with again(folder) as journal:
        assert (journal.shard, journal.size) == ("2026H2-2", 1)
        assert journal.append(query(1)).shard == "2026H2-2"
    assert Shard(folder / "2026H2").log.read_bytes() == before
    previous = read_inception(shard_of(folder).inception.read_bytes()).previous
    assert previous is not None
    assert (previous.shard, previous.size) == ("2026H2", 5)
    assert previous.sha256 == hashlib.sha256(before).hexdigest()
    reopen(folder).close()


def test_the_first_record_says_who_decided_and_why(folder: Path) -> None:
    again(folder).close()
    first = list(read(folder, Wanted(acts=frozenset({Act.INCEPTION}))))[-1]
    about = first.fields["about"]
    assert isinstance(about, dict)
    assert (first.who, first.fields["motive"], first.fields["question"]) == (
        *("admin", "M09"),
        SIGNED.request,
    )
    assert (about["given_up"], about["approved_by"], about["found"]) == (
        *("2026H2", "ledoux"),
        "AUD-108",
    )


def test_the_verifier_says_what_was_given_up(folder: Path) -> None:
    assert verify_log(folder, public(), verify).reason == "AUD-108"
    again(folder).close()
    verdict = verify_log(folder, public(), verify)
    assert (verdict.ok, verdict.given_up, verdict.shard, verdict.total) == (
        *(True, ("2026H2",), "2026H2-2"),
        6,
    )
    assert [one.shard for one in read(folder)] == ["2026H2"] * 5 + ["2026H2-2"]


def test_what_was_given_up_may_change_no_more(folder: Path) -> None:
    again(folder).close()
    log = Shard(folder / "2026H2").log
    log.write_bytes(log.read_bytes() + b" ")
    verdict = verify_log(folder, public(), verify)
    assert (verdict.ok, verdict.reason, verdict.shard) == (False, "AUD-126", "2026H2")


def test_a_root_printed_beyond_the_damage_is_missed(folder: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    with begin(clean) as journal:
        ask(journal, 1)
        early = (journal.size, journal.root)
        ask(journal, 3)
        late = (journal.size, journal.root)
    again(folder).close()
    assert verify_log(folder, public(), verify, early).ok
    assert not verify_log(folder, public(), verify, late).ok


@pytest.mark.parametrize("gone", ["audit.jsonl", "head", "inception.json"])
def test_a_file_that_is_gone_is_damage_too(gone: str, tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 1)
    (shard_of(tmp_path).folder / gone).unlink()
    again(tmp_path).close()
    verdict = verify_log(tmp_path, public(), verify)
    assert (verdict.ok, verdict.given_up) == (True, ("2026H2",))
    assert len(list(read(tmp_path))) == (1 if gone == "audit.jsonl" else 4)


def test_a_later_shard_and_its_replacement_may_be_given_up(tmp_path: Path) -> None:
    begin(tmp_path).close()
    with reopen_later(tmp_path) as journal:
        ask(journal, 2)
    for name in ("2027H1-2", "2027H1-3"):
        rewrite(tmp_path, [b"garbage\n" * 2])
        with again(tmp_path, t=NEXT + 900 * SECOND) as journal:
            ask(journal, 1)
        assert names_of(tmp_path)[-1] == name
    reopen_later(tmp_path, NEXT + 200 * 86_400 * SECOND).close()
    assert names_of(tmp_path)[-1] == "2027H2"
    verdict = verify_log(tmp_path, public(), verify)
    assert (verdict.ok, verdict.given_up) == (True, ("2027H1", "2027H1-2"))


def test_a_journal_rolled_back_goes_on_once_it_is_given_up(tmp_path: Path) -> None:
    other, folder = tmp_path / "other", tmp_path / "audit"
    other.mkdir()
    with Journal.create(folder, inception(), pen(), other) as journal:
        ask(journal, 2)
    head = head_at(folder, 3)
    rewrite(folder, lines_of(folder)[:3])
    shard_of(folder).head.write_bytes(head)
    signed = replace(SIGNED, found="AUD-121")
    begin_again(folder, inception(), pen(clock=Ticking(LATER)), signed, other).close()
    Journal.open(folder, origin=ORIGIN, pen=pen(), head_path=other).close()
    assert verify_log(folder, public(), verify).given_up == ("2026H2",)


@pytest.mark.parametrize("name", ["asked_by", "approved_by", "request", "motive", "found"])
def test_every_fact_is_demanded(name: str, folder: Path) -> None:
    with pytest.raises(WrongUsage, match="AUD-025"):
        again(folder, replace(SIGNED, **{name: " "}))  # type: ignore[arg-type]  # text fields all
    assert names_of(folder) == ["2026H2"]


def test_one_person_is_not_two(folder: Path) -> None:
    with pytest.raises(WrongUsage, match="AUD-025"):
        again(folder, replace(SIGNED, approved_by="admin "))


def test_a_whole_journal_is_never_given_up(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 1)
    rewrite(tmp_path, [*lines_of(tmp_path), b"half a line"])  # a torn write is no damage
    with pytest.raises(Refused, match="AUD-026"):
        again(tmp_path)
    with pytest.raises(Tampered, match="AUD-005"):
        begin_again(tmp_path, inception(8), pen(8), SIGNED)
    assert names_of(tmp_path) == ["2026H2"]


@pytest.mark.parametrize("how", ["fail", "short", "cut", "gone"])
def test_it_may_be_cut_anywhere(
    how: str, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for at in range(12):
        copy = tmp_path_factory.mktemp("copy")
        shutil.copytree(folder / "2026H2", copy / "2026H2")
        means = pen(disk=Breaking(at, how), clock=Ticking(LATER))
        try:
            begin_again(copy, inception(), means, SIGNED).close()
        except (Refused, PowerCut):
            if len(names_of(copy)) == 1:
                again(copy).close()
        assert names_of(copy) == ["2026H2", "2026H2-2"]
        assert verify_log(copy, public(), verify).ok
