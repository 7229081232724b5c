"""The laws of every event kind, each a function of a kind, a world and a question."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.words import read_words
from tests.events.worlds import cut, later, mirrored, mirrored_place, only
from vsa_core.domain.geometry import Line
from vsa_core.domain.objects import CLASSES, kinds_asked
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import EventKind, Finding

Law = Callable[[EventKind, Tracks, Query], None]

SWAPPED = {"to_left": "to_right", "to_right": "to_left"}
RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "i18n"
WORDS = [read_words(language, RESOURCES) for language in ("fr", "en")]


def every(kind: EventKind, world: Tracks, query: Query) -> list[Finding]:
    """Findings and near misses."""
    return [*kind.find(world, query), *kind.misses(world, query)]


def shifting_time_shifts_events(kind: EventKind, world: Tracks, query: Query) -> None:
    shift = 86_400_000_001
    moved = [replace(f, at=f.at + shift, until=f.until + shift) for f in every(kind, world, query)]
    assert every(kind, later(world, shift), query) == moved


def cutting_the_film_in_two_changes_nothing(kind: EventKind, world: Tracks, query: Query) -> None:
    for at in (1, int(np.median(world.pts)), int(world.pts.max())):
        assert every(kind, cut(world, at), query) == every(kind, world, query)


def tracks_are_judged_one_by_one(kind: EventKind, world: Tracks, query: Query) -> None:
    apart = [
        replace(f, row=row, first=f.first + shift, last=f.last + shift)
        for row in range(len(world))
        for shift in (int(world.starts[row]),)
        for f in kind.find(only(world, [row]), query)
    ]
    assert kind.find(world, query) == apart


def the_order_of_tracks_does_not_matter(kind: EventKind, world: Tracks, query: Query) -> None:
    rows = range(len(world))[::-1]
    turned = only(world, rows)
    seen = [replace(f, row=0, first=0, last=0) for f in kind.find(world, query)]
    found = [replace(f, row=0, first=0, last=0) for f in kind.find(turned, query)]
    assert sorted(map(repr, found)) == sorted(map(repr, seen))


def a_finding_stands_in_its_own_track(kind: EventKind, world: Tracks, query: Query) -> None:
    for found in every(kind, world, query):
        points = world.points_of(found.row)
        assert points.start <= found.first <= found.last < points.stop
        assert found.at <= found.until
        assert world.t[points.start] <= found.at
        assert found.until <= world.t[points.stop - 1]
        assert 0 <= found.score <= 1000


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


def directions_share_the_findings(kind: EventKind, world: Tracks, query: Query) -> None:
    told = [kind.find(world, replace(query, direction=word)) for word in kind.DIRECTIONS]
    if told:
        parts = sorted((f for part in told for f in part), key=lambda f: (f.row, f.at))
        assert parts == kind.find(world, query)


def classes_share_the_findings(kind: EventKind, world: Tracks, query: Query) -> None:
    for number, name in enumerate(CLASSES):
        may = {number, *kinds_asked((name,))}
        mine = [f for f in kind.find(world, query) if int(world.kind[f.row]) in may]
        assert kind.find(world, replace(query, classes=(name,))) == mine


def pruning_by_cells_loses_nothing(kind: EventKind, world: Tracks, query: Query) -> None:
    mask = kind.cells(query.place)
    for found in every(kind, world, query):
        points = world.points_of(found.row)
        columns, rows = (world.x[points] // 8192).tolist(), (world.y[points] // 8192).tolist()
        cells = [8 * int(r) + int(c) for r, c in zip(rows, columns, strict=True)]
        assert any(mask >> cell & 1 for cell in cells)


def a_mirror_mirrors(kind: EventKind, world: Tracks, query: Query) -> None:
    image = replace(query, place=mirrored_place(query.place) if query.place else None)
    seen = [(f.row, f.at, f.until, f.rule) for f in kind.find(world, query)]
    words = [f.direction for f in kind.find(world, query)]
    found = kind.find(mirrored(world), image)
    assert [(f.row, f.at, f.until, f.rule) for f in found] == seen
    assert [f.direction for f in found] == [SWAPPED.get(word, word) for word in words]


def reversing_the_line_swaps_directions(kind: EventKind, world: Tracks, query: Query) -> None:
    if not isinstance(query.place, Line) or "to_left" not in kind.DIRECTIONS:
        return
    back = replace(query, place=Line(query.place.b, query.place.a))
    seen = [(f.row, f.at, SWAPPED[f.direction]) for f in every(kind, world, query)]
    assert [(f.row, f.at, f.direction) for f in every(kind, world, back)] == seen


LAWS: tuple[Law, ...] = (
    shifting_time_shifts_events,
    cutting_the_film_in_two_changes_nothing,
    tracks_are_judged_one_by_one,
    the_order_of_tracks_does_not_matter,
    a_finding_stands_in_its_own_track,
    a_finding_explains_itself,
    findings_come_in_order,
    directions_share_the_findings,
    classes_share_the_findings,
    pruning_by_cells_loses_nothing,
    a_mirror_mirrors,
    reversing_the_line_swaps_directions,
)
