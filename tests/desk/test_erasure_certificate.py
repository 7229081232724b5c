import json
from pathlib import Path

import pytest

from tests.desk.scene import FixedClock
from tests.desk.test_open_requests import pending
from vsa_core.desk.erasure_certificate import Witnessed, checked, written
from vsa_core.desk.erasure_plan import Doomed, Plan
from vsa_core.desk.machine import Machine
from vsa_core.domain.erasure import Ground
from vsa_core.errors import Tampered

PLAN = Plan("ab" * 32, "2024/17", "/case", "cd" * 32, (Doomed("a", "ef" * 32, 3),))
SEEN = Witnessed(12, "12" * 32, ((9, "requested"),), ((4, "TJ Paris", 7),))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "home", FixedClock(), "relecture/test")
    machine.found("alice")
    return machine


def made(machine: Machine, who: str = "sophie") -> tuple[Path, str]:
    one = pending(terms=Ground.ORDER.value)
    one.request.terms["reference"] = "ORD 9"  # type: ignore[index]  # a plain dict, here
    return written(machine, PLAN, one, who, SEEN, 1_795_252_443_000_000)


def test_it_is_signed_and_says_the_facts(machine: Machine) -> None:
    path, _ = made(machine)
    found = checked(path, machine.public_key)
    assert (found.case, found.ground, found.files) == ("2024/17", "order", 1)
    assert found.head == f"12 : {'12' * 32}"
    facts = json.loads(path.read_bytes())["certificate"]
    assert facts["exports"] == [{"recipient": "TJ Paris", "seq": 4, "us": 7}]
    assert facts["article"] == "CPP art. 230-23"


def test_it_is_made_once(machine: Machine) -> None:
    assert made(machine) == made(machine, "somebody else")


def test_another_key_did_not_sign_it(machine: Machine) -> None:
    path, _ = made(machine)
    with pytest.raises(Tampered, match="CAS-088"):
        checked(path, "00" * 32)
