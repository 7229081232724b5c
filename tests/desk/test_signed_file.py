from pathlib import Path

import pytest

from tests.desk.scene import FixedClock
from vsa_core.desk.machine import Machine
from vsa_core.desk.signed_file import read_signed, write_signed
from vsa_core.errors import Tampered


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "home", FixedClock(), "relecture/test")
    machine.found("alice")
    return machine


def test_what_was_written_is_read(machine: Machine) -> None:
    path = machine.home / "list"
    assert read_signed(path, machine) is None
    write_signed(path, machine, [{"name": "Élodie\t«\u202f1\u202f»"}])
    assert read_signed(path, machine) == [{"name": "Élodie\t«\u202f1\u202f»"}]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("place", [0, 5, -1])
def test_one_byte_changed_is_noticed(place: int, machine: Machine) -> None:
    path = machine.home / "list"
    write_signed(path, machine, [{"name": "alice"}])
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(Tampered, match="CAS-010"):
        read_signed(path, machine)


@pytest.mark.parametrize("data", [b"", b"[]", b"[]\t", b"[]\tzz", b"\xff\t\xff"])
def test_what_nobody_signed_is_noticed(data: bytes, machine: Machine) -> None:
    path = machine.home / "list"
    write_signed(path, machine, [])
    path.write_bytes(data)
    with pytest.raises(Tampered, match="CAS-010"):
        read_signed(path, machine)
