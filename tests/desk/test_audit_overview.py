import dataclasses
import inspect
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from tests.desk.journalled import logged
from tests.desk.test_audit_hours import at
from vsa_core.audit.review import Logged
from vsa_core.desk.audit_hours import Hours, midnight
from vsa_core.desk.audit_overview import (
    DAYS,
    MOST,
    OUT_OF_HOURS,
    Overview,
    Rule,
    overview,
)
from vsa_core.desk.audit_records import Remark
from vsa_core.desk.desks import Desks
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical

NOON = at("2026-11-24T12:00:00")
DAY = 86_400_000_000
BROAD: dict[str, Canonical] = {
    "cameras": [],
    "classes": [],
    "cameras_allowed": 3,
    "hours_asked": 72,
}
NARROW: dict[str, Canonical] = {**BROAD, "cameras": ["a"], "classes": ["car"]}


def told(
    *records: Logged, period: Window | None = None, rule: Rule | None = None, now: int = NOON + DAY
) -> Overview:
    """The overview of made-up records."""
    return overview(records, period, rule or Rule(), now)


def test_acts_are_counted_day_by_day_with_the_empty_days() -> None:
    seen = told(
        logged(0, NOON, Act.QUERY),
        logged(1, NOON + 2 * DAY, Act.QUERY),
        logged(2, NOON + 2 * DAY, Act.VIEW),
        now=NOON + 3 * DAY,
    )
    assert not seen.weekly
    assert [one.counts for one in seen.bins] == [
        ((Act.QUERY, 1),),
        (),
        ((Act.QUERY, 1), (Act.VIEW, 1)),
        (),
    ]
    assert seen.bins[0].start == midnight(date(2026, 11, 24))
    assert all(a.end == b.start for a, b in zip(seen.bins, seen.bins[1:], strict=False))
    assert seen.acts == ((Act.QUERY, 2), (Act.VIEW, 1))


def test_a_long_period_is_told_by_weeks_from_monday() -> None:
    seen = told(
        logged(0, NOON, Act.QUERY), logged(1, NOON + 70 * DAY, Act.VIEW), now=NOON + 70 * DAY
    )
    assert seen.weekly
    assert len(seen.bins) == 11
    assert seen.bins[0].start == midnight(date(2026, 11, 23))


def test_only_the_period_is_told() -> None:
    seen = told(
        logged(0, NOON - 9 * DAY, Act.QUERY),
        logged(1, NOON, Act.VIEW),
        period=Window(NOON - DAY, NOON + DAY),
    )
    assert seen.acts == ((Act.VIEW, 1),)
    assert len(seen.bins) == 3


def test_a_refusal_comes_with_its_reason_and_the_act_refused() -> None:
    about: dict[str, Canonical] = {"act": "query", "code": "LAW-005"}
    seen = told(logged(4, NOON, Act.DENIED, about=about), logged(5, NOON, Act.DENIED))
    assert seen.reasons == (("", 1), ("LAW-005", 1))
    first, second = seen.refusals.facts
    assert (str(first.noted.place), first.act, first.why) == ("2026H2/4", Act.QUERY, ("LAW-005",))
    assert second.act is Act.DENIED


def test_what_a_person_begins_in_a_case_at_night_is_brought_forward() -> None:
    night = at("2026-11-24T23:00:00")
    seen = told(
        logged(0, night, Act.QUERY),
        logged(1, night, Act.RESULT),
        logged(2, night, Act.VIEW_CLOSE),
        logged(3, night, Act.SESSION_OPEN, case=""),
        logged(4, night, Act.ABORTED, role=""),
        logged(5, NOON, Act.QUERY),
        logged(6, night, Act.CONSULT),
    )
    assert [fact.noted.place.sequence for fact in seen.out_of_hours.facts] == [0]
    assert seen.out_of_hours.facts[0].why == (OUT_OF_HOURS,)
    late = Rule(hours=Hours(7, 24))
    assert told(logged(0, night, Act.QUERY), rule=late).out_of_hours.total == 0


def test_a_broad_question_is_brought_forward_with_what_makes_it_so() -> None:
    seen = told(logged(0, NOON, Act.QUERY, about=BROAD), logged(1, NOON, Act.QUERY, about=NARROW))
    assert [fact.noted.place.sequence for fact in seen.broad.facts] == [0]
    assert len(seen.broad.facts[0].why) == 3


def test_the_newest_are_brought_forward_and_all_are_counted() -> None:
    many = [logged(n, NOON, Act.DENIED, about={"code": "X"}) for n in range(MOST + 5)]
    seen = told(*many)
    assert seen.refusals.total == MOST + 5
    assert [fact.noted.place.sequence for fact in seen.refusals.facts] == list(range(5, MOST + 5))


def test_what_is_brought_forward_comes_with_its_remarks() -> None:
    about: dict[str, Canonical] = {"shard": "2026H2", "record": 0, "text": "vu"}
    seen = told(
        logged(0, NOON, Act.QUERY, about=BROAD),
        logged(1, NOON, Act.REMARK, who="dan", case="", about=about),
    )
    (fact,) = seen.broad.facts
    assert [(remark.who, remark.text) for remark in fact.noted.remarks] == [("dan", "vu")]


def test_an_empty_journal_has_an_empty_overview() -> None:
    seen = told()
    assert (seen.acts, seen.refusals.total, len(seen.bins)) == ((), 0, 1)


RECORDS = st.lists(
    st.tuples(
        st.integers(0, 40 * 24),
        st.sampled_from(list(Act)),
        st.sampled_from(["alice", "bob", "eve"]),
    ),
    max_size=30,
)


def made(rows: list[tuple[int, Act, str]]) -> list[Logged]:
    """Records an hour apart at least zero, in order."""
    return [
        logged(n, NOON + hour * 3_600_000_000, act, who, about=BROAD)
        for n, (hour, act, who) in enumerate(sorted(rows, key=lambda row: row[0]))
    ]


@given(RECORDS)
def test_no_act_is_lost_or_counted_twice(rows: list[tuple[int, Act, str]]) -> None:
    seen = told(*made(rows), now=NOON + 41 * DAY)
    assert sum(count for _, count in seen.acts) == len(rows)
    assert sum(count for one in seen.bins for _, count in one.counts) == len(rows)
    assert len(seen.bins) <= DAYS


@given(RECORDS, st.permutations(["alice", "bob", "eve"]))
def test_no_count_depends_on_who_did_it(rows: list[tuple[int, Act, str]], names: list[str]) -> None:
    others = dict(zip(["alice", "bob", "eve"], names, strict=True))
    seen = told(*made(rows))
    again = told(*made([(hour, act, others[who]) for hour, act, who in rows]))
    assert replace(again, refusals=(), out_of_hours=(), broad=()) == replace(  # type: ignore[arg-type]
        seen, refusals=(), out_of_hours=(), broad=()
    )
    for one, other in ((seen.refusals, again.refusals), (seen.broad, again.broad)):
        assert one.total == other.total
        assert [fact.noted.place for fact in one.facts] == [
            fact.noted.place for fact in other.facts
        ]


def kinds_of(kind: object) -> set[type]:
    """The dataclasses in a type, however deep."""
    found: set[type] = set()
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        found.add(kind)
        for inner in get_type_hints(kind).values():
            found |= kinds_of(inner)
    for inner in get_args(kind):
        found |= kinds_of(inner)
    return found


def test_no_desk_gives_figures_about_a_person() -> None:
    """Dir. 2016/680 art. 25 § 2: a log is no measure of work. A name stands beside one record."""
    naming = [
        kind
        for kind in kinds_of(Overview)
        if {"who", "person", "name", "by"} & {field.name for field in dataclasses.fields(kind)}
    ]
    assert naming == [Remark]
    assert "place" in {field.name for field in dataclasses.fields(Remark)}
    for room, desk in inspect.get_annotations(Desks).items():
        for name, call in inspect.getmembers(desk, inspect.isfunction):
            takes = set(inspect.signature(call).parameters)
            assert not {"by_person", "ranked", "per_person"} & takes, f"{room}.{name}"
    takes = set(inspect.signature(overview).parameters)
    assert takes == {"records", "period", "rule", "now"}


def test_weeks_begin_where_days_do_across_a_change_of_clocks() -> None:
    begin = at("2026-10-20T12:00:00")
    seen = told(logged(0, begin, Act.QUERY), now=begin + 10 * DAY)
    lengths = {one.end - one.start for one in seen.bins}
    assert lengths == {DAY, int(timedelta(hours=25) / timedelta(microseconds=1))}
