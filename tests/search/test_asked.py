"""Coverage foreseen: everything asked about appears exactly once, with its fate."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.events.worlds import NOON
from tests.search.archive import MINUTE, footage, foreseen, grant, looked, name_of, window
from vsa_core.domain.case import Grant
from vsa_core.domain.coverage import Coverage, Covered, Level, Looked, Stretch
from vsa_core.domain.filters import Hours
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Span, Window
from vsa_core.domain.query import Query, Setting
from vsa_core.search.asked import cameras_asked

Row = tuple[str, int, int, str]


def _rows(coverage: Coverage) -> list[Row]:
    """Footage letter, start and end in minutes after NOON (or of the file), fate."""
    return [
        (
            s.footage[:1],
            *((v - (NOON if s.claimed else 0)) // MINUTE for v in (s.start, s.end)),
            s.looked.value,
        )
        for s in coverage.stretches
    ]


def _foreseen(
    files: Sequence[Footage],
    asked: Window | None = None,
    basis: Window | None = None,
    cameras: tuple[str, ...] = ("north",),
    granted: tuple[str, ...] = ("north",),
    stretches: dict[str, list[Stretch]] | None = None,
) -> list[Row]:
    known = {f.digest: looked(f) for f in files if f.stream} if stretches is None else stretches
    query = Query("dwell", cameras=cameras, window=asked)
    return _rows(foreseen(query, grant(*granted, window=basis), files, known))


def test_a_window_is_looked_at_where_there_is_footage() -> None:
    files = [footage("a", at=0), footage("b", at=15 * MINUTE)]
    assert _foreseen(files, window(-5 * MINUTE, 20 * MINUTE)) == [
        ("", -5, 0, "no_footage"),
        ("", 10, 15, "no_footage"),
        ("a", 0, 10, "looked"),
        ("b", 15, 20, "looked"),
    ]


def test_without_a_window_the_question_runs_from_first_to_last_picture() -> None:
    files = [footage("a", at=0), footage("b", at=15 * MINUTE)]
    assert _foreseen(files) == [
        ("", 10, 15, "no_footage"),
        ("a", 0, 10, "looked"),
        ("b", 15, 25, "looked"),
    ]


def test_what_the_basis_leaves_out_has_a_name() -> None:
    found = _foreseen(
        [footage("a")], window(-5 * MINUTE, 12 * MINUTE), window(2 * MINUTE, 11 * MINUTE)
    )
    assert found == [
        ("", -5, 0, "outside_basis"),
        ("", 10, 11, "no_footage"),
        ("", 11, 12, "outside_basis"),
        ("a", 0, 2, "outside_basis"),
        ("a", 2, 10, "looked"),
    ]


def test_a_camera_outside_the_basis() -> None:
    found = _foreseen([footage("a", "south")], cameras=("south",))
    assert found == [("a", 0, 10, "outside_basis")]
    assert _foreseen([], cameras=("south",)) == [("", 0, 0, "outside_basis")]


def test_no_camera_named_means_those_of_the_basis() -> None:
    assert cameras_asked(Query("dwell"), grant("b", "a")) == ("b", "a")
    assert cameras_asked(Query("dwell", cameras=("a", "a", "c")), grant("b")) == ("a", "c")
    files = [footage("a"), footage("b", "south"), footage("c", "east")]
    found = _foreseen(files, cameras=(), granted=("north", "south"))
    assert [row[0] for row in found] == ["a", "b"]


def test_what_was_not_indexed_is_told() -> None:
    assert _foreseen([footage("a")], stretches={}) == [("a", 0, 10, "not_indexed")]
    partly = {name_of("a"): [Stretch(Span(120_000, 240_000), Looked.LOOKED, Level.SCAN)]}
    assert _foreseen([footage("a")], stretches=partly) == [
        ("a", 0, 2, "not_indexed"),
        ("a", 2, 4, "looked"),
        ("a", 4, 10, "not_indexed"),
    ]


def test_a_refined_stretch_replaces_the_first_and_keeps_its_level() -> None:
    a = footage("a")
    known = {
        a.digest: [
            *looked(a, Level.SCAN),
            Stretch(Span(60_000, 120_000), Looked.LOOKED, Level.FULL),
        ]
    }
    found = foreseen(Query("dwell"), grant("north"), [a], known)
    assert [s.level for s in found.stretches] == [Level.SCAN, Level.FULL, Level.SCAN]
    assert found.complete


def test_a_gap_lies_over_what_was_looked_at() -> None:
    found = _foreseen([footage("a", gaps=((3 * MINUTE, 4 * MINUTE),))])
    assert found == [("a", 0, 3, "looked"), ("a", 3, 4, "undecodable"), ("a", 4, 10, "looked")]


def test_footage_without_a_clock_is_outside_any_window() -> None:
    files = [footage("a", at=None)]
    told = [("a", 0, 10, "outside_clock")]
    assert _foreseen(files, basis=window(0, MINUTE)) == told
    assert _foreseen(files, window(0, MINUTE)) == [("", 0, 1, "no_footage"), *told]
    assert _foreseen(files) == [("a", 0, 10, "looked")]
    assert _foreseen(files, cameras=("north",), granted=("east",)) == [
        ("a", 0, 10, "outside_basis")
    ]


def test_hours_and_pairs_across_cameras_ask_for_a_clock() -> None:
    undated, query = [footage("a", at=None)], Query("dwell")
    night = replace(query, filters=(Hours(0, 60),))
    across = Query("then", parts=(query, query), settings=(Setting("same_camera", 0, 0, 0),))
    for asked, fate in (
        (query, "not_indexed"),
        (night, "outside_clock"),
        (Query("then", parts=(query, query)), "not_indexed"),
        (across, "outside_clock"),
        (Query("any", parts=(query, across)), "outside_clock"),
    ):
        assert [s.looked.value for s in foreseen(asked, grant("north"), undated, {}).stretches] == [
            fate
        ]


def test_a_combined_question_covers_the_cameras_of_all_its_parts() -> None:
    south = Query("dwell", cameras=("south",))
    files = [footage("a"), footage("b", "south"), footage("c", "east")]
    leave = grant("north", "south", "east")
    either = Query("any", cameras=("north",), parts=(Query("dwell"), south))
    told = foreseen(either, leave, files, {}).stretches
    assert [s.footage[:1] for s in told] == ["a", "b"]
    every = Query("any", parts=(Query("dwell"), south))
    assert len(foreseen(every, leave, files, {}).stretches) == 3


def test_footage_without_a_clock_says_that_its_times_are_its_own() -> None:
    (row,) = foreseen(Query("dwell"), grant("north"), [footage("a", at=None)], {}).stretches
    assert (row.start, row.end, row.claimed) == (0, 10 * MINUTE, False)


def test_footage_without_pictures_is_never_silent() -> None:
    blind = footage("a", at=3 * MINUTE, pictures=False)
    assert _foreseen([blind]) == [("a", 3, 3, "undecodable")]
    assert _foreseen([blind], window(5 * MINUTE, 6 * MINUTE)) == [
        ("", 5, 6, "no_footage"),
        ("a", 5, 5, "undecodable"),
    ]
    assert _foreseen([blind], window(0, MINUTE)) == [("", 0, 1, "no_footage")]
    assert _foreseen([replace(blind, clock=None)]) == [("a", 0, 0, "undecodable")]
    assert not foreseen(Query("dwell"), grant("north"), [blind], {}).complete


def test_a_camera_without_any_footage() -> None:
    assert _foreseen([]) == [("", 0, 0, "no_footage")]
    assert _foreseen([], basis=window(0, MINUTE)) == [("", 0, 1, "no_footage")]
    assert _foreseen([], window(0, MINUTE)) == [("", 0, 1, "no_footage")]
    assert not foreseen(Query("dwell"), grant("north"), [], {}).complete


def test_files_that_overlap_both_count() -> None:
    files = [footage("a"), footage("b", at=5 * MINUTE)]
    assert _foreseen(files, stretches={name_of("a"): looked(files[0])}) == [
        ("a", 0, 10, "looked"),
        ("b", 5, 15, "not_indexed"),
    ]


def test_a_lone_picture_of_unknown_length_counts() -> None:
    found = foreseen(Query("dwell"), grant("north"), [footage("a", length=0)], {})
    assert [(s.end - s.start, s.looked) for s in found.stretches] == [(1, Looked.NOT_INDEXED)]


TIME = st.integers(-20, 40).map(lambda i: i * MINUTE // 2)
WINDOW = st.tuples(TIME, TIME).filter(lambda w: w[0] < w[1]).map(lambda w: window(*w))
SPAN = st.tuples(st.integers(-1, 12), st.integers(-1, 12)).filter(lambda s: s[0] < s[1])
FATE = st.sampled_from([Looked.LOOKED, Looked.SKIPPED, Looked.UNDECODABLE, Looked.QUARANTINED])


@st.composite
def archives(draw: st.DrawFn) -> tuple[list[Footage], dict[str, list[Stretch]]]:
    """Files of two cameras, dated or not, overlapping or not, with what indexing made of them."""
    files, stretches = [], {}
    for letter in "abcd"[: draw(st.integers(0, 4))]:
        camera = draw(st.sampled_from(["north", "south"]))
        at = draw(st.none() | TIME)
        gaps = tuple((a * MINUTE, b * MINUTE) for a, b in draw(st.lists(SPAN, max_size=1)))
        files.append(footage(letter, camera, at, gaps=gaps))
        stretches[files[-1].digest] = [
            Stretch(Span(a * 60_000, b * 60_000), draw(FATE), None)
            for a, b in draw(st.lists(SPAN, max_size=3))
        ]
    return files, stretches


def _instants(pieces: Sequence[Covered]) -> list[int]:
    """The half minutes of some stretches; all edges lie on half minutes."""
    step = MINUTE // 2
    return [t for p in pieces for t in range(p.start, p.end, step)]


def _dated(camera: str, files: Sequence[Footage], asked: Window) -> set[int]:
    step = MINUTE // 2
    mine = [f for f in files if f.camera == camera and f.clock and f.stream]
    spans = [
        (f.corrected(f.stream.span.start), f.corrected(f.stream.span.end)) for f in mine if f.stream
    ]
    whole = range(asked.start, asked.end, step)
    return {t for t in whole if any(a <= t < b for a, b in spans)}


@given(archives(), WINDOW, st.none() | WINDOW, st.sampled_from([("north",), ("north", "south")]))
def test_everything_asked_about_appears_exactly_once(
    archive: tuple[list[Footage], dict[str, list[Stretch]]],
    asked: Window,
    basis: Window | None,
    granted: tuple[str, ...],
) -> None:
    files, stretches = archive
    query = Query("dwell", cameras=("north", "south"), window=asked)
    terms: Grant = grant(*granted, window=basis)
    told = foreseen(query, terms, files, stretches).stretches
    for camera in query.cameras:
        mine = [s for s in told if s.camera == camera]
        empty = _instants([s for s in mine if not s.footage])
        held = _dated(camera, files, asked)
        assert len(empty) == len(set(empty))
        assert set(empty) == set(range(asked.start, asked.end, MINUTE // 2)) - held
        assert {t for s in mine if s.footage and s.claimed for t in _instants([s])} == held
        for file in (f for f in files if f.camera == camera and f.stream):
            its = _instants([s for s in mine if s.footage == file.digest])
            assert len(its) == len(set(its))
            if file.clock is None:
                assert len(its) == 20
            else:
                assert set(its) == _dated(camera, [file], asked)


@given(archives(), st.none() | WINDOW, st.none() | WINDOW)
def test_nothing_is_looked_at_outside_the_question_and_its_basis(
    archive: tuple[list[Footage], dict[str, list[Stretch]]],
    asked: Window | None,
    basis: Window | None,
) -> None:
    query = Query("dwell", cameras=("north", "south"), window=asked)
    for s in foreseen(query, grant("north", window=basis), *archive).stretches:
        if s.looked not in (Looked.OUTSIDE_BASIS, Looked.OUTSIDE_CLOCK):
            assert s.camera == "north"
            for terms in (asked, basis):
                assert terms is None or terms.start <= s.start <= s.end <= terms.end
