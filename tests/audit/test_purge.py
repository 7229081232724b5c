"""A shard is destroyed whole, when the law no longer keeps it, after a record that says so."""

import shutil
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.audit.breaking import Breaking, PowerCut
from tests.audit.test_renewal import SIGNED
from tests.audit.world import (
    BEGUN,
    DAY,
    NEXT,
    Ticking,
    ask,
    begin,
    inception,
    names_of,
    pen,
    public,
    reopen_later,
    rewrite,
    verify,
)
from vsa_core.audit.entry import Entry
from vsa_core.audit.purge import Doomed, doomed, purge, purgeable, sweep
from vsa_core.audit.renewal import begin_again
from vsa_core.audit.review import read, verify_log
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused, WrongUsage

LATE = NEXT + 3 * 366 * DAY
"""More than three years after the first shard's last record."""

OPEN = ("2026/18",)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two shards that name case 2026/17, and one just begun."""
    folder = tmp_path_factory.mktemp("original")
    with begin(folder) as journal:
        ask(journal, 1)
    with reopen_later(folder) as journal:
        ask(journal, 1)
    reopen_later(folder, LATE).close()
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A copy."""
    return shutil.copytree(original, tmp_path / "copy")


def chosen(folder: Path, name: str = "2026H2", open_cases: Collection[str] = OPEN) -> Doomed:
    return doomed(folder, name, LATE, open_cases)


def record(folder: Path, what: Doomed) -> None:
    """The record that two people's decision leaves."""
    with reopen_later(folder, LATE) as journal:
        journal.append(Entry(Act.SHARD_PURGE, "admin", Role.ADMINISTRATOR, about=what.about))


def test_a_shard_is_destroyed_after_its_record(folder: Path) -> None:
    what = chosen(folder)
    with pytest.raises(Refused, match="AUD-028"):
        purge(folder, what)
    record(folder, what)
    purge(folder, what)
    assert names_of(folder) == ["2027H1", "2030H1"]
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
    assert verify_log(folder, public(), verify).ok
    assert {one.shard for one in read(folder)} == {"2027H1", "2030H1"}
    purge(folder, what)  # already done
    reopen_later(folder, LATE).close()


def test_its_final_head_stays_known(folder: Path) -> None:
    what = chosen(folder)
    shutil.rmtree(folder / "2027H1")
    shutil.rmtree(folder / "2030H1")
    verdict = verify_log(folder, public(), verify)
    assert (what.size, what.root) == (verdict.records, verdict.root)


@pytest.mark.parametrize("field", ["shard", "size", "root"])
def test_a_record_of_another_head_does_not_do(field: str, folder: Path) -> None:
    what = chosen(folder)
    false = {"shard": "2027H1", "size": what.size + 1, "root": "00" * 32}
    record(folder, replace(what, **{field: false[field]}))  # type: ignore[arg-type]  # a table
    with pytest.raises(Refused, match="AUD-028"):
        purge(folder, what)
    assert names_of(folder)[0] == "2026H2"


def test_a_shard_that_is_still_kept(folder: Path) -> None:
    for name, now, cases, reason in [
        ("2026H2", LATE, ("2026/17",), "open_case"),
        ("2026H2", BEGUN + 3 * 365 * DAY, OPEN, "young"),
        ("2030H1", LATE * 2, OPEN, "in_use"),
    ]:
        with pytest.raises(Refused, match="AUD-027") as caught:
            doomed(folder, name, now, cases)
        assert caught.value.values["reason"] == reason
    with pytest.raises(WrongUsage, match="AUD-024"):
        doomed(folder, "2025H1", LATE, OPEN)


def test_three_years_are_those_of_the_calendar(folder: Path) -> None:
    last = chosen(folder).last
    day = datetime.fromtimestamp(last // 1_000_000, UTC)
    end = int(day.replace(year=day.year + 3).timestamp()) * 1_000_000 + last % 1_000_000
    assert doomed(folder, "2026H2", end, OPEN).last == last
    with pytest.raises(Refused, match="AUD-027"):
        doomed(folder, "2026H2", end - 1, OPEN)


def test_a_leap_day_ends_on_the_first_of_march(tmp_path: Path) -> None:
    leap = int(datetime(2028, 2, 29, 12, tzinfo=UTC).timestamp()) * 1_000_000
    begin(tmp_path, pen(clock=Ticking(leap - 300 * DAY))).close()
    reopen_later(tmp_path, leap).close()  # the end of 2027H1 is written now
    march = int(datetime(2031, 3, 1, 13, tzinfo=UTC).timestamp()) * 1_000_000
    assert doomed(tmp_path, "2027H1", march, OPEN).shard == "2027H1"
    with pytest.raises(Refused, match="AUD-027"):
        doomed(tmp_path, "2027H1", march - DAY, OPEN)


def test_all_that_may_be_destroyed_is_found(folder: Path) -> None:
    assert [one.shard for one in purgeable(folder, LATE, OPEN)] == ["2026H2"]
    assert [one.shard for one in purgeable(folder, LATE + 3 * 366 * DAY, OPEN)] == [
        "2026H2",
        "2027H1",
    ]
    assert purgeable(folder, LATE, ("2026/17",)) == ()


def test_a_damaged_shard_is_as_old_as_the_next_ones_beginning(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 1)
    rewrite(tmp_path, [b"garbage\n", b"more\n"])
    begin_again(tmp_path, inception(), pen(clock=Ticking(NEXT)), SIGNED).close()
    with pytest.raises(Refused, match="AUD-027"):
        doomed(tmp_path, "2026H2", NEXT + 3 * 365 * DAY, OPEN)
    what = doomed(tmp_path, "2026H2", LATE, OPEN)
    record(tmp_path, what)
    purge(tmp_path, what)
    assert verify_log(tmp_path, public(), verify).ok


@pytest.mark.parametrize("how", ["fail", "late", "cut", "gone"])
@pytest.mark.parametrize("at", range(3))
def test_it_may_be_cut_anywhere(at: int, how: str, folder: Path) -> None:
    what = chosen(folder)
    record(folder, what)
    with pytest.raises((Refused, PowerCut)):
        purge(folder, what, Breaking(at, how))
    assert verify_log(folder, public(), verify).ok
    reopen_later(folder, LATE).close()
    purge(folder, what)
    assert names_of(folder) == ["2027H1", "2030H1"]


def test_a_purge_that_was_cut_while_taking_away_is_finished(folder: Path) -> None:
    what = chosen(folder)
    record(folder, what)
    gone = (folder / "2026H2").rename(folder / ".gone-2026H2")
    (gone / "head").unlink()
    (folder / ".gone-notes").mkdir()
    assert verify_log(folder, public(), verify).ok
    sweep(folder)
    assert not gone.exists()
    assert (folder / ".gone-notes").exists()
