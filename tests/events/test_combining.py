"""Combinations: what parts inherit, how deep they go, what a sequence asks."""

from dataclasses import replace

import pytest

from tests.events.cameras import Camera
from tests.events.laws import WORDS
from tests.events.test_presence import YARD
from tests.search.archive import window
from vsa_core.domain.filters import Colours, Hours, Range
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.events.combining import (
    COMBINATIONS,
    MOST_LEAVES,
    asks,
    check_shape,
    combination_named,
    crosses_cameras,
    has_sequence,
    negative,
    on_camera,
    pause,
    positive,
    resolved,
    same_camera,
)

A = Query("zone_entry", place=YARD)
B = Query("zone_exit", place=YARD, cameras=("south",), filters=(Range("size", 1, 2),))
THEN = Query("then", parts=(A, B))


def _set(query: Query, **values: int) -> Query:
    return replace(query, settings=tuple(Setting(n, v, v, v) for n, v in values.items()))


def test_the_table_is_sound_and_has_words() -> None:
    assert [one.KIND for one in COMBINATIONS] == ["all", "any", "not", "then"]
    for one in COMBINATIONS:
        assert combination_named(one.KIND) is one
        assert 1 <= one.least <= one.most <= MOST_LEAVES
        for words in WORDS:
            assert all(words.knows(f"kinds.{room}.{one.KIND}") for room in ("kind", "about"))
            assert all(words.knows(f"kinds.setting.{p.name}") for p in one.PARAMETERS)
            assert all(words.knows(f"kinds.unit.{p.unit}") for p in one.PARAMETERS)
            assert all(words.knows(f"kinds.rule.{rule}") for rule in ("all", "then"))
            assert all(words.knows(f"kinds.measure.{m}") for m in ("pause", "pause_least"))
    assert combination_named("dwell") is None


def test_parts_inherit_what_is_said_once() -> None:
    red, night, ground = Colours("upper", ("red",)), Hours(0, 60), Camera().ground()
    whole = Query(
        "all",
        cameras=("north",),
        window=window(0, 9),
        filters=(red, night),
        parts=(A, Query("not", parts=(B,))),
        grounds=(ground,),
    )
    first, barred = resolved(whole).leaves()
    assert (first.cameras, first.window, first.grounds) == (
        ("north",),
        whole.window,
        (ground,),
    )
    assert first.filters == (red, night)
    assert (barred.cameras, barred.filters) == (("south",), (red, night, *B.filters))
    assert barred.window == whole.window
    assert resolved(resolved(whole)) == resolved(whole)
    assert resolved(A) == A


def test_a_camera_is_asked_by_name_or_when_none_is_named() -> None:
    assert asks(A, "anywhere")
    assert asks(B, "south")
    assert not asks(B, "north")
    grounds = tuple(Camera().ground(name) for name in ("north", "south"))
    assert on_camera(replace(A, grounds=grounds), "south").grounds == grounds[1:]


def test_parts_that_are_not_and_parts_that_are() -> None:
    whole = Query("all", parts=(Query("not", parts=(B,)), A))
    assert (positive(whole), negative(whole)) == ((A,), (B,))


def test_a_sequence_has_a_pause_and_cameras() -> None:
    assert pause(THEN) == (1, 300_000_000)
    assert pause(_set(THEN, within=20, gap=10)) == (10_000, 20_000)
    assert same_camera(THEN)
    across = _set(THEN, same_camera=0)
    for whole in (across, Query("any", parts=(A, across)), Query("then", parts=(across, A))):
        assert crosses_cameras(whole)
        assert has_sequence(whole)
    assert not crosses_cameras(Query("any", parts=(A, THEN)))
    assert not has_sequence(Query("all", parts=(A, B)))


def _deep(levels: int) -> Query:
    return A if levels == 0 else Query("any", parts=(_deep(levels - 1), A))


def test_four_levels_and_sixteen_leaves_are_enough() -> None:
    check_shape(_deep(4))
    with pytest.raises(WrongUsage, match="EVT-016"):
        check_shape(_deep(5))
    check_shape(Query("any", parts=(A,) * 16))
    with pytest.raises(WrongUsage, match="EVT-017"):
        check_shape(Query("any", parts=(A,) * 17))
    with pytest.raises(WrongUsage, match="EVT-017"):
        check_shape(Query("any", parts=(Query("any", parts=(A,) * 9),) * 2))


def test_a_hostile_depth_is_refused_before_anything_walks_it() -> None:
    deep = A
    for _ in range(50_000):
        deep = Query("not", parts=(deep,))
    with pytest.raises(WrongUsage, match="EVT-016"):
        check_shape(deep)
    wide = A
    for _ in range(4):
        wide = Query("any", parts=(wide,) * 2000)
    with pytest.raises(WrongUsage, match="EVT-017"):
        check_shape(wide)
    while deep.parts:  # 50,000 levels would not be let go of at once
        deep = deep.parts[0]
