import json
import stat
from pathlib import Path

import pytest

from cluster.papers import GATEWAY, SCHEDULER, added, found, reached, seat
from vsa_core.errors import Fault

NOW = 1_800_000_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The papers of a rack of two machines."""
    found(tmp_path / "rack", "10.0.0.1", ["rue", "gare"], NOW, 30)
    return tmp_path / "rack"


def code(call: object, *told: object) -> str:
    assert callable(call)
    with pytest.raises(Fault) as caught:
        call(*told)
    return caught.value.code


def test_each_part_has_its_folder_and_each_says_where_the_scheduler_is(folder: Path) -> None:
    for name in (SCHEDULER, GATEWAY, "rue", "gare"):
        told = seat(folder / name)
        assert (told.name, told.scheduler) == (name, "tls://10.0.0.1:8786")
        assert (told.host, told.port) == ("10.0.0.1", 8786)


def test_nothing_can_be_read_by_others_and_the_authority_is_carried_nowhere(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    keys = {path.read_bytes() for path in files if path.suffix == ".key"}
    assert len(keys) == 5
    authority = (folder / "authority.key").read_bytes()
    assert [path for path in files if path.read_bytes() == authority] == [folder / "authority.key"]


def test_what_is_there_is_never_written_over(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert code(found, folder, "10.0.0.1", ["rue"], NOW, 30) == "CLU-004"
    assert code(added, folder, ["mairie", "rue"], NOW, 30) == "CLU-004"
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_machine_is_added_under_the_same_authority(folder: Path) -> None:
    (made,) = added(folder, ["mairie"], NOW, 30)
    told = seat(made)
    assert told.scheduler == "tls://10.0.0.1:8786"
    assert told.authority.read_bytes() == seat(folder / "rue").authority.read_bytes()


@pytest.mark.parametrize(
    "name", ["", "Rue", "../rue", "a b", "scheduler", "gateway", "-a", "x" * 64]
)
def test_a_name_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    assert code(found, tmp_path / "rack", "10.0.0.1", [name], NOW, 30) == "CLU-002"
    assert not (tmp_path / "rack").exists()


def test_one_name_for_two_machines_is_refused(tmp_path: Path) -> None:
    assert code(found, tmp_path / "rack", "10.0.0.1", ["rue", "rue"], NOW, 30) == "CLU-002"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("10.0.0.1", "tls://10.0.0.1:8786"),
        ("rack.local:9000", "tls://rack.local:9000"),
        ("[fd00::1]:9000", "tls://[fd00::1]:9000"),
    ],
)
def test_an_address_is_always_one_of_tls(address: str, told: str) -> None:
    assert reached(address) == told


@pytest.mark.parametrize("address", ["", "tcp://10.0.0.1", "a:0", "a:65536", "a b", "a:8786/x"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    assert code(reached, address) == "CLU-003"


@pytest.mark.parametrize(
    "place",
    [
        "",
        "[]",
        "{}",
        json.dumps({"name": "rue", "scheduler": "tcp://10.0.0.1:8786"}),
        json.dumps({"name": "../rue", "scheduler": "tls://10.0.0.1:8786"}),
        json.dumps({"name": 7, "scheduler": None}),
    ],
)
def test_a_folder_that_says_something_else_is_no_seat(place: str, folder: Path) -> None:
    (folder / "rue" / "rack.json").write_text(place)
    assert code(seat, folder / "rue") == "CLU-006"


def test_a_key_that_others_may_read_is_not_used(folder: Path) -> None:
    (folder / "rue" / "own.key").chmod(0o644)
    assert code(seat, folder / "rue") == "KEY-004"


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert code(seat, tmp_path / "nowhere") == "KEY-005"


def test_a_disk_that_takes_nothing_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert code(found, tmp_path / "file" / "rack", "10.0.0.1", [], NOW, 30) == "CLU-005"
