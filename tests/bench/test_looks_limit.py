"""The limit lies between the looks of one and the looks of two."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.bench.looks_limit import FALLBACK, limit_of, overlaps
from vsa_core.domain.objects import PERSON
from vsa_core.domain.track import Sightings


def crowd(frames: int, people: int, tremor: float, seed: int = 1) -> tuple[list, list]:
    """People who stand apart, each with a look of their own that trembles."""
    noise = np.random.default_rng(seed)
    own = np.eye(people, 16)
    boxes = np.array([[100.0 * k, 0, 100 * k + 40, 90] for k in range(people)], np.float32)
    kinds, scores = np.full(people, PERSON, np.uint8), np.ones(people, np.float32)
    shown, looks = [], []
    for _ in range(frames):
        seen = own + noise.normal(0, tremor, own.shape)
        shown.append(Sightings(boxes, scores, kinds))
        looks.append((seen / np.linalg.norm(seen, axis=1, keepdims=True)).astype(np.float32))
    return shown, looks


@given(st.floats(0.001, 0.05))
def test_it_parts_one_from_two_where_they_can_be_parted(tremor: float) -> None:
    shown, looks = crowd(30, 4, tremor)
    limit = limit_of(shown, looks)
    same = [1 - a[k] @ b[k] for a, b in pairwise(looks) for k in range(4)]
    assert max(same) - 1e-6 <= limit < 0.7


def test_the_more_looks_tremble_the_wider_it_is() -> None:
    limits = [limit_of(*crowd(40, 4, tremor)) for tremor in (0.01, 0.1, 0.3)]
    assert limits == sorted(limits)
    assert limits[0] < limits[-1]


def test_too_little_to_read_gives_the_librarys_own() -> None:
    assert limit_of(*crowd(2, 2, 0.1)) == FALLBACK
    assert limit_of(*crowd(100, 1, 0.1)) == FALLBACK
    assert limit_of([], []) == FALLBACK


def test_overlaps_are_shares_of_the_union() -> None:
    one = np.float32([[0, 0, 10, 10], [5, 5, 5, 5]])
    other = np.float32([[0, 0, 10, 10], [5, 0, 15, 10], [50, 50, 60, 60]])
    assert np.allclose(overlaps(one, other), [[1, 1 / 3, 0], [0, 0, 0]])
