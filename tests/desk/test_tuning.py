from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import count, denied, enrol, records
from tests.desk.refusing import check_refused
from tests.desk.scene import MOTIVE, SECRET, Office, crossing, hits
from vsa_core.desk.asking import Asking
from vsa_core.desk.scope import Wish
from vsa_core.domain.case import Act, Role
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.query import Query, Setting
from vsa_core.domain.sliders import with_value
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused, WrongUsage
from vsa_core.store.shelf import Shelf

SEEN = Query("seen", settings=(Setting("minimum", 0, 0, 60_000),))


def whole(at: Office, query: Query = SEEN) -> Asking:
    """An answer that came to its end."""
    asking = at.desks.queries.ask(at.who, at.where, query, MOTIVE)
    list(asking)
    return asking


@pytest.mark.parametrize("least", [0, 1000, 2000, 60_000])
def test_a_tuned_answer_is_that_of_a_question_asked_anew(ready: Office, least: int) -> None:
    query = with_value(SEEN, 0, "minimum", least)
    told = ready.desks.queries.tune(ready.who, ready.where, whole(ready), query)
    assert told.hits == hits(ready, query)
    assert told.whole
    assert told.query == query


def test_tuning_reads_nothing_and_records_nothing(
    ready: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = whole(ready)
    before = count(ready)

    def reading(*_: object) -> None:
        raise AssertionError("the archive was read again")

    monkeypatch.setattr(Shelf, "tracks", reading)
    for least in range(0, 6000, 500):
        query = with_value(SEEN, 0, "minimum", least)
        ready.desks.queries.tune(ready.who, ready.where, asking, query)
    assert count(ready) == before


def test_a_settled_value_is_one_record_and_an_answer_of_its_own(ready: Office) -> None:
    asking = whole(ready)
    before = count(ready)
    query = with_value(SEEN, 0, "minimum", 500)
    settled = ready.desks.queries.settle(ready.who, ready.where, asking, query)
    (record,) = records(ready.home)[before:]
    assert (record["act"], record["motive"]) == (Act.SETTLE, MOTIVE)
    assert record["question"] == asking.query.digest
    assert record["about"] == {
        "of": asking.answer,
        "settings": ["minimum=500"],
        "hits": len(settled.tuned.hits),
        "running": settled.tuned.running,
        "failures": [],
    }
    assert record["seq"] == settled.answer
    assert record["us"] == settled.at
    assert record["sealed"]
    archive = ready.desks.cases._tickets.archive(ready.who, ready.where)
    kept = archive.catalogue.answers.get(settled.answer)
    assert kept.query == query.fields()
    assert [one.name for one in kept.hits] == [hit.name for hit in settled.tuned.hits]


def test_only_a_settled_hit_can_be_looked_at_judged_or_exported(
    fresh: Office, tmp_path: Path
) -> None:
    from tests.desk.scene import indexed

    at = indexed(fresh)
    query = replace(crossing(), settings=(Setting("settle", 10_000, 0, 10_000),))
    asking = whole(at, query)
    loose = with_value(asking.query, 0, "settle", 0)
    (hit,) = at.desks.queries.tune(at.who, at.where, asking, loose).hits
    wish = Wish((hit.name,), "", None, 0, str(tmp_path / "out"), "", "fr")
    calls = (
        lambda: at.desks.viewing.look(at.who, at.where, hit.name, MOTIVE),
        lambda: at.desks.reviews.judge(at.who, at.where, hit.name, Verdict.MATCH, MOTIVE),
        lambda: at.desks.exports.export(
            at.who, at.where, wish, MOTIVE, lambda *_: None, lambda: False
        ),
    )
    for call in calls:
        with pytest.raises(WrongUsage, match="STO-012"):
            call()
    at.desks.queries.settle(at.who, at.where, asking, loose)
    assert at.desks.viewing.look(at.who, at.where, hit.name, MOTIVE).tracks


def test_what_lies_outside_the_declared_range_is_refused(ready: Office) -> None:
    asking = whole(ready)
    wider = replace(SEEN, settings=(Setting("minimum", 61_000, 0, 61_000),))
    others = (
        wider,
        crossing(),
        replace(SEEN, cameras=("rue",)),
        replace(asking.query, classes=("person",)),
    )
    before = count(ready)
    for other in others:
        for call in (ready.desks.queries.tune, ready.desks.queries.settle):
            with pytest.raises(WrongUsage, match="CAS-140"):
                call(ready.who, ready.where, asking, other)
    assert count(ready) == before


def test_nothing_is_tuned_before_the_answer_is_whole(ready: Office) -> None:
    asking = ready.desks.queries.ask(ready.who, ready.where, SEEN, MOTIVE)
    with pytest.raises(WrongUsage, match="CAS-141"):
        ready.desks.queries.tune(ready.who, ready.where, asking, SEEN)
    list(asking)
    assert ready.desks.queries.tune(ready.who, ready.where, asking, SEEN).whole


def test_cut_short_it_is_not_whole_and_not_settled(ready: Office) -> None:
    asking = whole(ready)
    before = count(ready)
    told = ready.desks.queries.tune(ready.who, ready.where, asking, SEEN, lambda: True)
    assert (told.hits, told.whole) == ((), False)
    with pytest.raises(WrongUsage, match="CAS-143"):
        ready.desks.queries.settle(ready.who, ready.where, asking, SEEN, lambda: True)
    assert count(ready) == before


def test_an_answer_is_tuned_by_who_asked_it_only(ready: Office) -> None:
    asking = whole(ready)
    again = ready.desks.people.sign_in("alice", SECRET)
    stay = replace(ready.where, ticket=-1)
    for who, where in ((again, ready.where), (ready.who, stay)):
        with pytest.raises(Refused, match="CAS-002"):
            ready.desks.queries.tune(who, where, asking, SEEN)
    stolen = Asking(replace(asking.question, who=again), iter(()))
    with pytest.raises(Refused, match="CAS-142"):
        ready.desks.queries.settle(ready.who, ready.where, stolen, SEEN)
    assert denied(ready.home) == ("alice", Act.SETTLE, "CAS-142")


def test_a_guard_tunes_nothing(ready: Office) -> None:
    asking = whole(ready)
    dan = enrol(ready.desks, "dan", Role.DPO)
    with pytest.raises(Refused, match="CAS-002"):
        ready.desks.queries.tune(dan, ready.where, asking, SEEN)


def test_tuning_and_settling_are_refused_as_asking_is(tmp_path: Path) -> None:
    kept: list[Asking] = []

    def settle(at: Office) -> object:
        kept.extend([whole(at)] if not kept else [])
        return at.desks.queries.settle(at.who, at.where, kept[0], SEEN)

    def tune(at: Office) -> object:
        kept.extend([whole(at)] if not kept else [])
        return at.desks.queries.tune(at.who, at.where, kept[0], SEEN)

    for name, call in (("a", settle), ("b", tune)):
        kept.clear()
        check_refused(call, tmp_path / name, Act.SETTLE)


def test_every_slider_of_a_combined_question_is_told_in_clear_and_no_geometry(
    ready: Office,
) -> None:
    line = replace(crossing(), cameras=(), place=Line(Point(31_337, 0), Point(31_337, 65_535)))
    asking = whole(ready, Query("any", parts=(line, SEEN)))
    query = with_value(asking.query, 2, "minimum", 700)
    ready.desks.queries.settle(ready.who, ready.where, asking, query)
    record = records(ready.home)[-1]
    assert "2.minimum=700" in record["about"]["settings"]
    assert "31337" not in str(record["about"])
