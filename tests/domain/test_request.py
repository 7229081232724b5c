from dataclasses import replace

import pytest

from vsa_core.domain.case import Role
from vsa_core.domain.request import VALID, Kind, Pending, Request, Signature

REQUEST = Request(
    Kind.ERASE_CASE, "2024/17", {"ground": "term"}, "sophie", Role.SUPERVISOR, 5, 5 + VALID, "o"
)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": Kind.WIDEN_BASIS},
        {"case": "2024/18"},
        {"terms": {"ground": "order"}},
        {"asked_by": "marc"},
        {"role": Role.MAGISTRATE},
        {"made": 6},
        {"expires": 7},
        {"origin": "p"},
    ],
)
def test_each_fact_is_under_the_signature(change: dict[str, object]) -> None:
    other = replace(REQUEST, **change)  # type: ignore[arg-type]  # built from a table of fields
    assert other.message != REQUEST.message
    assert other.digest != REQUEST.digest


def test_a_request_is_no_other_signed_thing() -> None:
    assert REQUEST.message.startswith(b"relecture/request/v1\n")


def test_a_request_is_named_by_its_digest() -> None:
    asked = Signature("sophie", Role.SUPERVISOR, "aa", "bb", 5)
    assert Pending(REQUEST, asked).name == REQUEST.digest
    assert asked.fields()["at_us"] == 5
