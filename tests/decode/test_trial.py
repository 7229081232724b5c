"""The trial tells a file that gives pictures from one that only opens."""

from pathlib import Path

import numpy as np
import pytest

from tests import films
from tests.decode.conftest import Projector
from vsa_core.decode.trial import Trial, try_pictures
from vsa_core.decode.walk import walk


def trial(path: Path) -> Trial:
    with path.open("rb", buffering=0) as file:
        walked = walk(file, path.name)
        return try_pictures(file, path.name, walked.packets, walked.codec)


@pytest.mark.parametrize("name", [*films.TIMED, *films.UNTIMED])
def test_a_sound_film_gives_pictures_everywhere(film: Projector, name: str) -> None:
    found = trial(film(name).path)
    assert found.pictures >= 4
    assert found.lost_keys == 0
    assert (found.width, found.height, found.rotation) == (films.WIDTH, films.HEIGHT, 0)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_the_turn_is_clockwise(tmp_path: Path, degrees: int) -> None:
    found = trial(films.turned(tmp_path, degrees).path)
    assert found.rotation == degrees
    assert (found.width, found.height) == (films.WIDTH, films.HEIGHT)


def _blanked(film: films.Film, first: int, last: int) -> Path:
    """A copy whose packets `first` to `last` end in zeros."""
    with film.path.open("rb", buffering=0) as file:
        index = walk(file, "film").packets
    data = bytearray(film.path.read_bytes())
    for at, size in zip(index.pos[first:last], index.size[first:last], strict=True):
        data[at + size // 2 : at + size] = bytes(int(size - size // 2))
    path = film.path.with_name(f"blanked_{film.path.name}")
    path.write_bytes(bytes(data))
    return path


def test_a_film_without_a_good_packet_gives_no_picture(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    found = trial(_blanked(film, 0, film.count))
    assert found == Trial(0, 4, 0, 0, 0)


def test_key_pictures_lost_further_on_are_counted(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    found = trial(_blanked(film, 40, film.count))
    assert found.pictures >= 4
    assert found.lost_keys == 1


def test_a_film_lost_at_its_beginning_is_found_further_on(tmp_path: Path) -> None:
    film = films.write(tmp_path / "late.mp4", films.even(400), gop=350)
    found = trial(_blanked(film, 0, 1))
    assert found.pictures >= 1
    assert np.isclose(found.width, films.WIDTH)
