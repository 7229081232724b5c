"""The shape of records: nothing missing, nothing added, nothing of another type."""

import pytest

from tests.audit.world import BEGUN, query
from vsa_core.audit.schema import SHAPE, misshapen
from vsa_core.domain.provenance import Canonical

RIGHT = query().fields(1, "ab" * 32, BEGUN, "boot", 17)


def test_what_an_entry_gives_is_right() -> None:
    assert misshapen(RIGHT) == ""
    assert set(RIGHT) == set(SHAPE)


@pytest.mark.parametrize("name", sorted(SHAPE))
def test_no_field_may_be_missing(name: str) -> None:
    assert misshapen({key: value for key, value in RIGHT.items() if key != name}) == name


def test_no_field_may_be_added() -> None:
    assert misshapen({**RIGHT, "note": "x"}) == "note"


@pytest.mark.parametrize("name", sorted(SHAPE))
def test_no_field_may_be_of_another_type(name: str) -> None:
    assert misshapen({**RIGHT, name: True}) == name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("v", 2),
        ("act", "alert"),
        ("sealed", "the plate AB-123-CD"),
        ("sealed", "AAA"),
        ("t", "2026-11-21T09:14:03.121Z"),
        ("us", 2**52),
        ("us", BEGUN + 1_000),
    ],
)
def test_values_that_cannot_be(name: str, value: Canonical) -> None:
    assert misshapen({**RIGHT, name: value}) in (name, "t")


def test_sealed_is_base64() -> None:
    assert misshapen({**RIGHT, "sealed": "AAECAw=="}) == ""
