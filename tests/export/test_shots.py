"""Pictures of an export: masked before they are drawn on, slates where there is nothing to show."""

from dataclasses import replace

import numpy as np
import pytest

from tests.export.world import (
    BYSTANDER,
    CLOCK,
    LIGHT,
    MATCHED,
    StillSource,
    footage,
    french,
    later,
    order_of,
    piece,
    tracks_of,
)
from vsa_core.domain.footage import Gap
from vsa_core.domain.moment import Span
from vsa_core.errors import Bug, Unreadable
from vsa_core.export.shots import BETWEEN_FILES, NOT_LOOKED, Piece, Shot, Studio
from vsa_core.legal.veil import HOLD

STEPS = (0, 40, 80, 160, 200, 1000, 1960)


def made(*pieces: Piece, matched: tuple[int, ...] = (7,), start: int = 0,
         end: int = 2_000_000) -> tuple[Studio, list[Shot]]:  # fmt: skip
    order = order_of(pieces, matched)
    studio = Studio(order, pieces, tracks_of(pieces[0].footage, start, end), french())
    return studio, list(studio.shots())


def head(studio: Studio, shot: Shot, box: tuple[float, float, float, float]) -> float:
    """Mean light of the middle of the top of a box, away from its drawn edges."""
    sheet = studio.sheet
    left, top, right, bottom = (round(side) for side in box)
    rows = slice(sheet.top + top + 4, sheet.top + top + (bottom - top) // 4)
    columns = slice(sheet.left + left + 4, sheet.left + right - 4)
    return float(shot.canvas[rows, columns].mean())


def test_times_are_the_sources_own() -> None:
    studio, shots = made(piece(StillSource(STEPS)))
    assert [shot.ticks for shot in shots] == list(STEPS)
    assert studio.base == footage().stream.time_base
    assert [shot.corrected for shot in shots] == [footage().corrected(pts) for pts in STEPS]


def test_only_the_matched_track_is_shown() -> None:
    studio, shots = made(piece(StillSource(STEPS)))
    for shot in shots:
        assert head(studio, shot, BYSTANDER) < LIGHT / 2
        assert head(studio, shot, MATCHED) > LIGHT * 0.9


def test_nobody_is_shown_when_nothing_was_matched() -> None:
    studio, shots = made(piece(StillSource(STEPS)), matched=())
    assert all(head(studio, shot, MATCHED) < LIGHT / 2 for shot in shots)


def test_a_mask_comes_early_and_leaves_late() -> None:
    """A track seen from 1.0 to 1.2 s is masked half a second before and after, at least."""
    steps = tuple(range(0, 2000, 100))
    studio, shots = made(piece(StillSource(steps)), start=1_000_000, end=1_200_000)
    masked = {shot.pts for shot in shots if head(studio, shot, BYSTANDER) < LIGHT / 2}
    assert masked >= set(range(500, 1701, 100))
    assert HOLD >= 500_000


def test_a_gap_is_a_slate() -> None:
    gaps = (Gap(Span(500, 900), "SRC-021"),)
    _, shots = made(piece(StillSource((0, 40, 900, 940), gaps)))
    assert [(shot.pts, shot.code) for shot in shots] == [
        (0, ""), (40, ""), (500, "SRC-021"), (900, ""), (940, ""),
    ]  # fmt: skip
    assert shots[2].canvas.max(2)[-80:-60].max() < 240  # a plain slate, no picture of the street


def test_a_gap_that_began_before_the_span_is_told_at_its_start() -> None:
    gaps = (Gap(Span(0, 900), "SRC-021"),)
    _, shots = made(piece(StillSource((900,), gaps), span=Span(600, 1000)))
    assert [(shot.pts, shot.ticks) for shot in shots] == [(600, 0), (900, 300)]


def test_what_was_not_looked_at_is_not_shown() -> None:
    studio, shots = made(piece(StillSource(STEPS), looked=(Span(0, 80), Span(1000, 2000))))
    assert [shot.code for shot in shots] == ["", "", NOT_LOOKED, NOT_LOOKED, NOT_LOOKED, "", ""]
    hidden = [shot for shot in shots if shot.code]
    assert all(head(studio, shot, MATCHED) < LIGHT / 2 for shot in hidden)
    assert [shot.ticks for shot in shots] == list(STEPS)


def test_a_pause_between_two_files_is_a_slate() -> None:
    two = footage("b.mkv", clock=later(CLOCK, 3_500_000))
    _, shots = made(piece(StillSource((0, 1000))), piece(StillSource((0, 40)), two))
    assert [(shot.piece, shot.pts, shot.code) for shot in shots] == [
        (0, 0, ""), (0, 1000, ""), (0, 2000, BETWEEN_FILES), (1, 0, ""), (1, 40, ""),
    ]  # fmt: skip
    assert [shot.ticks for shot in shots] == [0, 90_000, 180_000, 315_000, 318_600]


def test_files_that_touch_have_no_slate_between_them() -> None:
    two = footage("b.mkv", clock=later(CLOCK, 2_000_000))
    _, shots = made(piece(StillSource((0, 1960))), piece(StillSource((0, 40)), two))
    assert [shot.code for shot in shots] == [""] * 4


def test_ticks_always_rise() -> None:
    _, shots = made(piece(StillSource((0, 40, 40, 40, 80))))
    assert [shot.ticks for shot in shots] == [0, 40, 41, 42, 80]
    assert [shot.pts for shot in shots] == [0, 40, 40, 40, 80]


def test_no_picture_at_all_is_told() -> None:
    with pytest.raises(Unreadable, match="EXP-004"):
        made(piece(StillSource((), (Gap(Span(0, 2000), "SRC-021"),))))
    with pytest.raises(Unreadable, match="EXP-004"):
        made(piece(StillSource(())))


def test_a_reader_that_overshoots_is_our_fault() -> None:
    class Overshooting(StillSource):
        def frames(self, span=None, keys_only=False):
            return StillSource.frames(self, Span(0, 2000))

    with pytest.raises(Bug, match="EXP-013"):
        made(piece(Overshooting(STEPS), span=Span(0, 100)))


def test_a_pts_that_no_document_can_write_is_refused() -> None:
    far = 2**53
    file = footage(start=far, end=far + 100, clock=None)
    with pytest.raises(Unreadable, match="EXP-009"):
        made(piece(StillSource((far,)), file))


def test_an_unclaimed_clock_gives_no_corrected_time() -> None:
    _, shots = made(piece(StillSource(STEPS), footage(clock=None)))
    assert [shot.corrected for shot in shots] == [None] * len(STEPS)


def test_digests_follow_what_is_drawn() -> None:
    _, shots = made(piece(StillSource(STEPS)))
    _, again = made(piece(StillSource(STEPS)))
    _, other = made(piece(StillSource(STEPS)), matched=())
    assert [shot.digest for shot in shots] == [shot.digest for shot in again]
    assert {shot.digest for shot in shots}.isdisjoint(shot.digest for shot in other)
    assert np.array_equal(shots[0].canvas, again[0].canvas)


def test_progress_reaches_the_end() -> None:
    two = footage("b.mkv", clock=later(CLOCK, 2_000_000))
    studio, shots = made(piece(StillSource((0, 1960))), piece(StillSource((0, 1999)), two))
    reached = [studio.reached(shot) for shot in shots]
    assert [done for done, _ in reached] == sorted(done for done, _ in reached)
    assert reached[0] == (0, 4000)
    assert reached[-1] == (3999, 4000)


def test_a_footage_without_pictures_has_nothing_to_export() -> None:
    blank = replace(footage(), stream=None)
    bare = Piece(blank, StillSource(()), Span(0, 1), ())
    with pytest.raises(Unreadable, match="EXP-004"):
        Studio(order_of((bare,)), (bare,), tracks_of(footage()), french())
