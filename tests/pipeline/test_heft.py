"""Which groups weigh more than is usual: made-up sizes, in which somebody passes or nobody."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.group import STEP, packets_of
from vsa_core.domain.footage import PacketIndex
from vsa_core.domain.moment import Span
from vsa_core.pipeline.heft import ENOUGH, even

GROUP = 2000
PLAIN = packets_of(seconds=120, group=GROUP)
STILL = packets_of(seconds=120, group=GROUP, noise=0)


def groups(packets: PacketIndex) -> list[Span]:
    keys = packets.pts[packets.key].tolist()
    return [Span(a, b) for a, b in pairwise(keys)]


def passing(packets: PacketIndex, start: int, length: int, more: float) -> PacketIndex:
    """The packets, with those of somebody who passes `more` times heavier; start, length in ms."""
    size = packets.size.copy()
    rows = slice(start // STEP, (start + length) // STEP)
    size[rows] = np.where(packets.key[rows], size[rows], (1 + more) * size[rows])
    return replace(packets, size=size)


def test_about_half_of_the_groups_in_which_nothing_happens_are_even() -> None:
    assert len(even(PLAIN, groups(PLAIN))) > 0.4 * len(groups(PLAIN))


@given(st.integers(2, 55), st.integers(200, 1200), st.integers(480, 760))
def test_who_passes_makes_the_group_heavy(group: int, begin: int, length: int) -> None:
    heavy = passing(PLAIN, group * GROUP + begin, length, 0.15)
    found = even(heavy, groups(heavy))
    assert not any(span.start <= group * GROUP + begin < span.end for span in found)
    assert len(found) > 0.3 * len(groups(heavy))


@given(st.integers(2, 55), st.integers(200, 500), st.integers(200, 400))
def test_what_follows_who_passed_is_left_out_from_a_picture_after_them(
    group: int, begin: int, length: int
) -> None:
    """Never a beginning: a group is decoded from its key picture on."""
    heavy = passing(STILL, group * GROUP + begin, length, 0.15)
    ends = {span.end: span for span in even(heavy, groups(heavy))}
    assert len(ends) == len(groups(heavy))
    rest = ends[(group + 1) * GROUP]
    assert group * GROUP + begin + length - STEP <= rest.start <= (group + 1) * GROUP - 400
    assert rest.start in heavy.pts.tolist()
    assert all(ends[end].start == end - GROUP for end in ends if end != rest.end)


def test_with_reordered_pictures_all_that_is_heavy_is_before_the_span() -> None:
    """In the file a picture comes before those shown before it that lean on it."""
    order = np.arange(len(STILL.pts))
    for key in np.flatnonzero(STILL.key):
        group = order[key + 1 : key + 49 : 2].copy()
        order[key + 1 : key + 49 : 2] = order[key + 2 : key + 50 : 2]
        order[key + 2 : key + 50 : 2] = group
    swapped = replace(STILL, pts=STILL.pts[order])
    heavy = passing(swapped, 20 * GROUP + 300, 400, 0.3)
    weighed = heavy.size > STILL.size
    (rest,) = [s for s in even(heavy, groups(STILL)) if s.end == 21 * GROUP]
    assert heavy.pts[weighed].max() <= rest.start < 21 * GROUP


def test_too_short_a_rest_is_decoded() -> None:
    heavy = passing(STILL, 20 * GROUP + 1300, 400, 0.3)
    assert not [span for span in even(heavy, groups(heavy)) if span.end == 21 * GROUP]


def test_many_who_pass_do_not_make_it_usual() -> None:
    crossed = range(1, 58, 3)
    heavy = PLAIN
    for group in crossed:
        heavy = passing(heavy, group * GROUP + 700, 600, 0.25)
    found = even(heavy, groups(heavy))
    whole = [Span(group * GROUP, (group + 1) * GROUP) for group in crossed]
    assert not any(span in found for span in whole)
    assert found


def test_an_encoder_that_drifts_slowly_is_no_alarm() -> None:
    drifting = replace(PLAIN, size=(PLAIN.size * np.linspace(1, 3, len(PLAIN.size))).astype(int))
    assert len(even(drifting, groups(drifting))) > 0.3 * len(groups(drifting))


def test_sizes_that_are_all_alike_are_even() -> None:
    same = packets_of(seconds=60, group=GROUP, noise=0)
    assert even(same, groups(same)) == groups(same)


@pytest.mark.parametrize("count", range(ENOUGH))
def test_too_few_groups_tell_nothing_of_what_is_usual(count: int) -> None:
    assert even(PLAIN, groups(PLAIN)[:count]) == []


def test_a_span_that_is_no_single_group_is_never_even() -> None:
    same = packets_of(seconds=60, group=GROUP, noise=0)
    double, astray = Span(20_000, 24_000), Span(30_040, 32_000)
    found = even(same, [*groups(same)[:10], double, astray])
    assert found == groups(same)[:10]


def test_pictures_that_are_all_key_pictures_have_nothing_between_them() -> None:
    stills = packets_of(seconds=20, group=STEP)
    assert even(stills, groups(stills)) == []


def test_groups_of_unlike_lengths_are_weighed_together() -> None:
    key = PLAIN.key.copy()
    key[10 * 50 + 30] = True
    cut = replace(PLAIN, key=key, size=np.where(key, 100_000, 20_000))
    assert even(cut, groups(cut)) == groups(cut)
