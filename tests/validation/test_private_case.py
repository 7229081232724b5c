from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, RATE, film, settings
from vsa_core import engine
from vsa_core.desk.desks import Desks
from vsa_core.domain.coverage import Level, Looked
from vsa_core.errors import Refused, Unreadable
from vsa_core.validation.agreement import check_length
from vsa_core.validation.private_case import MOTIVE, private_case


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return engine.desks(settings(tmp_path / "home"), CHEAP)


def test_a_film_lies_on_its_own_time_axis(tmp_path: Path, desks: Desks) -> None:
    films = {"1 walk": film(tmp_path / "walk.mp4", seconds=3)}
    with private_case(desks, tmp_path / "case", films) as case:
        times = case.picture_times("1 walk").tolist()
        assert times == [number * 1_000_000 // RATE for number in range(3 * RATE)]
        assert case.stream("1 walk").seconds == 3


def test_what_was_looked_at_is_told_in_microseconds(tmp_path: Path, desks: Desks) -> None:
    films = {"1 walk": film(tmp_path / "walk.mp4", seconds=3)}
    with private_case(desks, tmp_path / "case", films) as case:
        assert case.fates()["1 walk"][Looked.LOOKED] == 0
        desks.indexing.index(
            case.who, case.where, Level.FULL, (), MOTIVE, lambda *_: None, lambda: False
        )
        assert case.fates()["1 walk"][Looked.LOOKED] == 3_000_000
        assert case.fates()["1 walk"][Looked.SKIPPED] == 0


def test_the_only_person_leaves_whatever_happens(tmp_path: Path, desks: Desks) -> None:
    films = {"1 walk": film(tmp_path / "walk.mp4", seconds=1)}
    with (
        pytest.raises(Unreadable, match="VAL-010"),
        private_case(desks, tmp_path / "case", films) as case,
    ):
        check_length("walk", len(case.picture_times("1 walk")), 0)
    with pytest.raises(Refused, match="CAS-001"):
        desks.footage.listed(case.who, case.where)


def test_a_film_without_pictures_is_unreadable(tmp_path: Path, desks: Desks) -> None:
    (tmp_path / "odd.mp4").write_bytes(b"no film")
    films = {"1 odd": tmp_path / "odd.mp4"}
    with pytest.raises(Unreadable, match="SRC-"), private_case(desks, tmp_path / "case", films):
        pass
