"""The laws of the kinds of several tracks, each a function of a kind, a world and a question."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from tests.events.company_worlds import named, shuffled
from tests.events.laws import WORDS, every
from tests.events.worlds import cut, later, mirrored, mirrored_place, only
from vsa_core.domain.objects import class_number, kinds_asked
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import EventKind, Finding

Law = Callable[[EventKind, Tracks, Query], None]


def told(world: Tracks, found: list[Finding]) -> list[tuple[object, ...]]:
    """Findings without the places of their rows in the table."""
    plain = [
        (f.at, int(world.number[f.row]), f.until, f.direction, f.rule, f.score, f.measures,
         named(world, f.others))
        for f in found
    ]  # fmt: skip
    return sorted(plain, key=repr)


def shifting_time_shifts_events(kind: EventKind, world: Tracks, query: Query) -> None:
    shift = 86_400_000_000 * 11
    moved = [replace(f, at=f.at + shift, until=f.until + shift) for f in every(kind, world, query)]
    assert every(kind, later(world, shift), query) == moved


def cutting_the_film_in_two_changes_nothing(kind: EventKind, world: Tracks, query: Query) -> None:
    for at in (1, int(np.median(world.pts)), int(world.pts.max())):
        assert every(kind, cut(world, at), query) == every(kind, world, query)


def the_order_of_the_table_changes_nothing(kind: EventKind, world: Tracks, query: Query) -> None:
    n = len(world)
    for order in (list(range(n))[::-1], [*range(1, n), 0]):
        other = shuffled(world, order)
        assert told(other, every(kind, other, query)) == told(world, every(kind, world, query))


def a_finding_stands_in_its_own_tracks(kind: EventKind, world: Tracks, query: Query) -> None:
    for found in every(kind, world, query):
        rows = (found.row, *found.others)
        assert len(set(rows)) == len(rows)
        assert found.others == tuple(sorted(found.others))
        points = world.points_of(found.row)
        assert points.start <= found.first <= found.last < points.stop
        assert found.at <= found.until
        spans = [world.points_of(row) for row in rows]
        assert min(world.t[span.start] for span in spans) <= found.at
        assert found.until <= max(world.t[span.stop - 1] for span in spans)
        for span in spans:
            assert world.t[span.start] <= found.until
            assert found.at <= world.t[span.stop - 1]
        assert 0 <= found.score <= 1000


def its_own_tracks_alone_give_the_finding(kind: EventKind, world: Tracks, query: Query) -> None:
    """Evidence is whole: what the finding names is enough to find it again."""
    for found in kind.find(world, query):
        rows = sorted((found.row, *found.others))
        alone = only(world, rows)
        again = kind.find(alone, query)
        assert any(named(alone, (f.row, *f.others)) == named(world, tuple(rows)) for f in again)


def a_finding_explains_itself(kind: EventKind, world: Tracks, query: Query) -> None:
    for found in every(kind, world, query):
        assert found.measures
        assert found.direction in ("", *kind.DIRECTIONS)
        for words in WORDS:
            assert words.knows(f"kinds.rule.{found.rule}")
            assert all(words.knows(f"kinds.measure.{m.name}") for m in found.measures)
            assert all(words.knows(f"kinds.unit.{m.unit}") for m in found.measures)


def findings_come_in_order(kind: EventKind, world: Tracks, query: Query) -> None:
    for found in (kind.find(world, query), kind.misses(world, query)):
        assert [(f.row, f.at) for f in found] == sorted((f.row, f.at) for f in found)


def a_class_is_asked_as_if_the_others_were_not_there(
    kind: EventKind, world: Tracks, query: Query
) -> None:
    for name in ("person", "car", "vehicle", "bag"):
        may = {class_number(name), *kinds_asked((name,))}
        mine = only(world, [row for row in range(len(world)) if int(world.kind[row]) in may])
        narrowed = replace(query, classes=(name,))
        assert told(world, kind.find(world, narrowed)) == told(mine, kind.find(mine, query))


def pruning_by_cells_loses_nothing(kind: EventKind, world: Tracks, query: Query) -> None:
    mask = kind.cells(query.place)
    columns, rows = world.x // 8192, world.y // 8192
    cells = (8 * rows + columns).astype(np.int64).tolist()
    kept = [
        row
        for row in range(len(world))
        if any(mask >> cell & 1 for cell in cells[world.points_of(row)])
    ]
    few = only(world, kept)
    assert told(few, every(kind, few, query)) == told(world, every(kind, world, query))


def a_mirror_mirrors(kind: EventKind, world: Tracks, query: Query) -> None:
    image = replace(query, place=mirrored_place(query.place) if query.place else None)
    seen = [(f.row, f.others, f.at, f.until, f.rule) for f in kind.find(world, query)]
    found = [(f.row, f.others, f.at, f.until, f.rule) for f in kind.find(mirrored(world), image)]
    assert sorted(found) == sorted(seen)


LAWS: tuple[Law, ...] = (
    shifting_time_shifts_events,
    cutting_the_film_in_two_changes_nothing,
    the_order_of_the_table_changes_nothing,
    a_finding_stands_in_its_own_tracks,
    a_finding_explains_itself,
    findings_come_in_order,
    a_class_is_asked_as_if_the_others_were_not_there,
    pruning_by_cells_loses_nothing,
    a_mirror_mirrors,
)
