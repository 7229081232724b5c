from dataclasses import replace

import pytest

from tests.desk.question_calls import GROUND
from tests.desk.scene import HOUR, MOTIVE, START, Office, crossing, hits
from vsa_core.audit.review import read
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Looked
from vsa_core.domain.filters import Colours, Range
from vsa_core.domain.geometry import UNITS, Line, Point
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.errors import Refused, WrongUsage
from vsa_core.events.registry import KINDS


def acts(at: Office) -> list[Act]:
    return [logged.act for logged in read(at.home / "audit")]


def test_a_question_is_answered_from_the_index_with_hits_and_coverage(ready: Office) -> None:
    batches = list(ready.desks.queries.ask(ready.who, ready.where, crossing(), MOTIVE))
    (hit,) = [hit for batch in batches for hit in batch.hits]
    assert hit.event.start.corrected == pytest.approx(START + 4_500_000, abs=600_000)
    coverage = batches[-1].coverage
    assert coverage is not None
    assert coverage.microseconds(Looked.LOOKED) == 12_000_000


def test_the_question_stands_in_the_journal_before_its_answer(ready: Office) -> None:
    before = len(acts(ready))
    asking = ready.desks.queries.ask(ready.who, ready.where, crossing(), MOTIVE)
    assert acts(ready)[before:] == [Act.QUERY]
    next(asking)
    assert acts(ready)[before:] == [Act.QUERY, Act.RESULT]


def test_an_answer_nobody_listens_to_ends_as_aborted(ready: Office) -> None:
    before = len(acts(ready))
    asking = ready.desks.queries.ask(ready.who, ready.where, crossing(), MOTIVE)
    del asking
    list(ready.desks.queries.ask(ready.who, ready.where, crossing(), MOTIVE))
    assert acts(ready)[before:] == [Act.QUERY, Act.QUERY, Act.RESULT]


def test_geometry_is_sealed_in_the_journal(ready: Office) -> None:
    list(ready.desks.queries.ask(ready.who, ready.where, crossing(), MOTIVE))
    asked = [logged for logged in read(ready.home / "audit") if logged.act is Act.QUERY][-1]
    assert asked.fields["sealed"]
    assert "place" not in str(asked.fields["about"])


def test_a_camera_outside_the_basis_is_refused_and_the_refusal_recorded(ready: Office) -> None:
    with pytest.raises(Refused, match="LAW-007"):
        hits(ready, replace(crossing(), cameras=("autre",)))
    assert acts(ready)[-1] is Act.DENIED


def test_a_window_outside_the_basis_is_refused(ready: Office) -> None:
    late = Window(START + 2 * HOUR, START + 3 * HOUR)
    with pytest.raises(Refused, match="LAW-008"):
        hits(ready, replace(crossing(), window=late))


def test_what_lies_beyond_the_basis_is_said(ready: Office) -> None:
    wide = replace(crossing(), window=Window(START - HOUR, START + 2 * HOUR))
    last = list(ready.desks.queries.ask(ready.who, ready.where, wide, MOTIVE))[-1]
    assert last.coverage is not None
    assert last.coverage.microseconds(Looked.OUTSIDE_BASIS) == 2 * HOUR


def test_an_unknown_motive_is_refused(ready: Office) -> None:
    with pytest.raises(Refused, match="LAW-020"):
        ready.desks.queries.ask(ready.who, ready.where, crossing(), "because")


def test_a_question_without_sense_is_not_recorded(ready: Office) -> None:
    before = len(acts(ready))
    with pytest.raises(WrongUsage, match="EVT-002"):
        hits(ready, replace(crossing(), place=None))
    assert len(acts(ready)) == before


def test_before_indexing_nothing_found_says_not_indexed(fresh: Office) -> None:
    batches = list(fresh.desks.queries.ask(fresh.who, fresh.where, crossing(), MOTIVE))
    assert not batches[-1].hits
    assert batches[-1].coverage is not None
    assert batches[-1].coverage.microseconds(Looked.NOT_INDEXED) == 12_000_000


def test_kinds_and_combinations_tell_their_sliders(ready: Office) -> None:
    queries = ready.desks.queries
    assert [sheet.kind for sheet in queries.kinds()] == [kind.KIND for kind in KINDS]
    assert [sheet.kind for sheet in queries.combining()] == ["all", "any", "not", "then"]
    sheets = (*queries.kinds(), *queries.combining())
    assert all(p.low <= p.default <= p.high for sheet in sheets for p in sheet.parameters)
    assert [s.kind for s in queries.kinds() if s.many] == [k.KIND for k in KINDS if k.MANY]
    assert queries.kind("dwell") in queries.kinds()


WALKING = Range("metric_speed", 1, None)


def test_a_metric_filter_takes_the_calibration_in_force_into_the_question(fresh: Office) -> None:
    d, who, where = fresh.desks, fresh.who, fresh.where
    query = replace(crossing(), filters=(WALKING,))
    with pytest.raises(WrongUsage, match="EVT-"):
        d.queries.ask(who, where, query, MOTIVE)
    d.calibration.keep(who, where, GROUND, MOTIVE)
    (kept,) = d.queries.ask(who, where, query, MOTIVE).query.grounds
    assert (kept.camera, kept.author) == ("rue", "alice")
    forged = replace(query, grounds=(replace(GROUND, author="forged"),))
    assert d.queries.ask(who, where, forged, MOTIVE).query.grounds == (kept,)
    plain = replace(crossing(), grounds=(GROUND,))
    assert d.queries.ask(who, where, plain, MOTIVE).query.grounds == ()


def test_what_stands_in_clear_of_a_combined_question_is_no_geometry(ready: Office) -> None:
    canary = 31_337
    line = Line(Point(canary, 0), Point(canary, UNITS))
    part = replace(crossing(), place=line, cameras=(), filters=(Colours("whole", ("red",)),))
    query = Query("then", cameras=("rue",), parts=(part, Query("seen", classes=("person",))))
    list(ready.desks.queries.ask(ready.who, ready.where, query, MOTIVE))
    asked = [logged for logged in read(ready.home / "audit") if logged.act is Act.QUERY][-1]
    about = asked.fields["about"]
    assert str(canary) not in str(about)
    assert "red" not in str(about)
    assert about["kinds"] == ["line_crossing", "seen"]  # type: ignore[index,call-overload]
    assert asked.fields["sealed"]


def test_a_question_too_deep_is_refused_before_anything_walks_it(ready: Office) -> None:
    deep = crossing()
    for _ in range(2000):
        deep = Query("not", parts=(deep,))
    with pytest.raises(WrongUsage, match="EVT-01"):
        ready.desks.queries.ask(ready.who, ready.where, deep, MOTIVE)


def upright(share: float) -> Line:
    """A line down the whole picture, so far from its left side."""
    return Line(Point(round(share * UNITS), 0), Point(round(share * UNITS), UNITS))


def test_a_sequence_goes_through_the_journal_with_both_its_events(ready: Office) -> None:
    early, late = (Query("line_crossing", place=upright(x)) for x in (0.35, 0.6))
    (pair,) = hits(ready, Query("then", parts=(early, late)))
    first, second = pair.event.parts
    assert (pair.event.start, pair.event.end) == (first.start, second.end)
    assert first.end.corrected is not None
    assert second.start.corrected is not None
    assert first.end.corrected < second.start.corrected
    assert acts(ready)[-2:] == [Act.QUERY, Act.RESULT]
    kept = ready.desks.viewing.look(ready.who, ready.where, pair.name, MOTIVE)
    assert kept is not None


def test_a_sequence_the_other_way_round_finds_nothing(ready: Office) -> None:
    early, late = (Query("line_crossing", place=upright(x)) for x in (0.35, 0.6))
    assert not hits(ready, Query("then", parts=(late, early)))
