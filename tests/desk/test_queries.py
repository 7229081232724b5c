from dataclasses import replace

import pytest

from tests.desk.scene import HOUR, MOTIVE, START, Office, crossing, hits
from vsa_core.audit.review import read
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Looked
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused, WrongUsage


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


def test_kinds_tell_their_sliders(ready: Office) -> None:
    names = [sheet.kind for sheet in ready.desks.queries.kinds()]
    assert names == ["line_crossing", "zone_entry", "zone_exit", "dwell"]
    assert all(
        p.low <= p.default <= p.high for s in ready.desks.queries.kinds() for p in s.parameters
    )
