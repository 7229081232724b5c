"""Combined questions that make no sense are refused by name, and sound ones are completed."""

from dataclasses import replace
from typing import ClassVar

import pytest

from tests.events.cameras import Camera
from tests.events.test_presence import YARD
from tests.search.archive import window
from vsa_core.domain.filters import Colours, Hours
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.events import registry
from vsa_core.events.dwell import Dwell
from vsa_core.events.registry import checked, completed

A = Query("zone_entry", place=YARD)
B = Query("zone_exit", place=YARD)
NORTH, SOUTH = (replace(A, cameras=(name,)) for name in ("north", "south"))
NOT_B = Query("not", parts=(B,))
THEN = Query("then", parts=(A, B))


def _all(*parts: Query) -> Query:
    return Query("all", parts=parts)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (_all(A, replace(B, window=window(0, 1))), "EVT-010"),
        (_all(A, replace(B, filters=(Hours(0, 60),))), "EVT-011"),
        (NOT_B, "EVT-012"),
        (Query("any", parts=(A, NOT_B)), "EVT-012"),
        (Query("then", parts=(A, NOT_B)), "EVT-012"),
        (_all(A, Query("not", parts=(NOT_B,))), "EVT-012"),
        (_all(A, THEN), "EVT-013"),
        (_all(A, Query("not", parts=(THEN,))), "EVT-013"),
        (_all(A, Query("any", parts=(B, THEN))), "EVT-013"),
        (_all(), "EVT-014"),
        (_all(A), "EVT-014"),
        (Query("any", parts=(A,)), "EVT-014"),
        (Query("then", parts=(A, B, A)), "EVT-014"),
        (_all(A, Query("not", parts=(A, B))), "EVT-014"),
        (_all(NOT_B, NOT_B), "EVT-015"),
        (replace(THEN, place=YARD), "EVT-053"),
        (replace(THEN, classes=("car",)), "EVT-053"),
        (replace(THEN, direction="enter"), "EVT-053"),
        (replace(A, parts=(B,)), "EVT-054"),
        (Query("then", parts=(A, THEN)), "EVT-055"),
        (Query("then", parts=(A, Query("any", parts=(B, THEN)))), "EVT-055"),
        (_all(NORTH, SOUTH), "EVT-056"),
        (Query("then", parts=(NORTH, SOUTH)), "EVT-056"),
        (_all(A, replace(B, grounds=(Camera().ground(),))), "EVT-057"),
        (_all(A, Query("assault")), "EVT-001"),
        (_all(A, replace(B, place=None)), "EVT-002"),
        (_all(A, replace(B, filters=(Colours("upper", ("mauve",)),))), "EVT-019"),
        (replace(THEN, settings=(Setting("margin", 1, 1, 1),)), "EVT-004"),
        (replace(THEN, settings=(Setting("within", 0, 0, 1),)), "EVT-005"),
        (replace(THEN, settings=(Setting("gap", 1, 0, 9),) * 2), "EVT-008"),
    ],
)
def test_combinations_that_make_no_sense(query: Query, code: str) -> None:
    with pytest.raises(WrongUsage) as refusal:
        checked(query)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "query",
    [
        _all(A, NOT_B),
        _all(NOT_B, A),
        _all(A, Query("not", parts=(Query("any", parts=(A, B)),))),
        Query("any", parts=(THEN, _all(A, B))),
        Query("then", parts=(Query("then", parts=(A, B)), A)),
        Query("any", parts=(NORTH, SOUTH)),
        Query("then", parts=(NORTH, SOUTH), settings=(Setting("same_camera", 0, 0, 1),)),
        Query("all", cameras=("north",), parts=(A, NORTH)),
        _all(NORTH, replace(B, cameras=("south", "north"))),
    ],
)
def test_combinations_that_make_sense(query: Query) -> None:
    full = completed(query)
    assert completed(full) == full
    assert all(leaf.settings for leaf in full.leaves())


def test_completing_fills_every_part_in_and_pins_the_cameras_of_a_sequence() -> None:
    full = completed(replace(THEN, settings=(Setting("same_camera", 0, 0, 1),)))
    assert full.settings == (
        Setting("within", 300_000, 1, 604_800_000),
        Setting("gap", 0, 0, 604_800_000),
        Setting("same_camera", 0, 0, 0),
    )
    assert full.parts == (completed(A), completed(B))


class _Crowd(Dwell):
    """A kind of several tracks."""

    KIND: ClassVar[str] = "crowd"
    MANY: ClassVar[bool] = True


def test_a_kind_of_several_tracks_is_no_part_of_what_one_track_did(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(registry, "KINDS", (*registry.KINDS, _Crowd()))
    crowd = Query("crowd", place=YARD)
    for wrong in (_all(A, crowd), _all(A, Query("not", parts=(crowd,)))):
        with pytest.raises(WrongUsage, match="EVT-013"):
            checked(wrong)
    checked(Query("any", parts=(A, crowd)))
    checked(Query("then", parts=(crowd, A)))
