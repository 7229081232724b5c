from pathlib import Path

import pytest

from tests.desk.records import count, last, records
from tests.desk.refusing import check_refused
from tests.desk.scene import MOTIVE, Office, crossing, hits
from vsa_core.desk.reviews import ACTS, Progress
from vsa_core.domain.case import Act
from vsa_core.domain.query import Query
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused, WrongUsage


def asked(at: Office, query: Query) -> int:
    """The number of an answer."""
    asking = at.desks.queries.ask(at.who, at.where, query, MOTIVE)
    list(asking)
    return asking.answer


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_decision_is_a_record_with_its_motive(ready: Office, verdict: Verdict) -> None:
    (hit,) = hits(ready)
    before = count(ready)
    judged = ready.desks.reviews.judge(ready.who, ready.where, hit.name, verdict, "M04")
    (record,) = records(ready.home)[before:]
    assert (record["act"], record["motive"]) == (ACTS[verdict], "M04")
    assert record["about"]["hit"] == hit.name
    assert (judged.hit, judged.verdict) == (hit.name, verdict)
    assert judged.accepted is (verdict is Verdict.MATCH)
    assert judged in ready.desks.reviews.judged(ready.who, ready.where)


def test_progress_counts_each_hit_as_last_judged(ready: Office) -> None:
    d, who, where = ready.desks, ready.who, ready.where
    answer = asked(ready, crossing())
    (hit,) = hits(ready)
    for verdict, stands in (
        (Verdict.MATCH, Progress(1, 0, 0, 0)),
        (Verdict.DOUBT, Progress(0, 0, 1, 0)),
        (Verdict.REJECT, Progress(0, 1, 0, 0)),
    ):
        d.reviews.judge(who, where, hit.name, verdict, MOTIVE)
        assert d.reviews.progress(who, where, answer) == stands
    assert last(ready.home)["act"] == Act.CONSULT
    seen = d.reviews.progress(who, where, asked(ready, Query("seen")))
    assert (seen.waiting, seen.total) == (seen.total, len(hits(ready, Query("seen"))))
    with pytest.raises(WrongUsage, match="STO-015"):
        d.reviews.progress(who, where, 999_999)


def test_a_doubt_unmasks_nothing_and_withdraws_a_match(ready: Office) -> None:
    d, who, where = ready.desks, ready.who, ready.where
    (hit,) = hits(ready)
    revealed = []
    for verdict in (Verdict.DOUBT, Verdict.MATCH, Verdict.DOUBT):
        d.reviews.judge(who, where, hit.name, verdict, MOTIVE)
        revealed.append(len(d.viewing.look(who, where, hit.name, MOTIVE).revealed))
    assert revealed == [0, 1, 0]


def test_an_unknown_motive_decides_nothing(ready: Office) -> None:
    (hit,) = hits(ready)
    with pytest.raises(Refused, match="LAW-020"):
        ready.desks.reviews.judge(ready.who, ready.where, hit.name, Verdict.DOUBT, "parce que")


def test_judging_is_refused_as_asking_is(tmp_path: Path) -> None:
    names: list[str] = []

    def doubt(at: Office) -> object:
        names.extend([] if names else [hits(at)[0].name])
        return at.desks.reviews.judge(at.who, at.where, names[0], Verdict.DOUBT, MOTIVE)

    check_refused(doubt, tmp_path, Act.DOUBT)
