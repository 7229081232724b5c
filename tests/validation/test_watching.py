from hashlib import sha256
from pathlib import Path

import pytest

from tests.desk.scene import HEIGHT, WIDTH, film
from tests.validation.eyes import GHOST, BlockDetector, still, watch
from tests.validation.labelled_films import FIRST, LENGTH, place
from vsa_core import engine
from vsa_core.errors import Refused, Unreadable
from vsa_core.validation.watching import DoubleSight, Watch
from vsa_core.vision.photograph import photograph


def test_every_picture_of_a_film_is_shown_in_order(tmp_path: Path) -> None:
    path = film(tmp_path / "walk.mp4")
    with watch().film(path) as screening:
        assert screening.digest == sha256(path.read_bytes()).hexdigest()
        assert screening.size == (WIDTH, HEIGHT)
        seen = list(screening.pictures())
    assert len(seen) == LENGTH
    assert [len(one.told) for one in seen if one is not None][:FIRST] == [0] * (FIRST - 1) + [1]
    third = seen[FIRST + 1]
    assert third is not None
    left, top, width, height = place(FIRST + 2)
    assert third.told.boxes[0].tolist() == pytest.approx(
        [left, top, left + width, top + height], abs=3
    )


def test_only_the_wanted_pictures_are_looked_at(tmp_path: Path) -> None:
    eye = BlockDetector()
    with Watch(DoubleSight(eye, eye), engine._film, photograph).film(
        film(tmp_path / "walk.mp4", seconds=3)
    ) as screening:
        seen = list(screening.pictures(frozenset({2, 25})))
    assert [number for number, one in enumerate(seen, 1) if one is not None] == [2, 25]
    assert (len(seen), eye.looks) == (30, 4)


def test_what_is_suspected_is_apart_from_what_is_told(tmp_path: Path) -> None:
    path = still(tmp_path / "a.png", (20, 30, 24, 40))
    found = watch().still(path)
    assert (found.digest, found.size) == (sha256(path.read_bytes()).hexdigest(), (160, 120))
    assert found.seen.told.boxes.tolist() == [[20, 30, 44, 70]]
    assert found.seen.everything.boxes.tolist() == [[20, 30, 44, 70], list(GHOST)]


def test_a_still_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"no picture")
    with pytest.raises(Unreadable, match="VAL-027"):
        watch().still(path)
    with pytest.raises(Refused, match="SRC-001"):
        watch().still(tmp_path)
    monkeypatch.setattr("vsa_core.validation.watching.LARGEST_STILL", 100)
    with pytest.raises(Unreadable, match="VAL-027"):
        watch().still(still(tmp_path / "large.png"))


def test_a_film_without_pictures_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "walk.mp4"
    path.write_bytes(b"no film")
    with pytest.raises(Unreadable), watch().film(path):
        pass
