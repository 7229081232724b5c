from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import acts, count, records
from tests.desk.refusing import check_refused
from tests.desk.scene import HOUR, MOTIVE, START, Office, crossing, hits
from vsa_core.desk.counting import CameraCount
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Looked
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.errors import Refused, Unreadable
from vsa_core.search.plan import Plan


def test_a_count_is_that_of_the_answer(ready: Office) -> None:
    for query in (crossing(), Query("seen"), replace(crossing(), direction="to_right")):
        found = ready.desks.queries.count(ready.who, ready.where, query, MOTIVE)
        assert found.total == len(hits(ready, query))
        assert found.cameras == (CameraCount("rue", found.total),)
        assert found.coverage.microseconds(Looked.LOOKED) == 12_000_000


def test_a_count_is_a_question_like_any_other(ready: Office) -> None:
    before = count(ready)
    found = ready.desks.queries.count(ready.who, ready.where, crossing(), MOTIVE)
    asked, result = records(ready.home)[before:]
    assert (asked["act"], result["act"]) == (Act.QUERY, Act.RESULT)
    assert asked["about"]["count"] is True
    assert asked["question"] == found.query.digest
    assert asked["seq"] == found.answer
    assert (result["about"]["of"], result["about"]["hits"]) == (asked["seq"], found.total)
    assert result["about"]["coverage_us"]["looked"] == 12_000_000


def test_nothing_counted_can_be_opened(fresh: Office) -> None:
    archive = fresh.desks.cases._tickets.archive(fresh.who, fresh.where)
    fresh.desks.queries.count(fresh.who, fresh.where, crossing(), MOTIVE)
    assert archive.catalogue.answers.sequences() == ()


def test_before_indexing_the_count_says_what_was_not_looked_at(fresh: Office) -> None:
    found = fresh.desks.queries.count(fresh.who, fresh.where, crossing(), MOTIVE)
    assert found.total == 0
    assert found.coverage.microseconds(Looked.NOT_INDEXED) == 12_000_000


def test_a_count_outside_the_basis_is_refused(ready: Office) -> None:
    late = Window(START + 2 * HOUR, START + 3 * HOUR)
    for query, code in (
        (replace(crossing(), cameras=("autre",)), "LAW-007"),
        (replace(crossing(), window=late), "LAW-008"),
    ):
        with pytest.raises(Refused, match=code):
            ready.desks.queries.count(ready.who, ready.where, query, MOTIVE)
        assert acts(ready)[-1] is Act.DENIED


def test_the_cameras_of_every_part_pass_the_grant(ready: Office) -> None:
    inside, outside = replace(crossing(), cameras=()), replace(crossing(), cameras=("autre",))
    for parts in ((inside, outside), (replace(inside, cameras=("rue",)), outside)):
        with pytest.raises(Refused, match="LAW-007"):
            ready.desks.queries.count(ready.who, ready.where, Query("any", parts=parts), MOTIVE)


def test_a_count_that_fails_ends_in_the_journal(
    ready: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(plan: Plan, *_: object) -> object:
        raise Unreadable("STO-001", name="x", why="gone")

    monkeypatch.setattr("vsa_core.desk.counting.tally", failing)
    with pytest.raises(Unreadable):
        ready.desks.queries.count(ready.who, ready.where, crossing(), MOTIVE)
    ended = records(ready.home)[-1]
    assert (ended["act"], ended["about"]["reason"]) == (Act.ABORTED, "STO-001")


def test_counting_is_refused_as_asking_is(tmp_path: Path) -> None:
    check_refused(
        lambda at: at.desks.queries.count(at.who, at.where, crossing(), MOTIVE),
        tmp_path,
        Act.QUERY,
    )
