"""Which groups of pictures are calm: pictures of a wall, on which something may stand."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.group import packets_of
from vsa_core.domain.footage import Footage, FootageState, Gap
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Picture
from vsa_core.pipeline.calm import Key, awake, calm_spans, shown_in
from vsa_core.vision.motion import SceneMotion

MS = Fraction(1, 1000)
GROUP = 2000
EMPTY = ""
PACKETS = packets_of(seconds=30, group=GROUP, noise=0)
ROWS, COLUMNS = np.mgrid[0:180, 0:320]
WALL = 110 + 40 * np.sin(ROWS / 11) + 30 * np.cos(COLUMNS / 17 + ROWS / 40)


def footage(gaps: tuple[Gap, ...] = ()) -> Footage:
    return Footage(
        digest="f" * 64,
        name="a.mp4",
        path="a.mp4",
        size=1,
        camera="rue",
        exhibit="S1",
        clock=None,
        state=FootageState.READABLE,
        reason="",
        stream=None,
        gaps=gaps,
    )


def shot(what: str, number: int) -> Picture:
    """The wall, with what is told to be on it; each with a noise of its own."""
    noise = np.random.default_rng(number).normal(0, 2, WALL.shape)
    picture = WALL + noise
    if what == "somebody":
        picture[60:140, 100:130] = 20
    if what == "light":
        picture += 12
    if what == "turned":
        picture = np.roll(picture, 37, axis=1)
    if what == "covered":
        picture = np.full(WALL.shape, 30.0) + noise
    return np.clip(picture, 0, 255).astype(np.uint8)


def calm(
    story: Sequence[str], gaps: tuple[Gap, ...] = (), every: int = GROUP
) -> list[tuple[int, int]]:
    keys = [Key(n * every, shot(what, n)) for n, what in enumerate(story)]
    motion = SceneMotion()
    motion.prepare([key.luma for key in keys])
    packets = PACKETS if every == GROUP else packets_of(seconds=60, group=every, noise=0)
    found = calm_spans(keys, motion, footage(gaps), packets, MS)
    return [(span.start, span.end) for span in found]


def test_between_two_key_pictures_of_the_empty_scene_it_is_calm() -> None:
    assert calm([EMPTY] * 14) == [(0, 26_000)]


def test_around_a_key_picture_that_shows_somebody_nothing_is() -> None:
    found = calm([*[EMPTY] * 5, "somebody", *[EMPTY] * 8])
    assert (0, 8_000) in found
    assert all(end <= 8_000 or start >= 12_000 for start, end in found)


@pytest.mark.parametrize("what", ["light", "turned", "covered"])
def test_another_light_or_another_view_is_no_calm(what: str) -> None:
    found = calm([*[EMPTY] * 5, what, *[EMPTY] * 8])
    assert all(end <= 8_000 or start >= 12_000 for start, end in found)
    assert (0, 8_000) in found


def test_a_camera_that_was_turned_or_covered_for_long_is_no_calm() -> None:
    for what in ("turned", "covered"):
        found = calm([*[EMPTY] * 14, what, what, what])
        assert all(end <= 26_000 for _, end in found)


def test_key_pictures_too_far_apart_vouch_for_nothing() -> None:
    assert calm([EMPTY] * 10, every=2_480) == [(0, 22_320)]
    assert calm([EMPTY] * 10, every=2_520) == []


def test_where_a_key_picture_is_lost_its_neighbours_do_not_vouch() -> None:
    keys = [Key(n * 1000, shot(EMPTY, n)) for n in (0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11)]
    motion = SceneMotion()
    motion.prepare([key.luma for key in keys])
    found = calm_spans(keys, motion, footage(), packets_of(seconds=14, group=1000, noise=0), MS)
    assert [(s.start, s.end) for s in found] == [(0, 2000), (4000, 11_000)]


def test_a_known_gap_is_never_calm() -> None:
    hole = (Gap(Span(4_500, 4_900), "SRC-023"),)
    assert calm([EMPTY] * 14, hole) == [(0, 4_000), (6_000, 26_000)]


@pytest.mark.parametrize("count", [0, 1])
def test_one_key_picture_alone_vouches_for_nothing(count: int) -> None:
    assert calm([EMPTY] * count) == []


@given(st.lists(st.integers(1, 5), min_size=1, max_size=12), st.integers(0, 1))
def test_what_is_decoded_and_what_is_not_part_the_slice(steps: list[int], first: int) -> None:
    edges = np.cumsum([0, *(10 * step for step in steps)]).tolist()
    span = Span(0, edges[-1])
    spans = [Span(a, b) for a, b in zip(edges[first::2], edges[first + 1 :: 2], strict=False)]
    kept = awake(span, spans)
    decoded = {tick for one in kept for tick in range(one.start, one.end)}
    passed = {tick for one in spans for tick in range(one.start + 1, one.end)}
    assert decoded | passed == set(range(span.end))
    assert not decoded & passed
    assert len(kept) == len(spans) + 1
    assert all(one.start in decoded for one in spans)


def test_the_pictures_of_a_span_are_told_in_order_of_display() -> None:
    assert shown_in(PACKETS, Span(2_001, 2_121)) == [2_040, 2_080, 2_120]
    assert shown_in(PACKETS, Span(2_000, 2_120)) == [2_000, 2_040, 2_080]
