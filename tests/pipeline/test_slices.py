import itertools
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.footage import PacketIndex, Stream
from vsa_core.domain.moment import Span
from vsa_core.pipeline.slices import SLICE_SECONDS, slices


def stream(seconds: int, base: Fraction = Fraction(1, 1000), start: int = 1400) -> Stream:
    end = start + int(seconds / base)
    return Stream("h264", 640, 360, 0, base, Span(start, end), 1, 1, 1, False, None, False)


def keyed(pts: list[int]) -> PacketIndex:
    column = np.array(pts, np.int64)
    return PacketIndex(
        pts=column,
        dts=column,
        size=column,
        key=np.ones(len(column), np.bool_),
        pos=column,
        duration=column,
    )


def test_a_short_film_is_one_slice() -> None:
    assert slices(stream(139), keyed([1400])) == (stream(139).span,)


def test_cuts_fall_on_the_first_key_frame_after_each_multiple() -> None:
    keys = list(range(1400, 1400 + 1000_000, 7_000))
    cuts = slices(stream(1000), keyed(keys))
    assert [cut.start for cut in cuts][:3] == [1400, 1400 + 301_000, 1400 + 602_000]


def test_a_film_with_one_key_frame_is_never_cut() -> None:
    assert len(slices(stream(3000), keyed([1400]))) == 1


def test_a_short_remainder_joins_the_slice_before_it() -> None:
    keys = list(range(1400, 1400 + 340_000, 1000))
    assert len(slices(stream(SLICE_SECONDS + 30), keyed(keys))) == 1


@given(st.integers(1, 4000), st.lists(st.integers(0, 4_000_000), max_size=60))
def test_slices_partition_the_stream_and_start_at_key_frames(seconds: int, at: list[int]) -> None:
    film = stream(seconds)
    keys = sorted({1400 + k for k in at} | {1400})
    cuts = slices(film, keyed(keys))
    assert cuts[0].start == film.span.start
    assert cuts[-1].end == film.span.end
    for one, two in itertools.pairwise(cuts):
        assert one.end == two.start
        assert two.start in keys
