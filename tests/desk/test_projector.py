from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests.desk.scene import Office
from tests.desk.test_matches import FILM, SECOND, tracks
from tests.desk.test_watched import archive_of
from vsa_core.desk.identity import Identity
from vsa_core.desk.projector import HOLD, Projector, masked
from vsa_core.domain.footage import Footage
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.moment import Moment
from vsa_core.domain.ports import FrameSource, Picture
from vsa_core.errors import Tampered
from vsa_core.legal.onshow import World
from vsa_core.vision.motion import SceneMotion

HALF = UNITS // 2
BASE = FILM.stream.time_base if FILM.stream else Fraction(1)
WORLD = tracks((0, 0, HALF, UNITS), (HALF, 0, HALF, UNITS))
"""Two people, one in each half of the picture, for ten seconds; numbers 7 and 8."""


class WhiteFrame:
    """A white picture of FILM's size, or of the size asked for."""

    key = True

    def __init__(self, seconds: Fraction) -> None:
        self.at = Moment(int(seconds / BASE), BASE)

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        return np.full((height or 576, width or 768, 3), 255, np.uint8)

    def luma(self, width: int) -> Picture:
        raise NotImplementedError


def test_everybody_is_masked_but_who_is_revealed() -> None:
    seen = masked(WhiteFrame(Fraction(5)), FILM, World(WORLD), frozenset({8}))
    assert seen.picture.shape == (576, 768, 3)
    assert (seen.tracks, seen.hidden, seen.revealed) == ((7, 8), (7,), (8,))
    assert seen.picture[20, 100].tolist() == [0, 0, 0]
    assert seen.picture[20, 700].tolist() == [255, 255, 255]
    assert seen.at.corrected == FILM.corrected(seen.at.pts)


def test_a_mask_comes_before_its_track_and_stays_after_it() -> None:
    step = Fraction(1, 25)
    held = Fraction(HOLD, SECOND)
    for seconds, hidden in ((10 + held - step, 2), (10 + held + step, 0)):
        assert len(masked(WhiteFrame(seconds), FILM, World(WORLD), frozenset()).hidden) == hidden


@pytest.mark.parametrize(
    ("width", "size"), [(0, (576, 768)), (384, (288, 384)), (9999, (576, 768))]
)
def test_a_picture_is_scaled_straight_and_never_blown_up(width: int, size: tuple[int, int]) -> None:
    seen = masked(WhiteFrame(Fraction(5)), FILM, World(WORLD), frozenset(), width)
    assert seen.picture.shape[:2] == size
    assert seen.picture[size[0] // 20].max() == 0


def test_without_a_clock_there_is_no_corrected_time() -> None:
    seen = masked(WhiteFrame(Fraction(0)), replace(FILM, clock=None), World(tracks()), frozenset())
    assert seen.at.corrected is None


class Opened:
    """A source that only tells whether it was closed."""

    def __init__(self) -> None:
        self.closed = False

    def close(self) -> None:
        self.closed = True


def test_what_is_opened_is_what_was_verified(ready: Office, tmp_path: Path) -> None:
    """A file swapped between its hashing and its opening is not shown."""
    path = tmp_path / "film.mp4"
    path.write_bytes(b"pictures")
    footage = replace(ready.footage, path=str(path))
    opened = Opened()

    def opener(footage: Footage, packets: object) -> FrameSource:
        path.write_bytes(b"other pictures")
        return opened  # type: ignore[return-value]  # nobody reads from it

    projector = Projector(opener, Identity(lambda footage, tell: None, lambda: 0), SceneMotion)
    with pytest.raises(Tampered, match="SRC-009"):
        projector.open(archive_of(ready), footage)
    assert opened.closed


def test_a_file_touched_while_it_is_open_is_noticed(ready: Office, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"pictures")
    footage = replace(ready.footage, path=str(path))

    def opener(footage: Footage, packets: object) -> FrameSource:
        return Opened()  # type: ignore[return-value]  # nobody reads from it

    projector = Projector(opener, Identity(lambda footage, tell: None, lambda: 0), SceneMotion)
    projector.open(archive_of(ready), footage)
    projector.check(footage)
    path.write_bytes(b"other pictures")
    with pytest.raises(Tampered, match="SRC-009"):
        projector.check(footage)
