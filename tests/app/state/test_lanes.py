from dataclasses import replace
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.state.lanes import WORSE, Fate, Lane, coverage_of, fate_of, lanes_of, painted
from app.state.visible import columns
from tests.app.laid import SECOND, WHOLE, footage, sheet
from tests.desk.scene import HOUR, START
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.coverage import Covered, Level, Looked, Stretch
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Span, Window

LONG = 10**7
spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda s: (min(s), max(s)))
layers = st.dictionaries(
    st.sampled_from([fate for fate in WORSE if fate is not Fate.NOTHING]),
    st.lists(spans, min_size=1, max_size=6),
)


def one(*sheets: FootageSheet, allowed: Window | None = None) -> Lane:
    """The lane of a single camera."""
    return lanes_of(sheets, ("rue",), allowed).lanes[0]


def told(lane: Lane) -> list[tuple[int, int, Fate]]:
    """The runs of a lane, in seconds after START."""
    runs = zip(lane.runs.start, lane.runs.end, lane.runs.fate, strict=True)
    return [((a - START) // SECOND, (b - START) // SECOND, Fate(f)) for a, b, f in runs]


@given(layers)
def test_runs_never_overlap_and_cover_exactly_what_the_layers_hold(
    given_layers: dict[Fate, list[tuple[int, int]]],
) -> None:
    runs = painted(
        {fate: ([a for a, _ in s], [b for _, b in s]) for fate, s in given_layers.items()}, None
    )
    assert np.all(runs.start < runs.end)
    assert np.all(runs.end[:-1] <= runs.start[1:])
    for at in range(0, 500, 7):
        held = [f for f, some in given_layers.items() if any(a <= at < b for a, b in some)]
        worst = max(held, key=WORSE.index, default=Fate.NOTHING)
        assert runs.at(at) is worst


@given(layers)
def test_neighbours_of_one_fate_are_one_run(
    given_layers: dict[Fate, list[tuple[int, int]]],
) -> None:
    runs = painted(
        {fate: ([a for a, _ in s], [b for _, b in s]) for fate, s in given_layers.items()}, None
    )
    touching = runs.end[:-1] == runs.start[1:]
    assert not np.any(touching & (runs.fate[:-1] == runs.fate[1:]))


@given(layers, st.integers(1, 60))
def test_a_column_shows_the_last_of_the_fates_that_it_holds(
    given_layers: dict[Fate, list[tuple[int, int]]], count: int
) -> None:
    runs = painted(
        {fate: ([a for a, _ in s], [b for _, b in s]) for fate, s in given_layers.items()}, None
    )
    edges = columns(Window(0, 500), count)
    for column, shown in enumerate(runs.shown(edges).tolist()):
        held = {runs.at(at) for at in range(edges[column], edges[column + 1])}
        assert shown == max(held)


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 900)), min_size=1, max_size=6),
    st.fractions(Fraction(1, 90_000), 1),
)
def test_the_runs_of_a_camera_cover_exactly_its_footage(
    files: list[tuple[int, int]], base: Fraction
) -> None:
    sheets = []
    for number, (begins, ticks) in enumerate(files):
        file = footage(f"{number}.mp4", START + begins * SECOND, 1)
        assert file.stream is not None
        stream = replace(file.stream, time_base=base, span=Span(7, 7 + ticks))
        held = Stretch(Span(7 + ticks // 3, 7 + ticks // 2), Looked.LOOKED, Level.FULL)
        sheets.append(FootageSheet(replace(file, stream=stream), (held,)))
    lane = one(*sheets)
    extents = [_extent(s.footage) for s in sheets]
    for start, end in extents:
        for at in (start, (start + end) // 2, end - 1):
            assert end == start or lane.runs.at(at) is not Fate.NOTHING
    bounds = {start for start, _ in extents} | {end for _, end in extents}
    for at in bounds:
        inside = any(a <= at < b for a, b in extents)
        assert (lane.runs.at(at) is not Fate.NOTHING) == inside


def _extent(file: Footage) -> tuple[int, int]:
    assert file.stream is not None
    return file.corrected(file.stream.span.start), file.corrected(file.stream.span.end)


def test_what_nobody_looked_at_yet_is_not_indexed() -> None:
    lane = one(sheet(footage("a.mp4"), (100, 300, Looked.LOOKED, Level.STANDARD)))
    assert told(lane) == [
        (0, 100, Fate.NOT_INDEXED),
        (100, 300, Fate.STANDARD),
        (300, 600, Fate.NOT_INDEXED),
    ]


def test_damage_is_told_and_marked_whatever_was_looked_at() -> None:
    damaged = footage("a.mp4", gaps=((200, 230, "SRC-021"),))
    lane = one(sheet(damaged, (0, 600, Looked.LOOKED, Level.FULL)))
    assert told(lane)[1] == (200, 230, Fate.UNDECODABLE)
    assert lane.alarms.tolist() == [START + 200 * SECOND]


def test_a_gap_beyond_the_pictures_is_left_out() -> None:
    lane = one(sheet(footage("a.mp4", gaps=((700, 800, "SRC-021"),))))
    assert told(lane) == [(0, 600, Fate.NOT_INDEXED)]
    assert not len(lane.alarms)


def test_what_lies_outside_the_basis_is_told_as_such() -> None:
    file = sheet(footage("a.mp4"), (0, 600, Looked.LOOKED, Level.FULL))
    lane = one(file, allowed=Window(START + 60 * SECOND, START + 120 * SECOND))
    fates = [fate for _, _, fate in told(lane)]
    assert fates == [Fate.OUTSIDE_BASIS, Fate.FULL, Fate.OUTSIDE_BASIS]


def test_footage_without_a_clock_has_no_place_and_never_lies_at_1970() -> None:
    lanes = lanes_of(
        [sheet(footage("a.mp4")), sheet(footage("b.mp4", None))], ("rue", "quai"), WHOLE
    )
    assert [file.name for file in lanes.unplaced] == ["b.mp4"]
    assert [file.name for file in lanes.lanes[0].files] == ["a.mp4"]
    assert int(lanes.lanes[0].runs.start[0]) == START


def test_footage_without_pictures_is_a_warning_at_its_claimed_hour() -> None:
    lane = one(sheet(footage("a.mp4", START + HOUR, pictures=False)))
    assert lane.alarms.tolist() == [START + HOUR]
    assert lane.extent is None
    near = Window(START + HOUR - 1, START + HOUR + 1)
    assert [file.name for file in lane.files_in(near)] == ["a.mp4"]


def test_every_camera_of_the_basis_has_its_lane_in_that_order() -> None:
    lanes = lanes_of([sheet(footage("a.mp4", camera="zoo"))], ("quai", "rue"), WHOLE).lanes
    assert [lane.camera for lane in lanes] == ["quai", "rue", "zoo"]
    assert lanes[0].extent is None


def test_a_lane_knows_its_files_at_a_time() -> None:
    lane = one(sheet(footage("b.mp4", START + HOUR)), sheet(footage("a.mp4")))
    assert [file.name for file in lane.files] == ["a.mp4", "b.mp4"]
    assert lane.extent == Window(START, START + HOUR + 600 * SECOND)
    assert lane.files_in(Window(START + 700 * SECOND, START + 800 * SECOND)) == ()
    assert lane.runs.at(START - 1) is Fate.NOTHING


def test_long_files_keep_their_microseconds() -> None:
    file = footage("a.mp4", START, LONG // 1000)
    assert one(sheet(file)).extent == Window(*_extent(file))


def test_an_answer_covers_by_camera_and_a_claim_is_needed() -> None:
    whole = Covered("rue", "f", 0, 100, Looked.LOOKED, Level.SCAN)
    none = Covered("rue", "", 100, 200, Looked.NO_FOOTAGE, None)
    lost = Covered("quai", "g", 0, 100, Looked.OUTSIDE_CLOCK, None, claimed=False)
    cover = coverage_of((whole, none, lost))
    assert set(cover) == {"rue"}
    assert [cover["rue"].at(at) for at in (50, 150)] == [Fate.SCAN, Fate.NO_FOOTAGE]


def test_every_outcome_has_a_fate() -> None:
    assert {fate_of(looked, Level.FULL) for looked in Looked} <= set(WORSE)
    assert set(WORSE) | {Fate.NOTHING} == set(Fate)
