"""A fresh look goes over every picture that leaves, and a little around, and nowhere else."""

import numpy as np
import pytest

from tests.pipeline.test_observe import STREAM, FakeFrame, FakeMotion, FakeSource
from vsa_core.domain.footage import Gap
from vsa_core.domain.moment import Span
from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import Frame
from vsa_core.domain.track import Sightings
from vsa_core.errors import Refused
from vsa_core.pipeline.sweep import RATE, REACH, RULE, Lens, sweep

WHOLE = (Span(0, 10_000),)
PERIOD = 40


class Spanning(FakeSource):
    """Gives what lies in the span alone, as real sources do."""

    def frames(self, span=None, keys_only=False):
        for item in super().frames(span, keys_only):
            at = item.span.start if isinstance(item, Gap) else item.at.pts
            if span is None or span.start <= at < span.end:
                yield item


class Sees:
    """Sees one person in every picture it is shown, and counts them."""

    name, digest = "fake", "0" * 64

    def __init__(self) -> None:
        self.shown: list[int] = []

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        self.shown.append(frame.at.pts)
        box = np.array([[1, 2, 3, 4]], np.float32)
        return Sightings(box, np.array([0.2], np.float32), np.array([PERSON], np.uint8))


def source() -> Spanning:
    return Spanning([FakeFrame(pts) for pts in range(0, 10_000, PERIOD)])


def swept(span: Span, allowed: tuple[Span, ...] = WHOLE, sees: Sees | None = None):
    told: list[int] = []
    lens = Lens(sees, FakeMotion)
    return sweep(source(), STREAM, span, allowed, lens, lambda: None, told.append), told


def test_every_picture_of_the_span_is_judged_and_those_within_reach() -> None:
    fresh, told = swept(Span(4_000, 5_000))
    assert fresh.reach == 1000 * REACH
    assert fresh.pts.tolist() == told == list(range(3_760, 5_250, PERIOD))
    assert all(len(regions) == 1 for regions in fresh.moving)


def test_the_detector_looks_at_its_own_rate_and_no_picture_is_far_from_a_look() -> None:
    sees = Sees()
    fresh, _ = swept(Span(0, 10_000), sees=sees)
    steps = np.diff(sees.shown)
    assert steps.min() >= 1000 / RATE
    assert steps.max() <= 1000 / RATE + PERIOD
    assert all(len(fresh.around(int(pts))) >= 2 for pts in fresh.pts)


def test_only_what_was_looked_at_before_is_looked_at() -> None:
    fresh, _ = swept(Span(4_000, 5_000), (Span(4_200, 4_400), Span(4_800, 9_000)))
    inside = [*range(4_200, 4_400, PERIOD), *range(4_800, 5_250, PERIOD)]
    assert fresh.pts.tolist() == inside


def test_without_a_detector_motion_looks_alone() -> None:
    fresh, _ = swept(Span(0, 400))
    assert all(not len(seen) for seen in fresh.seen)
    assert fresh.fields["rule"] == RULE
    assert fresh.fields["detector"] == ""


def test_with_what_was_looked_is_told() -> None:
    fresh, _ = swept(Span(0, 400), sees=Sees())
    assert fresh.fields["detector_digest"] == "0" * 64
    assert fresh.fields["threshold_per_mille"] == 100


def test_it_stops_when_asked() -> None:
    def stop() -> None:
        raise Refused("EXP-007", frames=0)

    with pytest.raises(Refused, match="EXP-007"):
        sweep(source(), STREAM, Span(0, 400), WHOLE, Lens(None, FakeMotion), stop, lambda pts: None)


def test_a_gap_is_passed_over() -> None:
    broken = Spanning([FakeFrame(0), Gap(Span(40, 80), "SRC-021"), FakeFrame(80)])
    lens = Lens(None, FakeMotion)
    fresh = sweep(broken, STREAM, Span(0, 400), WHOLE, lens, lambda: None, lambda pts: None)
    assert fresh.pts.tolist() == [0, 80]
