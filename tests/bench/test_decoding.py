"""Decoding is counted frame by frame, and a film's beginning is its first group as it is."""

from pathlib import Path

import pytest

from tests.desk.scene import RATE
from tests.desk.scene import film as made
from vsa_core.bench.decoding import (
    beginning,
    decode,
    decode_by_ffmpeg,
    ffmpeg,
    pictures_from_middle,
    rate,
)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("film") / "a.mp4", 4)


def test_every_frame_is_decoded(film: Path) -> None:
    assert list(decode(film)) == list(range(4 * RATE))
    assert rate(film) == RATE


def test_the_beginning_is_the_first_group_of_pictures(film: Path, tmp_path: Path) -> None:
    assert len(list(decode(beginning(film, tmp_path / "first.mkv")))) == 10


def test_pictures_come_from_the_middle_on(film: Path) -> None:
    pictures = list(pictures_from_middle(film))
    assert 2 * RATE <= len(pictures) < 3 * RATE
    assert pictures[0].shape[2] == 3


@pytest.mark.skipif(ffmpeg() is None, reason="no ffmpeg here: it is a baseline, and not needed")
def test_ffmpeg_decodes_the_film_too(film: Path) -> None:
    assert decode_by_ffmpeg(film, 40) == 40
