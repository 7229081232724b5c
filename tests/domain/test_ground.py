import json
from dataclasses import replace

import pytest

from vsa_core.domain.geometry import Point
from vsa_core.domain.ground import Ground, ground_of
from vsa_core.domain.provenance import canonical

GROUND = Ground(
    "rue",
    (Point(10, 60_000), Point(60_000, 60_000), Point(40_000, 20_000), Point(20_000, 20_000)),
    ((0, 0), (5_000, 0), (5_000, 12_000), (0, 12_000)),
    1920,
    1080,
    "alice",
)


def test_a_calibration_is_what_its_canonical_fields_say() -> None:
    assert ground_of(json.loads(canonical(GROUND.fields()))) == GROUND


def test_another_place_makes_another_digest() -> None:
    moved = replace(GROUND, known=((0, 0), (5_000, 0), (5_000, 12_001), (0, 12_000)))
    assert moved.digest != GROUND.digest


def test_three_points_are_no_calibration() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        ground_of({**GROUND.fields(), "seen": [[0, 0], [1, 0], [1, 1]]})
