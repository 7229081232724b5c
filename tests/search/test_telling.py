"""Findings written out: the very address of each instant, one pedigree of several files."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.worlds import NOON, Walk, tracks
from tests.search.archive import MINUTE, footage, name_of, of_file, pedigree
from vsa_core.domain.footage import Footage, Recording
from vsa_core.domain.provenance import Pedigree
from vsa_core.domain.track import Part, Tracks
from vsa_core.events.interface import Finding
from vsa_core.events.line_crossing import LineCrossing
from vsa_core.search.telling import event_of, joined, stamp


def _two_files(walk: Walk) -> tuple[Tracks, Footage, Footage]:
    """One track over two files: ten minutes of one, a pause of a second, then the other."""
    a = footage("a")
    b = footage("b", at=10 * MINUTE + 1_000_000, time_base=Fraction(1, 90_000), first=126_000)
    assert a.stream is not None
    assert b.stream is not None
    world = of_file(tracks(walk), a)
    second = world.t >= NOON + 10 * MINUTE
    into = (world.t - NOON - 10 * MINUTE - 1_000_000) * 9 // 100
    parts = (*world.parts, Part(b.digest, b.stream.time_base, b.stream.span))
    pts = np.where(second, 126_000 + into, world.pts)
    return replace(world, parts=parts, part=second.astype(np.uint16), pts=pts), a, b


@pytest.mark.parametrize(
    ("instant", "file", "pts"),
    [
        (10 * MINUTE - 500_000, "a", 599_500),
        (10 * MINUTE - 1, "a", 599_999),
        (10 * MINUTE, "b", 126_000),
        (10 * MINUTE + 999_999, "b", 126_000),
        (10 * MINUTE + 1_000_000, "b", 126_000),
        (10 * MINUTE + 1_500_000, "b", 171_000),
    ],
)
def test_between_two_files_the_earlier_one_holds_while_it_lasts(
    instant: int, file: str, pts: int
) -> None:
    walk = Walk([(599_000, 1.0, 1.0), (599_500, 1.0, 1.0), (601_500, 1.0, 1.0)])
    world, a, b = _two_files(walk)
    found = stamp(Recording("north", (a, b)), world, 0, NOON + instant)
    assert (found.footage, found.pts) == (name_of(file), pts)


def test_an_event_over_two_files_has_both_pedigrees() -> None:
    walk = Walk([(599_500, 30_000.0, 20_000.0), (601_500, 30_000.0, 40_000.0)])
    world, a, b = _two_files(walk)
    finding = Finding(0, 0, 1, NOON, NOON, "to_left", 5, "rule", ())
    files = {file.digest: pedigree(file.digest[0]) for file in (a, b)}
    event = event_of(LineCrossing(), Recording("north", (a, b)), world, finding, files)
    assert event.pedigree == Pedigree(
        (name_of("a"), name_of("b")), ("segment-a", "segment-b"), "d", "t", "s", "p"
    )


@given(st.integers(1, 90_000), st.integers(-50, 50), st.integers(0, 2_000_000))
def test_a_point_has_the_very_pts_it_was_seen_at(rate: int, first: int, us: int) -> None:
    a = footage("a", time_base=Fraction(1, rate), first=first)
    assert a.stream is not None
    pts = first + us * rate // 1_000_000
    world = replace(
        of_file(tracks(Walk([(0, 1.0, 1.0)])), a),
        pts=np.array([pts]),
        t=np.array([a.corrected(pts)]),
    )
    found = stamp(Recording("north", (a,)), world, 0, a.corrected(pts))
    assert (found.pts, found.corrected) == (pts, a.corrected(pts))


def test_pedigrees_are_joined_and_each_ancestor_is_named_once() -> None:
    one, two = pedigree("a", "d,e"), pedigree("b", "e")
    both = joined((one, two, one))
    assert (both.footage, both.detector) == ((name_of("a"), name_of("b")), "d,e")
    assert joined((both, one)) == both
    assert joined((one,)) == one
