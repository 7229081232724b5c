"""Stretches between key pictures that show nothing but the scene: Standard does not decode them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import Footage, PacketIndex
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Motion, Picture
from vsa_core.pipeline.heft import even

VERSION = 2
"""To be raised with every change that can change what is calm."""

LONGEST = Fraction(5, 2)
"""Seconds between two key pictures that vouch for what lies between, at most."""

GRID = 4
"""One pixel in so many, across and down, is held against the other key pictures."""

STRANGE = 16
"""Grey levels by which a pixel is not that of the slice's usual picture."""

SHARE = 0.2
"""Share of such pixels beyond which a camera was turned, covered, or sees by another light."""

LIGHT = 4
"""Grey levels by which two neighbours may differ on the whole: more, and a light was switched."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key picture: its pts, and its luma plane at the width of the gate."""

    pts: int
    luma: Picture


def calm_spans(
    keys: Sequence[Key], motion: Motion, footage: Footage, packets: PacketIndex, time_base: Fraction
) -> tuple[Span, ...]:
    """The calm groups of pictures and ends of groups, up to a key picture, touching ones joined.

    `keys`: the key pictures of a slice that could be decoded, in order;
    `motion` has learnt their scene, and is not asked again afterwards;
    `packets`: those of the whole file. The picture that such a span begins
    with, a key picture or the last one of what is too heavy, is to be looked
    at like any other: what stands there is told by it.
    """
    quiet = _quiet(keys, motion)
    between = [Span(one.pts, two.pts) for one, two in pairwise(keys)]
    near = [span for span, calm in zip(between, quiet, strict=True) if calm]
    near = [span for span in near if (span.end - span.start) * time_base <= LONGEST]
    near = [span for span in near if not any(gap.span.overlaps(span) for gap in footage.gaps)]
    return _joined(even(packets, near))


def awake(span: Span, calm: Iterable[Span]) -> list[Span]:
    """What of a slice is decoded: all but its calm spans, whose first picture is."""
    edges = [span.start, *(edge for one in calm for edge in (one.start + 1, one.end)), span.end]
    return [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def shown_in(packets: PacketIndex, span: Span) -> list[int]:
    """The pts of the pictures that begin within a span, in order of display."""
    return _within(packets.pts, span)


def keys_in(packets: PacketIndex, span: Span) -> list[int]:
    """The pts of the key pictures that begin within a span, in order of display."""
    return _within(packets.pts[packets.key], span)


def _within(all_pts: NDArray[np.int64], span: Span) -> list[int]:
    pts: list[int] = np.unique(all_pts[(all_pts >= span.start) & (all_pts < span.end)]).tolist()
    return pts


def _quiet(keys: Sequence[Key], motion: Motion) -> list[bool]:
    """For each two neighbours, whether both show the scene alone, and the same light on it."""
    if len(keys) < 2:
        return []
    small = np.stack([key.luma[GRID // 2 :: GRID, GRID // 2 :: GRID] for key in keys])
    home = _home(small)
    level = np.median(small, axis=(1, 2))
    steps: list[bool] = []
    empty: list[bool] = []
    for key in keys:
        steps.append(motion.moved(key.luma))
        empty.append(not len(motion.regions(key.luma)))
    lit = np.abs(np.diff(level)) <= LIGHT
    return [
        bool(empty[n] and empty[n + 1] and not steps[n + 1] and home[n] and home[n + 1] and lit[n])
        for n in range(len(keys) - 1)
    ]


def _home(small: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """(n,) whether each of n small lumas (n, h, w) is a picture of what most of them show."""
    usual = np.median(small, axis=0)
    away = small - usual
    away -= np.median(away, axis=(1, 2), keepdims=True)
    strange: NDArray[np.bool_] = (np.abs(away) > STRANGE).mean(axis=(1, 2)) <= SHARE
    return strange


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end == span.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
