"""What is ruled out before opening: never a track that takes part in an answer."""

from dataclasses import replace

from tests.events.test_presence import YARD
from tests.events.worlds import NOON, ask
from tests.search.archive import MINUTE, grant, window
from tests.search.sights import CROSSINGS, LINE
from vsa_core.domain.geometry import Point, Zone
from vsa_core.domain.ports import Wanted
from vsa_core.domain.query import Query, Setting
from vsa_core.events.dwell import Dwell
from vsa_core.events.interface import ANYWHERE
from vsa_core.search.ruling_out import SLACK, wanted_of

CORNER = Zone((Point(60_000, 60_000), Point(65_000, 60_000), Point(65_000, 65_000)))
HERE, THERE = ask("dwell", YARD), replace(ask("dwell", CORNER), classes=("person",))
HERE_CELLS, THERE_CELLS = Dwell().cells(YARD), Dwell().cells(CORNER)


def _wanted(query: Query, camera: str = "north") -> Wanted | None:
    return wanted_of(query, grant("north", "south"), camera)


def test_any_wants_what_either_part_wants() -> None:
    assert _wanted(Query("any", parts=(HERE, THERE))) == Wanted(cells=HERE_CELLS | THERE_CELLS)
    cars = replace(HERE, classes=("car",))
    made = _wanted(Query("any", parts=(cars, THERE)))
    assert made is not None
    assert made.kinds == {1, 4, 9}


def test_all_wants_what_its_strictest_part_wants() -> None:
    for parts in ((HERE, THERE), (THERE, HERE), (CROSSINGS, THERE)):
        assert _wanted(Query("all", parts=parts)) == Wanted(frozenset({1}), cells=THERE_CELLS)


def test_what_is_barred_rules_nothing_out() -> None:
    barred = Query("all", parts=(HERE, Query("not", parts=(THERE,))))
    assert _wanted(barred) == Wanted(cells=HERE_CELLS)


def test_a_camera_on_which_a_part_is_missing_is_not_opened() -> None:
    south = replace(THERE, cameras=("south",))
    assert _wanted(south) is None
    assert _wanted(Query("all", parts=(HERE, south))) is None
    assert _wanted(Query("then", parts=(HERE, south))) is None
    assert _wanted(Query("any", parts=(HERE, south))) == Wanted(cells=HERE_CELLS)
    across = (Setting("same_camera", 0, 0, 0),)
    assert _wanted(Query("then", parts=(HERE, south), settings=across)) == Wanted(cells=HERE_CELLS)
    assert _wanted(Query("any", parts=(south, south))) is None


def test_the_window_of_the_whole_and_the_basis_are_kept_a_little_widened() -> None:
    query = Query("any", parts=(HERE, CROSSINGS), window=window(MINUTE, 9 * MINUTE))
    leave = grant("north", window=window(2 * MINUTE, 20 * MINUTE))
    made = wanted_of(query, leave, "north")
    assert made == Wanted(
        frozenset(), NOON + 2 * MINUTE - SLACK, NOON + 9 * MINUTE + SLACK, ANYWHERE
    )
    assert ask("line_crossing", LINE) == CROSSINGS


def test_what_several_tracks_did_is_cut_by_the_basis_alone() -> None:
    """Who left before the window may have been of the group that is still there in it."""
    asked, basis = window(5 * MINUTE, 6 * MINUTE), window(2 * MINUTE, 20 * MINUTE)
    leave = grant("north", window=basis)
    for query in (Query("gathering"), Query("any", parts=(HERE, Query("proximity")))):
        made = wanted_of(replace(query, window=asked), leave, "north")
        assert made is not None
        assert (made.start, made.end) == (basis.start - SLACK, basis.end + SLACK)
    alone = wanted_of(replace(HERE, window=asked), leave, "north")
    assert alone is not None
    assert (alone.start, alone.end) == (asked.start - SLACK, asked.end + SLACK)
