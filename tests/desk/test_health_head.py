from pathlib import Path

import pytest

from tests.desk.scene import FixedClock
from vsa_core.desk import health_head
from vsa_core.desk.health import State
from vsa_core.desk.health_head import head
from vsa_core.desk.machine import Machine


def founded(folder: Path, place: Path | None) -> Machine:
    machine = Machine(folder / "home", FixedClock(), "relecture/test", place)
    machine.found("alice")
    return machine


def test_before_anything_is_set_up_nothing_is_asked_for(tmp_path: Path) -> None:
    told = head(Machine(tmp_path / "home", FixedClock(), "relecture/test"))
    assert (told.state, told.told) == (State.GOOD, "coming")


def test_a_head_that_is_kept_once_is_said(tmp_path: Path) -> None:
    told = head(founded(tmp_path, None))
    assert (told.state, told.told) == (State.WARNING, "single")


def test_a_copy_on_the_same_disk_is_said(tmp_path: Path) -> None:
    place = tmp_path / "copy"
    place.mkdir()
    told = head(founded(tmp_path, place))
    assert (told.state, told.told) == (State.WARNING, "beside")
    assert told.values == (("path", str(place)),)


def test_a_copy_on_another_disk_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "copy"
    place.mkdir()
    machine = founded(tmp_path, place)
    monkeypatch.setattr(health_head, "same_disk", lambda folder, other: False)
    assert head(machine).told == "apart"


def test_a_copy_out_of_reach_is_bad(tmp_path: Path) -> None:
    place = tmp_path / "copy"
    place.mkdir()
    machine = founded(tmp_path, place)
    place.rename(tmp_path / "unplugged")
    told = head(machine)
    assert (told.state, told.told) == (State.BAD, "away")
