"""A lane counts what the road over event kinds finds, neither more nor less."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.archive import grant, looked, planned
from tests.store.worlds import RECORDING, SECONDS, Piece, pieces, shelf_over, world
from vsa_core.domain.case import Grant
from vsa_core.domain.geometry import UNITS, Line, Point, Zone
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.domain.ports import Wanted
from vsa_core.domain.provenance import Pedigree
from vsa_core.domain.query import Query, Setting
from vsa_core.domain.receipt import Receipt
from vsa_core.events.registry import completed
from vsa_core.search.lanes import counted
from vsa_core.search.narrowed import judged
from vsa_core.search.run import answer, run
from vsa_core.store.shelf import Shelf

CAMERA = RECORDING.camera
START = RECORDING.files[0].corrected(0)
LENGTH = 2 * SECONDS * MICROSECONDS

_coordinate = st.integers(0, UNITS) | st.sampled_from([0, 8, 30_000, UNITS - 8, UNITS])
_point = st.builds(Point, _coordinate, _coordinate)
_line = st.tuples(_point, _point).filter(lambda two: two[0] != two[1]).map(lambda two: Line(*two))
_zone = st.lists(_point, min_size=3, max_size=5).map(lambda corners: Zone(tuple(corners)))


def _setting(name: str, values: st.SearchStrategy[int]) -> st.SearchStrategy[Setting]:
    return values.map(lambda value: Setting(name, value, value, value))


_shared = (
    _setting("anchor", st.integers(0, 2)),
    _setting("margin", st.sampled_from([0, 0, 100])),
    _setting("settle", st.sampled_from([0, 0, 200, 1000])),
)
_visit = (*_shared, _setting("edge", st.sampled_from([0, 250])))


@st.composite
def _leaves(draw: st.DrawFn, cameras: tuple[str, ...] = ()) -> Query:
    kind = draw(
        st.sampled_from(
            ["line_crossing", "zone_entry", "zone_exit", "zone_presence", "dwell", "seen"]
        )
    )
    more: tuple[st.SearchStrategy[Setting], ...] = _visit
    words: list[str] = [""]
    if kind == "seen":
        more = (_setting("minimum", st.sampled_from([0, 1500])),)
    elif kind == "line_crossing":
        more, words = _shared, ["", "to_left", "to_right"]
    elif kind == "dwell":
        minimum, absence = st.sampled_from([0, 500, 4000]), st.sampled_from([0, 700, 2000])
        more = (_setting("minimum", minimum), _setting("absence", absence), *_visit)
    elif kind != "zone_presence":
        more = (*_visit, _setting("middle", st.integers(0, 1)))
        words = ["", "edge", *(("enter", "appear") if kind == "zone_entry" else ("leave", "lost"))]
    return Query(
        kind,
        cameras=cameras,
        classes=tuple(draw(st.sampled_from([(), (), ("person",), ("car", "bag")]))),
        place=None if kind == "seen" else draw(_line if kind == "line_crossing" else _zone),
        direction=draw(st.sampled_from(words)),
        settings=tuple(draw(one) for one in more),
    )


@st.composite
def _windows(draw: st.DrawFn) -> Window | None:
    if draw(st.booleans()):
        return None
    edges = draw(st.lists(st.integers(-1, LENGTH), min_size=2, max_size=2, unique=True))
    return Window(START + min(edges), START + max(edges))


@st.composite
def _questions(draw: st.DrawFn) -> Query:
    window = draw(_windows())
    if draw(st.integers(0, 3)):
        return replace(draw(_leaves()), window=window)
    within = draw(st.sampled_from([500, 5000, 100_000]))
    gap = draw(st.sampled_from([0, 0, 800]))
    told = (Setting("within", within, within, within), Setting("gap", gap, gap, gap))
    parts = (draw(_leaves()), draw(_leaves()))
    return Query("then", window=window, settings=told, parts=parts)


def _found(query: Query, asked: Grant, shelf: Shelf) -> int:
    """How many hits the slow road gives, those of a plain question before any is taken as one."""
    if not query.parts:
        tracks = shelf.tracks(RECORDING, Wanted())
        return len(judged(query, tracks, CAMERA, asked))
    files = RECORDING.files
    stretches = {f.digest: looked(f) for f in files}
    pedigrees = {f.digest: Pedigree((f.digest,), ("s",), "d", "t", "s", "p") for f in files}
    made = planned(query, asked, files, stretches, pedigrees)
    receipt = Receipt(7, "e" * 64, query.digest)
    return len(answer(run(made, receipt, shelf, 100)).hits)


def _regular(drawn: list[Piece], tick: int) -> list[Piece]:
    """The same pieces with steps of a recorder's own tick, which a lane keeps as small numbers.

    Two events of one track at the very same instants are one hit, and no
    recorder gives two pictures at one.
    """
    for piece in drawn:
        piece.points["dt"][1:] = np.maximum(piece.points["dt"][1:] // tick, 1) * tick
    return drawn


@settings(max_examples=300, deadline=None)
@given(pieces, st.sampled_from([1, 18_000]), _questions(), _windows())
def test_a_lane_counts_what_the_slow_road_finds(
    drawn: list[Piece], tick: int, asked: Query, basis: Window | None
) -> None:
    ledger, memory = world(_regular(drawn, tick))
    query, leave = completed(asked), grant(CAMERA, window=basis)
    shelf = shelf_over(memory, ledger)
    counts = counted(query, leave, shelf, lambda camera: [RECORDING])
    assert counts == {CAMERA: _found(query, leave, shelf)}
