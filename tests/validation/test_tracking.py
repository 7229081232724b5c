from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, HEIGHT, WIDTH, settings
from tests.validation.labelled_films import LENGTH, with_tracks
from vsa_core import engine
from vsa_core.domain.assessment import PUBLIC
from vsa_core.domain.coverage import Level
from vsa_core.domain.objects import PERSON, UNNAMED
from vsa_core.errors import Unreadable
from vsa_core.validation import tracking
from vsa_core.validation.labelled_folder import read_folder
from vsa_core.validation.private_case import MOTIVE, private_case
from vsa_core.validation.tracking import check_film, own_tracks, public_tracks


def test_public_detections_become_tracks(tmp_path: Path) -> None:
    (one,) = read_folder(with_tracks(tmp_path / "text", filmed=False)).sequences
    tracked = public_tracks(one, engine.examiners(settings(tmp_path / "home")))
    assert (tracked.clip, tracked.source, tracked.frames) == ("text", PUBLIC, LENGTH)
    assert tracked.figures.idf1 > 0.9


@pytest.mark.parametrize(
    ("length", "size", "code"),
    [
        (LENGTH - 1, (WIDTH, HEIGHT), "VAL-010"),
        (LENGTH + 1, (WIDTH, HEIGHT), "VAL-010"),
        (LENGTH, (WIDTH, HEIGHT + 2), "VAL-011"),
        (LENGTH, (HEIGHT, WIDTH), "VAL-011"),
    ],
)
def test_truth_of_another_film_is_refused(
    tmp_path: Path, length: int, size: tuple[int, int], code: str
) -> None:
    labelled = read_folder(with_tracks(tmp_path / "walk", length=length, size=(WIDTH, WIDTH)))
    desks = engine.desks(settings(tmp_path / "home"), CHEAP)
    (one,) = labelled.sequences
    one = replace(one, sequence=replace(one.sequence, size=size))
    with (
        private_case(desks, tmp_path / "case", labelled.films) as case,
        pytest.raises(Unreadable, match=code),
    ):
        check_film(case, one)


def test_only_people_are_held_against_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labelled = read_folder(with_tracks(tmp_path / "walk"))
    desks = engine.desks(settings(tmp_path / "home"), CHEAP)
    (one,) = labelled.sequences
    with private_case(desks, tmp_path / "case", labelled.films) as case:
        desks.indexing.index(
            case.who, case.where, Level.FULL, (), MOTIVE, lambda *_: None, lambda: False
        )
        assert own_tracks(case, one).figures.tracks == 0
        monkeypatch.setattr(tracking, "PERSON", UNNAMED)
        unnamed = own_tracks(case, one).figures
    assert PERSON != UNNAMED
    assert unnamed.tracks == 1
    assert unnamed.idf1 > 0.8
