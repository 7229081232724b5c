"""Plans: which recordings are asked for, what is wanted of them, and what is refused."""

from dataclasses import replace

import pytest

from tests.events.cameras import Camera
from tests.events.test_presence import YARD
from tests.events.worlds import NOON
from tests.search.archive import (
    MINUTE,
    footage,
    grant,
    held,
    looked,
    name_of,
    pedigree,
    planned,
    window,
)
from vsa_core.domain.case import Act, Grant
from vsa_core.domain.coverage import Looked, Stretch
from vsa_core.domain.filters import Range
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Span
from vsa_core.domain.query import Query
from vsa_core.errors import Bug, WrongUsage
from vsa_core.events.dwell import Dwell
from vsa_core.search.plan import Plan, Scope, plan, scope_of
from vsa_core.search.ruling_out import SLACK

QUERY = Query("dwell", place=YARD)
A = footage("a")
B = footage("b", at=10 * MINUTE)
C = footage("c", "south")


def _plan(query: Query = QUERY, leave: Grant | None = None, *files: Footage) -> Plan:
    known = {f.digest: looked(f) for f in files}
    pedigrees = {f.digest: pedigree(f.digest[0]) for f in files}
    return planned(query, leave or grant("north", "south"), files, known, pedigrees)


def test_consecutive_files_are_one_recording() -> None:
    made = _plan(QUERY, None, C, B, A)
    assert [[f.name for f in s.recording.files] for s in made.searches()] == [
        ["a.mp4", "b.mp4"],
        ["c.mp4"],
    ]
    assert made.coverage.complete


def test_other_cameras_are_not_searched() -> None:
    asked = Query("dwell", cameras=("south",), place=YARD)
    assert [s.recording.camera for s in _plan(asked, None, A, C).searches()] == ["south"]
    assert [s.recording.camera for s in _plan(QUERY, grant("north"), A, C).searches()] == ["north"]
    assert list(_plan(asked, grant("north"), A, C).searches()) == []


def test_other_times_are_not_searched() -> None:
    late = Query("dwell", place=YARD, window=window(20 * MINUTE, 30 * MINUTE))
    assert list(_plan(late, None, A).searches()) == []
    assert list(_plan(QUERY, grant("north", window=late.window), A).searches()) == []


def test_undated_footage_is_not_searched_under_a_window() -> None:
    undated = footage("a", at=None)
    assert len(list(_plan(QUERY, None, undated).searches())) == 1
    assert list(_plan(QUERY, grant("north", window=window(0, MINUTE)), undated).searches()) == []


def test_what_nobody_looked_at_is_not_searched_and_what_was_skipped_over_is() -> None:
    for fate, searches in ((Looked.UNDECODABLE, 0), (Looked.SKIPPED, 1), (Looked.LOOKED, 1)):
        known = {A.digest: [Stretch(Span(0, 1000), fate, None)]}
        made = planned(QUERY, grant("north"), [A], known, {A.digest: pedigree("a")})
        assert len(list(made.searches())) == searches


def test_what_is_wanted_is_the_question_and_the_basis_a_little_widened() -> None:
    query = Query(
        "dwell", classes=("car", "unnamed"), place=YARD, window=window(MINUTE, 9 * MINUTE)
    )
    leave = grant("north", window=window(2 * MINUTE, 20 * MINUTE))
    (search,) = _plan(query, leave, A).searches()
    assert search.wanted.kinds == frozenset({0, 4, 9}), "a car may be named only a vehicle"
    assert search.wanted.start == NOON + 2 * MINUTE - SLACK
    assert search.wanted.end == NOON + 9 * MINUTE + SLACK
    assert search.wanted.cells == Dwell().cells(YARD) < 2**64 - 1


def test_no_window_wants_all_times() -> None:
    (search,) = _plan(QUERY, None, A).searches()
    assert (search.wanted.start, search.wanted.end) == (None, None)
    assert search.wanted.kinds == frozenset()


def test_a_question_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(WrongUsage, match="EVT-001"):
        _plan(Query("assault"), None, A)


def test_a_grant_of_another_act_is_refused() -> None:
    with pytest.raises(Bug, match="ASK-002"):
        _plan(QUERY, grant("north", act=Act.EXPORT), A)


def test_footage_looked_at_by_nobody_known_is_refused() -> None:
    known = {f.digest: looked(f) for f in (A, B)}
    made = planned(QUERY, grant("north"), [A, B], known, {A.digest: pedigree("a")})
    with pytest.raises(Bug) as refusal:
        list(made.searches())
    assert (refusal.value.code, refusal.value.values) == ("ASK-003", {"footage": name_of("b")})
    other = {A.digest: looked(A)}, {A.digest: pedigree("a")}
    assert list(planned(QUERY, grant("north"), [A, B], *other).searches())


def test_a_combined_question_opens_the_cameras_on_which_it_can_be_answered() -> None:
    south = Query("dwell", cameras=("south",), place=YARD)
    either, both = (Query(kind, parts=(QUERY, south)) for kind in ("any", "all"))
    assert [s.recording.camera for s in _plan(either, None, A, C).searches()] == ["north", "south"]
    assert [s.recording.camera for s in _plan(both, None, A, C).searches()] == ["south"]
    assert _plan(both, None, A, C).whole.parts[1] == south


def test_metres_of_a_camera_that_nobody_calibrated_are_refused() -> None:
    tall = replace(QUERY, filters=(Range("metres", 1500, None),))
    with pytest.raises(WrongUsage) as refusal:
        _plan(tall, None, A)
    assert (refusal.value.code, refusal.value.values["cameras"]) == ("EVT-050", "north, south")
    ground = Camera().ground("north")
    assert len(list(_plan(replace(tall, grounds=(ground,)), grant("north"), A).searches())) == 1


def test_no_camera_is_planned_before_it_is_come_to() -> None:
    seen: list[str] = []

    def scope(camera: str) -> Scope:
        seen.append(camera)
        known = {f.digest: looked(f) for f in (A, C)}, {f.digest: pedigree("a") for f in (A, C)}
        return scope_of(QUERY, grant("north", "south"), camera, held(camera, (A, C), *known))

    made = plan(QUERY, grant("south", "north"), scope)
    assert (made.cameras, seen) == (("north", "south"), [])
    searches = made.searches()
    assert (next(searches).recording.camera, seen) == ("north", ["north"])
    assert (next(searches).recording.camera, seen) == ("south", ["north", "south"])
    assert [stretch.camera for stretch in made.coverage.stretches] == ["north", "south"]
