from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.desk.records import acts, count, last, quiet
from tests.desk.scene import HEIGHT, HOUR, MOTIVE, START, WIDTH, Office, hits, indexed, office
from tests.desk.test_cutting import admitted
from vsa_core.desk.backdrop import GREY, PICTURES, middle
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Picture
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused, Tampered

GROUND = np.random.default_rng(1).integers(60, 120, (HEIGHT, WIDTH, 3), np.uint8)
"""What the walker of the scene walks over."""


def background(at: Office, width: int = 0) -> Picture:
    """The street without the walker."""
    return at.desks.playing.background(at.who, at.where, "rue", MOTIVE, width)


@given(
    pictures=hnp.arrays(np.uint8, (5, 3, 2, 3)),
    hidden=hnp.arrays(np.bool_, (5, 3, 2)),
)
def test_a_pixel_is_the_middle_of_what_no_mask_hid(pictures: Picture, hidden: np.ndarray) -> None:
    result = middle(pictures, hidden)
    for row, column, colour in np.ndindex(3, 2, 3):
        seen = sorted(pictures[~hidden[:, row, column], row, column, colour].tolist())
        expected = seen[(len(seen) - 1) // 2] if seen else GREY
        assert result[row, column, colour] == expected


@given(st.integers(1, 100))
def test_pictures_higher_than_a_band_are_taken_whole(height: int) -> None:
    picture = np.random.default_rng(height).integers(0, 256, (height, 4, 3), np.uint8)
    assert (middle(picture[None], np.zeros((1, height, 4), np.bool_)) == picture).all()


def test_the_walker_is_not_in_the_background_and_nobody_is_revealed(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    before = background(fresh)
    assert before.shape == (HEIGHT, WIDTH, 3)
    difference = np.abs(before.astype(int) - GROUND).mean(axis=2)
    assert np.median(difference) < 12  # the encoder's noise
    assert (before[80:150] > 180).mean() < 0.01  # he is bright
    fresh.desks.reviews.judge(fresh.who, fresh.where, hit.name, Verdict.MATCH, "M02")
    assert (background(fresh) == before).all()


def test_a_background_is_one_view(ready: Office) -> None:
    before = count(ready)
    background(ready)
    assert acts(ready, before) == [Act.VIEW]
    assert last(ready.home)["about"] == {"what": "background", "camera": "rue"}


def test_a_background_is_scaled_straight(ready: Office) -> None:
    assert background(ready, width=160).shape == (90, 160, 3)


def test_where_nobody_looked_closely_there_is_no_background(fresh: Office) -> None:
    with pytest.raises(Refused, match="CAS-076"):
        background(fresh)
    fresh.desks.indexing.index(fresh.who, fresh.where, Level.SCAN, (), MOTIVE, quiet, lambda: False)
    with pytest.raises(Refused, match="CAS-076"):
        background(fresh)
    with pytest.raises(Refused, match="LAW-007"):
        fresh.desks.playing.background(fresh.who, fresh.where, "cour", MOTIVE)


def test_pictures_outside_the_basis_are_not_learnt_from(tmp_path: Path) -> None:
    at = indexed(office(tmp_path, window=Window(START - HOUR, START + 5_000_000)))
    taken = frames_of(at)
    background(at)
    assert 0 < len(taken) <= PICTURES
    assert max(taken) < START + 5_000_000


def frames_of(at: Office) -> list[int]:
    """The corrected times of the pictures that are read from now on."""
    taken: list[int] = []
    projector = at.desks.playing._projector
    opener = projector._opener

    def watching(footage, packets):  # type: ignore[no-untyped-def]  # as the opener's
        source = opener(footage, packets)
        read = source.at

        class Watched:
            def at(self, pts: int) -> object:
                taken.append(footage.corrected(pts))
                return read(pts)

            def close(self) -> None:
                source.close()

        return Watched()

    projector._opener = watching  # type: ignore[method-assign]  # to see what it is asked
    return taken


def test_a_file_that_fails_leaves_the_others(fresh: Office, tmp_path: Path) -> None:
    later = admitted(fresh, tmp_path / "later.mp4", 60_000_000, 2)
    indexed(fresh)
    Path(later.path).write_bytes(b"this is no film")
    assert background(fresh).shape == (HEIGHT, WIDTH, 3)
    Path(fresh.footage.path).write_bytes(b"nor is this")
    with pytest.raises(Tampered, match="SRC-009"):
        background(fresh)
