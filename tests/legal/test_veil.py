"""Everything that hides people in a picture that leaves, together."""

import numpy as np

from tests.export.world import BYSTANDER, MATCHED, SIZE, footage, tracks_of
from vsa_core.domain.objects import PERSON
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.legal.fresh import Fresh, unlooked
from vsa_core.legal.masking import FILL, NOTHING, hidden
from vsa_core.legal.onshow import World
from vsa_core.legal.veil import HOLD, Veil

FILE = footage()
WORLD = World(tracks_of(FILE))
LIGHT = np.full((SIZE[1], SIZE[0], 3), 200, np.uint8)
NOBODY: frozenset[int] = frozenset()


def look(*boxes: tuple[float, float, float, float], moving: np.ndarray = NOTHING) -> Fresh:
    """A fresh look at the picture at 200, and nobody around it."""
    n = len(boxes)
    found = Sightings(
        np.array(boxes, np.float32).reshape(-1, 4),
        np.full(n, 0.2, np.float32),
        np.full(n, PERSON, np.uint8),
    )
    pts = np.array([160, 200, 240], np.int64)
    return Fresh(pts, (no_sightings(), found, no_sightings()), (NOTHING, moving, NOTHING), 40)


def filled(fresh: Fresh, revealed: frozenset[int] = NOBODY, pts: int = 200) -> np.ndarray:
    picture = Veil(WORLD, FILE, fresh, SIZE, revealed).over(LIGHT, pts)
    return np.asarray((picture == FILL).all(axis=-1))


def test_tracks_are_masked_without_a_fresh_look() -> None:
    covered = filled(unlooked())
    assert covered[12:20, 14:26].all()
    assert covered[12:20, 68:80].all()


def test_a_fresh_sighting_is_masked_in_its_picture_and_those_beside_it() -> None:
    fresh = look((40.0, 10.0, 56.0, 58.0))
    for pts in (160, 200, 240):
        assert filled(fresh, pts=pts)[12:20, 42:54].all()
    assert not filled(fresh, pts=280)[12:20, 42:54].any()


def test_what_moves_beside_the_tracks_is_filled() -> None:
    moving = np.array([[40 / SIZE[0], 0.5, 56 / SIZE[0], 0.75]], np.float32)
    assert filled(look(moving=moving))[34:46, 42:54].all()
    assert not filled(look(moving=moving), pts=160)[34:46, 42:54].any()


def test_the_matched_one_is_bare_though_seen_afresh_and_moving() -> None:
    left, top, right, bottom = MATCHED
    moving = np.array([[left / 96, top / 64, right / 96, bottom / 64]], np.float32)
    for fresh in (look(MATCHED, moving=moving), look((68.0, 11.0, 80.0, 30.0), moving=moving)):
        covered = filled(fresh, frozenset({7}))
        assert not covered[10:58, 66:82].any()
        assert covered[12:20, 14:26].all()


def test_areas_and_pixels_say_the_same() -> None:
    fresh = look((40.0, 10.0, 56.0, 58.0))
    veil = Veil(WORLD, FILE, fresh, SIZE, NOBODY)
    assert (hidden(veil.areas(200), SIZE) == filled(fresh)).all()


def test_marks_are_those_of_the_instant_alone() -> None:
    veil = Veil(World(tracks_of(FILE, end=500_000)), FILE, unlooked(), SIZE, NOBODY)
    after = 500 + HOLD // 2000
    assert veil.marked(after) == []
    assert len(set(veil.areas(after))) == 2
    np.testing.assert_allclose(veil.marked(250)[0].box, BYSTANDER, atol=0.01)


def test_a_box_that_nobody_saw_for_long_accounts_for_nothing_even_revealed() -> None:
    left, top, right, bottom = MATCHED
    moving = np.array([[left / 96, top / 64, right / 96, bottom / 64]], np.float32)
    fresh = Fresh(np.array([1000], np.int64), (no_sightings(),), (moving,), 40)
    assert filled(fresh, frozenset({7}), pts=1000)[12:56, 68:80].all()
