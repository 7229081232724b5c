from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.scene import FixedClock
from vsa_core.desk.machine import Machine
from vsa_core.desk.open_requests import Requests
from vsa_core.domain.case import Role
from vsa_core.domain.request import Kind, Pending, Request, Signature
from vsa_core.errors import Refused


def pending(made: int = 5, terms: str = "a") -> Pending:
    request = Request(
        Kind.ERASE_CASE, "2024/17", {"ground": terms}, "sophie", Role.SUPERVISOR, made, 9, "o"
    )
    return Pending(request, Signature("sophie", Role.SUPERVISOR, "aa", "bb", made))


@pytest.fixture
def requests(tmp_path: Path) -> Requests:
    machine = Machine(tmp_path / "home", FixedClock(), "relecture/test")
    machine.found("alice")
    return Requests(machine)


def test_requests_are_kept_in_order_of_asking(requests: Requests) -> None:
    assert requests.all() == ()
    second, first = pending(made=6), pending(made=5)
    requests.keep(second)
    requests.keep(first)
    assert requests.all() == (first, second)


def test_a_request_takes_its_own_place(requests: Requests) -> None:
    one = pending()
    requests.keep(one)
    signature = Signature("marc", Role.MAGISTRATE, "cc", "dd", 7)
    approved = replace(one, approved=signature)
    requests.keep(approved)
    requests.keep(replace(approved, done=True))
    assert requests.all() == (replace(approved, done=True),)


def test_eight_characters_name_a_request_and_fewer_do_not(requests: Requests) -> None:
    one = pending()
    requests.keep(one)
    assert requests.find(one.name[:8]) == one
    for name in (one.name[:7], "", "0" * 64):
        with pytest.raises(Refused, match="CAS-082"):
            requests.find(name)
