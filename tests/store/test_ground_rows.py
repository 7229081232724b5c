"""Calibrations in the catalogue."""

from dataclasses import replace

from vsa_core.domain.geometry import Point
from vsa_core.domain.ground import Ground
from vsa_core.store.catalog import Catalog

SEEN = (Point(1, 1), Point(9, 1), Point(9, 9), Point(1, 9))
GROUND = Ground("nord", SEEN, ((0, 0), (5, 0), (5, 5), (0, 5)), 320, 180, "alice")


def test_a_camera_begins_without_a_calibration(catalog: Catalog) -> None:
    assert catalog.grounds.of("nord") is None


def test_the_last_calibration_of_a_camera_holds_and_none_is_forgotten(catalog: Catalog) -> None:
    later, other = replace(GROUND, author="bruno"), replace(GROUND, camera="sud")
    for sequence, ground in enumerate((GROUND, other, later)):
        catalog.grounds.add(ground, sequence)
    assert catalog.grounds.of("nord") == later
    assert catalog.grounds.of("sud") == other
    assert catalog.grounds.knows(GROUND)
    assert not catalog.grounds.knows(replace(GROUND, author="forged"))
    assert catalog._database.one("SELECT count(*) FROM grounds") == (3,)
