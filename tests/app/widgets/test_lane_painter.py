import itertools
import time

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.state.lanes import Fate, Lane, coverage_of, lanes_of
from app.state.marks import Gathering, Marks, Verdict, marks_of
from app.theme import LIGHT, Theme
from app.widgets.lane_painter import COMPACT, NORMAL, Bands, LanePainter, Row
from app.widgets.patterns import Pixels, mixed, period, pixel, tiles
from app.widgets.sprites import verdict_sign
from tests.app.laid import SECOND, footage, found, sheet
from tests.desk.scene import START
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.coverage import Covered, Level, Looked
from vsa_core.domain.event import Hit
from vsa_core.domain.moment import Window
from vsa_core.domain.verdict import Verdict as Said

WIDTH = 600
SPAN = Window(START, START + 600 * SECOND)  # one second a pixel
PAPER = pixel(LIGHT.colour("panel"))
COLOUR = {
    which: pixel(LIGHT.colour(name))
    for which, name in zip(Verdict, ("hit", "matched", "rejected"), strict=True)
}
FULL = sheet(footage("a.mp4"), (0, 600, Looked.LOOKED, Level.FULL))


def lane(*sheets: FootageSheet) -> Lane:
    return lanes_of(sheets, ("rue",), None).lanes[0]


def marks(*hits: Hit, **verdicts: Said) -> Marks:
    """Marks of these hits; `verdicts` by the number of the hit, "n0"."""
    named = {hits[int(number[1:])].name: accepted for number, accepted in verdicts.items()}
    gathering = Gathering()
    gathering.take(hits, named.get)
    return gathering.marks()["rue"]


def painted(
    *rows: Row, scale: float = 1.0, bands: Bands = NORMAL, top: int = 0, width: int = WIDTH
) -> Pixels:
    """The pixels of these rows over SPAN."""
    painter = LanePainter(LIGHT, bands, scale)
    image = painter.paint(rows, SPAN, width, painter.lane_height * max(len(rows), 1), top)
    flat = np.frombuffer(image.constBits(), np.uint32)
    return flat.reshape(image.height(), image.width()).copy()


def band(sheet: Pixels, part: tuple[int, int]) -> Pixels:
    return sheet[part[0] : part[1]]


def test_footage_is_painted_with_the_fate_of_each_column(qtbot: QtBot) -> None:
    half = sheet(footage("a.mp4", seconds=400), (0, 200, Looked.LOOKED, Level.FULL))
    shown = band(painted(Row(lane(half), None, None)), NORMAL.footage)
    assert (shown[:, :200] == pixel(LIGHT.colour("track"))).all()
    assert len(np.unique(shown[:, 200:400])) == 2
    assert (shown[:, 400:] == PAPER).all()


def test_a_pattern_moves_with_its_footage(qtbot: QtBot) -> None:
    row = Row(lane(sheet(footage("a.mp4"))), None, None)
    painter = LanePainter(LIGHT, NORMAL, 1.0)
    shots = []
    for late in (0, 5):
        window = Window(SPAN.start + late * SECOND, SPAN.end + late * SECOND)
        image = painter.paint([row], window, WIDTH, NORMAL.height, 0)
        shots.append(
            np.frombuffer(image.constBits(), np.uint32).reshape(NORMAL.height, WIDTH).copy()
        )
    assert np.array_equal(shots[0][20:26, 5:500], shots[1][20:26, :495])


@pytest.mark.parametrize(("number", "accepted"), [(0, None), (1, Said.MATCH), (2, Said.REJECT)])
def test_a_hit_alone_has_the_sign_of_its_verdict_on_its_column(
    qtbot: QtBot, number: int, accepted: Said | None
) -> None:
    verdicts = {} if accepted is None else {"n0": accepted}
    sheet_ = painted(Row(lane(FULL), marks(found(300), **verdicts), None))
    sign = verdict_sign(LIGHT, Verdict(number), 13)
    assert np.array_equal(band(sheet_, NORMAL.hits)[:13, 294:307], sign)


def test_a_sign_at_the_edge_is_cut_not_lost(qtbot: QtBot) -> None:
    drawn = band(painted(Row(lane(FULL), marks(found(0), found(599)), None)), NORMAL.hits)
    assert COLOUR[Verdict.OPEN] in drawn[:, 0]
    assert COLOUR[Verdict.OPEN] in drawn[:, -1]


def test_many_hits_are_bars_the_taller_the_more(qtbot: QtBot) -> None:
    some = [found(100 + n / 100, track=n) for n in range(80)] + [found(104, track=900)]
    drawn = band(painted(Row(lane(FULL), marks(*some), None)), NORMAL.hits)
    tall = (drawn == COLOUR[Verdict.OPEN]).sum(axis=0)
    assert tall[98:104].max() > tall[104:110].max() > 0


def test_what_was_retained_never_disappears_in_a_bar(qtbot: QtBot) -> None:
    some = [found(100 + n / 1000, track=n) for n in range(200)]
    drawn = band(
        painted(Row(lane(FULL), marks(*some, n7=Said.MATCH, n8=Said.REJECT), None)), NORMAL.hits
    )
    assert COLOUR[Verdict.MATCHED] in drawn
    assert (drawn[-3, 98:104] == COLOUR[Verdict.MATCHED]).any(), "at the foot of the bar"


def test_how_long_a_hit_lasts_is_underlined(qtbot: QtBot) -> None:
    drawn = band(painted(Row(lane(FULL), marks(found(100, lasting=50)), None)), NORMAL.hits)
    under = drawn[-1] == COLOUR[Verdict.OPEN]
    assert np.flatnonzero(under).tolist() == list(range(100, 150))


def test_damage_has_a_warning_sign(qtbot: QtBot) -> None:
    broken = sheet(footage("a.mp4", gaps=((300, 302, "SRC-021"),)))
    drawn = band(painted(Row(lane(broken), None, None)), NORMAL.footage)
    assert (drawn[:, 295:306] == pixel(LIGHT.colour("warning"))).sum() > 10


def test_two_files_are_parted_by_a_notch_when_there_is_room(qtbot: QtBot) -> None:
    files = [
        sheet(
            footage(f"{n}.mp4", START + n * 100 * SECOND, 100), (0, 100, Looked.LOOKED, Level.FULL)
        )
        for n in range(6)
    ]
    drawn = band(painted(Row(lane(*files), None, None)), NORMAL.footage)
    assert np.flatnonzero((drawn == PAPER).all(axis=0)).tolist() == [100, 200, 300, 400, 500]


def test_what_an_answer_covers_is_a_band_of_its_own(qtbot: QtBot) -> None:
    cover = coverage_of(
        (Covered("rue", "f", START, START + 60 * SECOND, Looked.LOOKED, Level.FULL),)
    )
    drawn = band(painted(Row(lane(FULL), None, cover["rue"])), NORMAL.coverage)
    assert (drawn[:, :60] == pixel(LIGHT.colour("track"))).all()
    assert (drawn[:, 60:] == PAPER).all()


def test_lanes_scroll_by_the_pixel(qtbot: QtBot) -> None:
    rows = (Row(lane(FULL), None, None), Row(lane(sheet(footage("b.mp4"))), None, None))
    whole, scrolled = painted(*rows), painted(*rows, top=20)
    assert np.array_equal(whole[20:], scrolled[:-20])


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("bands", [NORMAL, COMPACT])
def test_every_scale_has_its_own_pixels(qtbot: QtBot, scale: float, bands: Bands) -> None:
    width = round(WIDTH * scale)
    shown = painted(
        Row(lane(FULL), marks(found(100), found(101), found(300)), None),
        scale=scale,
        bands=bands,
        width=width,
    )
    assert shown.shape == (round(bands.height * scale), width)
    middle = shown[round((bands.footage[0] + 1) * scale), round(50 * scale)]
    assert middle == pixel(LIGHT.colour("track"))


def test_nothing_to_paint_is_paper(qtbot: QtBot) -> None:
    assert (painted(width=1) == PAPER).all()


def test_the_tiles_are_those_of_the_theme(theme: Theme) -> None:
    side = period(1.0)
    first = tiles(theme, 1.0, 9)[:, Fate.NOTHING * side]
    assert (first == pixel(mixed(theme, "panel", "panel", 1))).all()


@pytest.mark.campaign
def test_how_long_a_million_hits_over_400_lanes_take(qtbot: QtBot) -> None:
    """Prints; a figure depends on the machine. One new window at each paint, nothing cached."""
    rng = np.random.default_rng(5)
    span = 14 * 86_400 * SECOND
    start, end = (rng.integers(START, START + span, 1_000_000) for _ in range(2))
    camera, verdict = rng.integers(0, 400, 1_000_000), rng.integers(0, 3, 1_000_000)
    order = np.lexsort((start, camera))
    bounds = np.searchsorted(camera[order], range(401))
    hours = [sheet(footage(f"{n}", START + n * 3600 * SECOND, 3500)) for n in range(336)]
    one = lane(*hours)
    rows = [
        Row(
            one,
            marks_of(
                start,
                start + (end - start) % (30 * SECOND),
                verdict.astype(np.uint8),
                order[a:b],
            ),
            None,
        )
        for a, b in itertools.pairwise(bounds)
    ]
    assert sum(len(row.marks.start) for row in rows if row.marks) == 1_000_000
    for shown, size in ((10, (1240, 240)), (40, (1720, 960))):
        painter = LanePainter(LIGHT, COMPACT, 1.0)
        took = []
        for number in range(100):
            late = number * 1000 * SECOND
            begun = time.perf_counter_ns()
            painter.paint(rows[:shown], Window(START + late, START + span - late), *size, 0)
            took.append((time.perf_counter_ns() - begun) / 1e6)
        print(
            f"{shown} of 400 lanes, {size}: median {np.median(took):.1f} ms, best {min(took):.1f}"
        )
