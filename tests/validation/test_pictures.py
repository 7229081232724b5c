"""Pictures of mistakes: masked, small, recorded; none where nobody knows whom to mask."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.desk.records import acts, count
from tests.desk.scene import FixedClock, Office, indexed, office
from vsa_core.domain.case import Act
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.errors import Refused, Tampered, Unreadable
from vsa_core.validation import pictures
from vsa_core.validation.pictures import picture_at

SECOND = MICROSECONDS


@pytest.fixture(scope="module")
def looked(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A film of twelve seconds that was looked at; a bright walker crosses it."""
    return indexed(office(tmp_path_factory.mktemp("looked"), FixedClock()))


def shown(at: Office, instant: int, footage: Footage | None = None) -> np.ndarray:
    data = picture_at(at.desks, at.who, at.where, "rue", footage or at.footage, instant)
    assert data.startswith(b"\x89PNG")
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)


def test_the_picture_is_that_of_the_instant_and_its_head_is_masked(looked: Office) -> None:
    picture = shown(looked, 6 * SECOND)
    assert picture.shape == (180, 320, 3)
    # At 6 s the walker's left edge is at x = 240: the top of it is filled, its feet are seen.
    assert (picture[84:90, 244:260] == 0).all()
    assert picture[140:148, 244:260].mean() > 180
    assert picture[140:148, 20:200].mean() < 130


def test_opening_and_closing_are_recorded(looked: Office) -> None:
    before = count(looked)
    shown(looked, 5 * SECOND)
    assert acts(looked, before) == [Act.CONSULT, Act.VIEW, Act.VIEW_CLOSE]


def test_an_instant_outside_the_film_shows_its_nearest_picture(looked: Office) -> None:
    assert (shown(looked, -5 * SECOND) == shown(looked, 0)).all()
    assert (shown(looked, 99 * SECOND) == shown(looked, 12 * SECOND - 1)).all()


def test_between_two_pictures_the_earlier_one_is_on_show(looked: Office) -> None:
    assert (shown(looked, 6 * SECOND + 99_999) == shown(looked, 6 * SECOND)).all()
    assert (shown(looked, 6 * SECOND + 100_000) != shown(looked, 6 * SECOND)).any()


def test_a_wide_picture_is_scaled_down(looked: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "WIDEST", 160)
    assert shown(looked, SECOND).shape == (90, 160, 3)


def test_where_nobody_looked_there_is_no_picture(tmp_path: Path) -> None:
    at = office(tmp_path, FixedClock())
    assert picture_at(at.desks, at.who, at.where, "rue", at.footage, SECOND) == b""
    assert acts(at)[-1] == Act.VIEW_CLOSE


def test_a_lost_picture_is_none(looked: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise Unreadable("SRC-022", name="rue.mp4")

    monkeypatch.setattr(looked.desks.playing, "shot", lost)
    assert picture_at(looked.desks, looked.who, looked.where, "rue", looked.footage, 0) == b""


@pytest.mark.parametrize("fault", [Refused("LAW-005"), Tampered("SRC-009", name="rue.mp4")])
def test_any_other_failure_is_told(
    looked: Office, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fails(*_: object) -> None:
        raise fault

    monkeypatch.setattr(looked.desks.playing, "shot", fails)
    with pytest.raises(type(fault)):
        picture_at(looked.desks, looked.who, looked.where, "rue", looked.footage, 0)


def test_a_file_without_pictures_has_none(looked: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = np.zeros(0, np.int64)
    monkeypatch.setattr(looked.desks.footage, "picture_times", lambda *_: nothing)
    assert picture_at(looked.desks, looked.who, looked.where, "rue", looked.footage, 0) == b""
