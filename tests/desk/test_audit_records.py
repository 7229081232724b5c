from pathlib import Path

import pytest

from tests.desk.records import enrol
from tests.desk.scene import SECRET, enrolled
from vsa_core.audit.review import EVERYTHING, Wanted
from vsa_core.desk.audit_records import Place, every, found, in_use, leaf, named, place_in
from vsa_core.desk.desks import Desks
from vsa_core.domain.case import Act, Role
from vsa_core.errors import WrongUsage


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journal of an installation that people came to and left, eleven records and more."""
    home = tmp_path_factory.mktemp("home")
    desks, who = enrolled(home)
    desks.people.sign_out(who)
    for _ in range(4):
        desks.people.sign_out(desks.people.sign_in("alice", SECRET))
    return home / "audit"


def sequences(audit: Path, number: int, size: int, wanted: Wanted = EVERYTHING) -> list[int]:
    """What is on a page."""
    return [one.place.sequence for one in leaf(audit, wanted, number, size).records]


def test_page_one_holds_the_newest_and_pages_make_up_the_journal(audit: Path) -> None:
    total = leaf(audit, EVERYTHING, 1, 4).total
    pages = leaf(audit, EVERYTHING, 1, 4).pages
    assert total >= 10
    assert sequences(audit, 1, 4) == list(range(total - 4, total))
    together = [n for page in range(pages, 0, -1) for n in sequences(audit, page, 4)]
    assert together == list(range(total))
    assert sequences(audit, pages + 1, 4) == []


def test_a_page_holds_only_what_was_asked_for(audit: Path) -> None:
    came = Wanted(acts=frozenset({Act.SESSION_OPEN}))
    page = leaf(audit, came, 1, 3)
    assert (len(page.records), page.total, page.pages) == (3, 5, 2)
    assert {one.fields["act"] for one in page.records} == {"session_open"}
    assert leaf(audit, Wanted(who="nobody"), 1, 3).pages == 1


@pytest.mark.parametrize(("number", "size"), [(0, 10), (1, 0), (-1, 5)])
def test_there_is_no_page_before_the_first(audit: Path, number: int, size: int) -> None:
    with pytest.raises(WrongUsage, match="CAS-102"):
        leaf(audit, EVERYTHING, number, size)


def test_a_place_is_written_with_its_shard_or_in_the_one_in_use(audit: Path) -> None:
    shard = in_use(audit)
    assert place_in(audit, "41") == Place(shard, 41)
    assert place_in(audit, " 2019H1/7 ") == Place("2019H1", 7)
    assert place_in(audit, "2019H1-2/7") == Place("2019H1-2", 7)
    assert str(Place("2019H1", 7)) == "2019H1/7"
    for wrong in ("", "x", "2026H3/1", "-1", "2026H1/", "../audit", "1 2", "9" * 16):
        with pytest.raises(WrongUsage, match="CAS-103"):
            place_in(audit, wrong)


def test_a_record_is_found_by_its_place_and_nothing_else_is(audit: Path) -> None:
    shard = in_use(audit)
    assert found(audit, Place(shard, 0)).act is Act.INCEPTION
    for place in (Place(shard, 9999), Place("2019H1", 0)):
        with pytest.raises(WrongUsage, match="CAS-103"):
            found(audit, place)


def test_what_names_no_record_names_none() -> None:
    assert named({"shard": "2026H2", "record": 3}) == Place("2026H2", 3)
    for about in (None, "x", {}, {"shard": 1, "record": 3}, {"shard": "2026H2", "record": True}):
        assert named(about) is None


def test_every_record_comes_once_oldest_first(audit: Path) -> None:
    together = [(one.shard, one.sequence) for one in every(audit)]
    assert together == sorted(set(together))


def test_remarks_stand_beside_what_they_are_about(tmp_path: Path) -> None:
    desks: Desks = enrolled(tmp_path)[0]
    dan = enrol(desks, "dan", Role.DPO)
    desks.audits.remark(dan, "0", "vu")
    desks.audits.remark(dan, "0", "revu")
    page = leaf(tmp_path / "audit", EVERYTHING, 1, 100)
    first = page.records[0]
    assert [(one.who, one.text) for one in first.remarks] == [("dan", "vu"), ("dan", "revu")]
    assert all(not one.remarks for one in page.records[1:])
    assert [page.records[one.place.sequence].fields["act"] for one in first.remarks] == [
        "remark",
        "remark",
    ]
