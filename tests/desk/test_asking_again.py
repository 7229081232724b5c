from dataclasses import replace

from tests.desk.question_calls import GROUND
from tests.desk.records import count, records
from tests.desk.scene import MOTIVE, Office, crossing
from vsa_core.desk.asking_again import Again, asked_again
from vsa_core.domain.case import Act
from vsa_core.domain.filters import Range
from vsa_core.domain.query import Query


def again(at: Office, query: Query, since: int) -> tuple[Again, dict[str, object]]:
    """A question that was just asked, asked again; and the record of its first answer."""
    asked, *_, first = records(at.home)[since:]
    assert (asked["act"], first["act"]) == (Act.QUERY, Act.RESULT)
    found = asked_again(at.desks.queries, at.who, at.where, query, MOTIVE, asked["about"])
    return found, first["about"]


def test_an_answer_is_the_same_by_its_digest(ready: Office) -> None:
    since = count(ready)
    asking = ready.desks.queries.ask(ready.who, ready.where, crossing(), MOTIVE)
    list(asking)
    found, first = again(ready, asking.query, since)
    assert (found.hits, found.looked, found.same(first)) == (1, 12, True)
    assert not replace(found, running="0" * 64).same(first)


def test_a_count_stays_a_count_and_is_the_same_by_its_number(ready: Office) -> None:
    since = count(ready)
    query = ready.desks.queries.count(ready.who, ready.where, crossing(), MOTIVE).query
    found, first = again(ready, query, since)
    assert (found.running, found.same(first)) == ("", True)
    assert not replace(found, hits=2).same(first)
    assert records(ready.home)[-2]["about"]["count"] is True


def test_a_flow_is_learnt_again(ready: Office) -> None:
    since = count(ready)
    ready.desks.queries.flow(ready.who, ready.where, "rue", None, MOTIVE)
    found, first = again(ready, Query("flow", cameras=("rue",)), since)
    assert found.same(first)
    assert records(ready.home)[-2]["about"]["kind"] == "flow"


def test_a_question_keeps_the_calibration_that_it_was_asked_with(fresh: Office) -> None:
    d, who, where = fresh.desks, fresh.who, fresh.where
    d.calibration.keep(who, where, GROUND, MOTIVE)
    metric = replace(crossing(), filters=(Range("metric_speed", 1, None),))
    query = d.queries.count(who, where, metric, MOTIVE).query
    d.calibration.keep(who, where, replace(GROUND, width=640, height=360), MOTIVE)
    asked_again(d.queries, who, where, query, MOTIVE, {})
    asked = [one for one in records(fresh.home) if one["act"] == Act.QUERY]
    assert asked[-1]["question"] == asked[-2]["question"] == query.digest
