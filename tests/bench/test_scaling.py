"""What processes side by side save."""

import hashlib
from pathlib import Path

import pytest

from tests.desk.scene import film
from vsa_core.bench.decoding import decode
from vsa_core.bench.scaling import FILES, files_of, scaling


def test_a_film_is_made_into_files_of_which_no_two_are_the_same(tmp_path: Path) -> None:
    made = files_of(film(tmp_path / "rue.mp4", 8), tmp_path)
    assert len({hashlib.sha256(path.read_bytes()).digest() for path in made.values()}) == FILES
    lengths = [sum(1 for _ in decode(path)) for path in made.values()]
    assert lengths == [80, 70, 60, 50]


def test_one_and_several_are_timed_in_turn_and_told_by_their_medians() -> None:
    asked: list[int] = []

    def seconds(count: int) -> float:
        asked.append(count)
        return {1: 10.0, 2: 4.0}[count] + len(asked) // 5

    found = scaling(seconds, 2, 3)
    assert asked == [1, 2] * 3
    assert (found.workers, found.rounds) == (2, 3)
    assert (found.alone_s, found.together_s) == (10.0, 4.0)
    assert found.ratio == pytest.approx(2.5)
