from pathlib import Path

import pytest

from tests.desk.scene import FixedClock
from vsa_core.desk.machine import Machine
from vsa_core.desk.roll import Enrolled, Roll
from vsa_core.domain.case import Person, Role
from vsa_core.errors import Refused, Tampered


def someone(name: str, role: Role = Role.ANALYST) -> Enrolled:
    return Enrolled(Person(name, role, "Élodie « Lo » D.", "H-1", "aa" * 32, "bb" * 32), b"locked")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "home", FixedClock(), "relecture/test")
    machine.found("alice")
    return machine


@pytest.fixture
def roll(machine: Machine) -> Roll:
    roll = Roll(machine.home / "people", machine)
    roll.begin()
    return roll


def test_people_come_back_as_they_were_in_order_of_name(roll: Roll) -> None:
    zoe, alice = someone("zoé", Role.DPO), someone("alice")
    roll.add(zoe)
    roll.add(alice)
    assert roll.everyone() == (alice, zoe)
    assert roll.find("zoé") == zoe


def test_before_anybody_is_enrolled_the_roll_is_empty(roll: Roll) -> None:
    assert roll.everyone() == ()
    with pytest.raises(Refused, match="CAS-011"):
        roll.find("alice")


def test_a_name_is_given_once(roll: Roll) -> None:
    roll.add(someone("alice"))
    with pytest.raises(Refused, match="CAS-012"):
        roll.check_free("alice")
    with pytest.raises(Refused, match="CAS-012"):
        roll.add(someone("alice", Role.ADMINISTRATOR))
    assert [one.person.role for one in roll.everyone()] == [Role.ANALYST]


def test_a_list_that_is_gone_is_not_an_empty_list(roll: Roll, machine: Machine) -> None:
    roll.add(someone("root", Role.ADMINISTRATOR))
    (machine.home / "people").unlink()
    for attempt in (roll.everyone, lambda: roll.add(someone("mallory"))):
        with pytest.raises(Tampered, match="CAS-010"):
            attempt()


def flipped(data: bytes) -> bytes:
    return bytes([data[0] ^ 1]) + data[1:]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b'"analyst"', b'"dpo"'),
        lambda data: data.partition(b"\t")[0],
        lambda data: data[:-2],
        lambda data: data[:-2] + b"zz",
        lambda data: data[:-1] + "é".encode(),
        lambda data: b"[]" + data[data.index(b"\t") :],
        flipped,
        lambda data: b"",
    ],
)
def test_any_other_byte_is_noticed(damage: object, roll: Roll, machine: Machine) -> None:
    roll.add(someone("alice"))
    path = machine.home / "people"
    assert callable(damage)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(Tampered, match="CAS-010"):
        roll.everyone()


def test_a_list_of_another_installation_is_not_ours(roll: Roll, tmp_path: Path) -> None:
    other = Machine(tmp_path / "other", FixedClock(), "relecture/test")
    other.found("mallory")
    theirs = Roll(roll._path, other)
    theirs.begin()
    theirs.add(someone("mallory", Role.ADMINISTRATOR))
    with pytest.raises(Tampered, match="CAS-010"):
        roll.everyone()


def test_a_list_that_others_may_read_is_refused(roll: Roll, machine: Machine) -> None:
    roll.add(someone("alice"))
    (machine.home / "people").chmod(0o644)
    with pytest.raises(Refused, match="KEY-004"):
        roll.everyone()
