from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.scene import film
from tests.validation.eyes import still, watch
from tests.validation.labelled_films import (
    FIRST,
    LAST,
    LENGTH,
    with_film_pictures,
    with_stills,
    with_tracks,
)
from vsa_core.domain.assessment import ALL, BoxFigures
from vsa_core.domain.objects import PERSON
from vsa_core.errors import Refused, Unreadable
from vsa_core.validation.detecting import Examiner
from vsa_core.validation.labelled_folder import read_folder

EXAMINER = Examiner(watch(), frozenset({PERSON}))


def nothing(done: int, total: int) -> None:
    """Hears of progress, and does nothing."""


def whole(figures: tuple[BoxFigures, ...]) -> BoxFigures:
    (one,) = [f for f in figures if f.size == ALL]
    return one


def test_every_picture_of_a_sequence_is_compared(tmp_path: Path) -> None:
    (one,) = read_folder(with_tracks(tmp_path / "walk")).sequences
    heard: list[tuple[int, int]] = []
    figures = whole(EXAMINER.sequence(one, lambda done, total: heard.append((done, total))))
    shown = LAST - FIRST + 1
    assert (figures.truths, figures.found, figures.missed) == (shown, shown, 0)
    assert (figures.invented, figures.empty, figures.alarmed) == (0, LENGTH - shown, 0)
    assert figures.ap50 == 1
    assert heard == [(number, LENGTH) for number in range(1, LENGTH + 1)]


@pytest.mark.parametrize("length", [9, 11])
def test_a_film_of_another_length_is_refused(tmp_path: Path, length: int) -> None:
    folder = with_tracks(tmp_path / "walk")
    film(folder / "walk.mp4", seconds=1)
    (one,) = read_folder(folder).sequences
    nobody = one.sequence.truth.only(one.sequence.truth.frame == 0)
    one = replace(one, sequence=replace(one.sequence, length=length, truth=nobody))
    with pytest.raises(Unreadable, match="VAL-010"):
        EXAMINER.sequence(one, nothing)


def test_labelled_stills_are_compared(tmp_path: Path) -> None:
    (one,) = read_folder(with_stills(tmp_path)).sets
    clip, figures = EXAMINER.pictures(one, nothing)
    assert (clip.name, clip.truth, clip.pictures) == ("stills.coco.json", one.boxes.digest, 2)
    assert (clip.looked, clip.skipped, clip.undecodable) == (0, 0, 0)
    told = whole(figures)
    assert (told.found, told.missed, told.invented, told.empty, told.alarmed) == (1, 0, 0, 1, 0)


def test_the_digest_of_stills_is_of_their_names_and_bytes(tmp_path: Path) -> None:
    (one,) = read_folder(with_stills(tmp_path)).sets
    first, _ = EXAMINER.pictures(one, nothing)
    again, _ = EXAMINER.pictures(one, nothing)
    assert first == again
    still(tmp_path / "b.jpg", (1, 1, 30, 30))
    other, _ = EXAMINER.pictures(one, nothing)
    assert other.digest != first.digest


def test_a_still_of_another_size_is_refused(tmp_path: Path) -> None:
    (one,) = read_folder(with_stills(tmp_path)).sets
    still(tmp_path / "a.png", size=(120, 160))
    with pytest.raises(Unreadable, match="VAL-011"):
        EXAMINER.pictures(one, nothing)


def test_labelled_pictures_of_a_film_are_compared(tmp_path: Path) -> None:
    (one,) = read_folder(with_film_pictures(tmp_path, 60, 3, 30)).sets
    clip, figures = EXAMINER.pictures(one, nothing)
    assert len(clip.digest) == 64
    assert clip.pictures == 3
    told = whole(figures)
    assert (told.truths, told.found, told.invented, told.empty) == (2, 2, 0, 1)


def test_a_picture_that_the_film_does_not_have_is_refused(tmp_path: Path) -> None:
    (one,) = read_folder(with_film_pictures(tmp_path, 60, LENGTH + 1)).sets
    with pytest.raises(Unreadable, match="VAL-028"):
        EXAMINER.pictures(one, nothing)


def test_what_progress_raises_ends_the_work(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Refused("VAL-041")

    folder = read_folder(with_film_pictures(tmp_path, 60))
    with pytest.raises(Refused, match="VAL-041"):
        EXAMINER.pictures(folder.sets[0], stop)
