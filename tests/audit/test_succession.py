"""A shard follows another once its half-year began, whole or not at all, wherever it is cut."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.breaking import Breaking, PowerCut
from tests.audit.children import asks, child, ended_well, everything
from tests.audit.world import (
    BEGUN,
    DAY,
    NEXT,
    ORIGIN,
    Ticking,
    ask,
    begin,
    inception,
    names_of,
    pen,
    public,
    query,
    reopen,
    reopen_later,
    result,
    shard_of,
    verify,
)
from vsa_core.audit.inception import read_inception
from vsa_core.audit.journal import Journal
from vsa_core.audit.notes import checkpoints
from vsa_core.audit.review import read, verify_log
from vsa_core.audit.shard import Shard
from vsa_core.audit.succession import base, begun, name_again
from vsa_core.domain.case import Act
from vsa_core.errors import Bug, Refused, Tampered

BOTH = ["2026H2", "2027H1"]


def acts(folder: Path, shard: str) -> list[Act]:
    return [one.act for one in read(folder) if one.shard == shard]


def whole(folder: Path) -> bool:
    return verify_log(folder, public(), verify).ok


def test_the_opening_goes_on_to_the_next_shard(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 2)
    with reopen_later(tmp_path) as journal:
        assert (journal.shard, journal.size, journal.origin) == ("2027H1", 1, f"{ORIGIN}/2027H1")
        ask(journal, 1)
    assert names_of(tmp_path) == BOTH
    assert acts(tmp_path, "2026H2")[-1] is Act.SHARD_END
    assert acts(tmp_path, "2027H1") == [Act.INCEPTION, Act.QUERY, Act.RESULT]
    assert whole(tmp_path)


def test_an_append_goes_on_to_the_next_shard(tmp_path: Path) -> None:
    clock = Ticking()
    with begin(tmp_path, pen(clock=clock)) as journal:
        ask(journal, 1)
        before = (journal.size, journal.root)
        clock.t = NEXT
        receipt = journal.append(query(5))
        assert (receipt.sequence, receipt.shard) == (1, "2027H1")
        journal.append(result(5, receipt.sequence))
        assert journal.head_line() == f"3 : {journal.root}"
    first = read_inception(Shard(tmp_path / "2026H2").inception.read_bytes())
    second = read_inception(Shard(tmp_path / "2027H1").inception.read_bytes())
    assert (first.previous, first) == (None, inception())
    assert second.previous is not None
    assert (second.previous.shard, second.previous.size) == ("2026H2", before[0] + 1)
    assert second == replace(first, origin=f"{ORIGIN}/2027H1", previous=second.previous)
    assert (base(first), base(second)) == (ORIGIN, ORIGIN)
    assert whole(tmp_path)


def test_the_last_record_names_the_next_shard_and_has_its_checkpoint(tmp_path: Path) -> None:
    begin(tmp_path).close()
    reopen_later(tmp_path).close()
    ended = Shard(tmp_path / "2026H2")
    (last,) = [one for one in read(tmp_path) if one.act is Act.SHARD_END]
    assert last.fields["about"] == {"next": "2027H1"}
    assert [note.size for note in checkpoints(ended)] == [last.sequence + 1]
    assert ended.head.read_bytes() == checkpoints(ended)[0].data


def test_a_shard_waits_for_its_open_questions(tmp_path: Path) -> None:
    clock = Ticking()
    with begin(tmp_path, pen(clock=clock)) as journal:
        asked = journal.append(query(1))
        clock.t = NEXT
        assert journal.append(query(2)).shard == ""
        journal.append(result(1, asked.sequence))
        assert journal.shard == "2026H2"
        journal.append(result(2, asked.sequence + 1))
        assert journal.append(query(3)).shard == "2027H1"
    assert Act.ABORTED not in acts(tmp_path, "2026H2")


def test_a_shard_does_not_wait_for_programs_that_are_gone(tmp_path: Path) -> None:
    view = replace(query(4), act=Act.VIEW, about={"what": "reel"})
    with begin(tmp_path) as journal:
        journal.append(view)
        journal.append(query(5))
    reopen_later(tmp_path).close()
    assert names_of(tmp_path) == BOTH
    assert acts(tmp_path, "2026H2").count(Act.ABORTED) == 2


def test_a_view_left_open_at_our_seat_by_another_is_no_question_of_ours(tmp_path: Path) -> None:
    view = replace(query(4), act=Act.VIEW, about={"what": "reel"})
    with begin(tmp_path) as journal:
        journal.append(view)
    clock = Ticking(BEGUN + DAY)
    with reopen(tmp_path, pen(clock=clock)) as journal:
        clock.t = NEXT
        assert journal.append(query(5)).shard == "2027H1"
    assert acts(tmp_path, "2026H2").count(Act.ABORTED) == 1


def test_a_page_of_thumbnails_keeps_no_shard_open(tmp_path: Path) -> None:
    clock = Ticking()
    with begin(tmp_path, pen(clock=clock)) as journal:
        journal.append(replace(query(4), act=Act.VIEW, about={"what": "thumbnails"}))
        clock.t = NEXT
        assert journal.append(query(5)).shard == "2027H1"
    assert Act.ABORTED not in acts(tmp_path, "2026H2")


def test_the_others_follow(tmp_path: Path) -> None:
    clock = Ticking()
    with begin(tmp_path, pen(clock=clock)) as first, reopen(tmp_path, pen(clock=clock)) as second:
        ask(first, 1)
        clock.t = NEXT
        ask(second, 1)
        assert first.shard == "2026H2"
        ask(first, 1)
        assert first.head_line() != second.head_line()
        ask(second, 1)
        assert (first.shard, second.shard, second.size) == ("2027H1", "2027H1", 7)
        clock.t += 200 * DAY
        ask(first, 1)
        clock.t += 200 * DAY
        ask(first, 1)
        ask(second, 1)
    assert names_of(tmp_path) == [*BOTH, "2027H2", "2028H1"]
    assert whole(tmp_path)


def test_programs_that_begin_the_half_year_together_make_one_shard(tmp_path: Path) -> None:
    begin(tmp_path, pen(clock=Ticking(BEGUN - 400 * DAY))).close()
    children = [child(asks(tmp_path, 20, who)) for who in ("alice", "bob")]
    said = [everything(reading) for _, reading in children]
    assert all(ended_well(number) for number, _ in children)
    assert sum(text.count(b"\n") for text in said) == 40
    assert names_of(tmp_path) == ["2025H2", "2026H2"]
    assert whole(tmp_path)


def test_time_goes_back_across_no_shard(tmp_path: Path) -> None:
    begin(tmp_path).close()
    with reopen_later(tmp_path) as journal:
        turned = journal.time
    with reopen(tmp_path) as journal:
        assert journal.append(query(1)).shard == "2027H1"
        assert journal.time == turned
    assert names_of(tmp_path) == BOTH
    assert whole(tmp_path)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of 2026 with a question that was left open."""
    folder = tmp_path_factory.mktemp("original")
    with begin(folder) as journal:
        ask(journal, 1)
        journal.append(query(7))
    return folder


CALLS = 5 + 9 + 12  # an aborted record, the shard's end with its checkpoint, the new shard's files


def test_a_change_makes_so_many_calls(original: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(original, tmp_path / "copy")
    disk = Breaking()
    reopen_later(folder, disk=disk).close()
    assert disk.calls == CALLS


@pytest.mark.parametrize("how", ["fail", "late", "short", "cut", "gone"])
@pytest.mark.parametrize("at", range(CALLS))
def test_a_change_may_be_cut_anywhere(at: int, how: str, original: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(original, tmp_path / "copy")
    try:
        reopen_later(folder, disk=Breaking(at, how)).close()
    except (Refused, PowerCut):
        assert verify_log(folder, public(), verify).reason in ("", "AUD-101", "AUD-102", "AUD-103")
    check_made_good(folder)


def check_made_good(folder: Path) -> None:
    """It opens in the new shard, kept all, names each shard once, and is whole."""
    with reopen_later(folder) as journal:
        assert journal.shard == "2027H1"
        ask(journal, 1)
    assert names_of(folder) == BOTH
    before = acts(folder, "2026H2")
    assert (before.count(Act.SHARD_END), before.count(Act.ABORTED), before[-1]) == (
        *(1, 1),
        Act.SHARD_END,
    )
    assert acts(folder, "2027H1")[0] is Act.INCEPTION
    verdict = verify_log(folder, public(), verify)
    assert verdict.ok, verdict
    assert [path.name for path in folder.iterdir() if path.name.startswith(".new")] == []


@pytest.mark.parametrize("kept", range(4))
def test_a_power_cut_may_lose_names_that_were_not_synced(
    kept: int, original: Path, tmp_path: Path
) -> None:
    """Renames and folders that no sync covered may be lost, whichever came last."""
    folder = shutil.copytree(original, tmp_path / "copy")
    reopen_later(folder).close()
    ended, fresh = Shard(folder / "2026H2"), Shard(folder / "2027H1")
    if kept < 3:
        shutil.rmtree(fresh.folder)
    if kept < 2:
        checkpoints(ended)[0].path.unlink()
    if kept < 1:
        shutil.copy(Shard(original / "2026H2").head, ended.head)
    check_made_good(folder)


def test_an_end_that_the_head_does_not_count_is_counted_when_it_is_made_good(
    original: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(original, tmp_path / "copy")
    head = Shard(folder / "2026H2").head
    reopen_later(folder).close()
    counted = head.read_bytes()
    shutil.rmtree(folder / "2027H1")
    shutil.copy(Shard(original / "2026H2").head, head)
    reopen_later(folder).close()
    assert head.read_bytes() == counted


def test_a_successor_that_does_not_follow_is_noticed(original: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(original, tmp_path / "copy")
    clock = Ticking()
    journal = reopen(folder, pen(clock=clock))
    reopen_later(folder).close()
    path = Shard(folder / "2027H1").inception
    changed = json.loads(path.read_bytes())
    changed["previous"]["size"] += 1
    path.write_bytes(json.dumps(changed, sort_keys=True, separators=(",", ":")).encode() + b"\n")
    with pytest.raises(Tampered, match="AUD-120"):
        journal.append(query(1))
    with pytest.raises(Refused, match="AUD-004"):
        journal.append(query(1))


def test_a_shard_of_another_journal_does_not_open(tmp_path: Path) -> None:
    begin(tmp_path).close()
    reopen_later(tmp_path).close()
    with pytest.raises(Tampered, match="AUD-005"):
        Journal.open(tmp_path, origin="relecture/other", pen=pen())
    with pytest.raises(Tampered, match="AUD-005"):
        begun(shard_of(tmp_path), ORIGIN, public(8))
    moved = shutil.move(tmp_path / "2027H1", tmp_path / "2027H2")
    with pytest.raises(Tampered, match="AUD-005"):
        begun(Shard(Path(moved)), ORIGIN, public())


def test_a_shard_begun_again_has_a_name_of_its_own() -> None:
    assert name_again("2026H2", BEGUN) == "2026H2-2"
    assert name_again("2026H2-2", BEGUN) == "2026H2-3"
    assert name_again("2026H2-2", NEXT) == "2027H1"
    assert name_again("2027H1", BEGUN) == "2027H1-2"
    with pytest.raises(Bug, match="AUD-012"):
        name_again("2026H2-9", BEGUN)


def test_the_first_shard_is_called_nothing_in_receipts(tmp_path: Path) -> None:
    begin(tmp_path).close()
    assert begun(shard_of(tmp_path), ORIGIN, public()).label == ""
    reopen_later(tmp_path).close()
    assert begun(shard_of(tmp_path), ORIGIN, public()).label == "2027H1"
