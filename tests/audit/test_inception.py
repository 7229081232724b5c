"""The ceremony's facts: written once, read back exactly."""

import json
from dataclasses import replace

import pytest

from tests.audit.world import inception
from vsa_core.audit.inception import Inception, Previous, read_inception
from vsa_core.errors import Tampered, WrongUsage

RIGHT = inception()


def test_it_is_read_back() -> None:
    full = Inception(
        RIGHT.origin, RIGHT.public_key, "é", "tpm", "AIPD", "ab", "E1", "cd", ("m1", "m2")
    )
    for one in (RIGHT, full):
        assert read_inception(one.document) == one


@pytest.mark.parametrize("change", [{"v": 2}, {"machines": "m"}, {"origin": 3}, {"more": "x"}])
def test_another_form_is_refused(change: dict[str, object]) -> None:
    changed = {**json.loads(RIGHT.document), **change}
    data = json.dumps(changed, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    with pytest.raises(Tampered, match="AUD-116"):
        read_inception(data)


@pytest.mark.parametrize(
    "data", [b"", b"{}\n", RIGHT.document[:-1], RIGHT.document + b"\n", b"[" * 9_000, b"\xff"]
)
def test_what_is_no_inception_is_refused(data: bytes) -> None:
    with pytest.raises(Tampered, match="AUD-116"):
        read_inception(data)


@pytest.mark.parametrize(
    ("origin", "key", "who"),
    [
        ("a b", RIGHT.public_key, "x"),
        ("a", "00", "x"),
        ("a", "zz" * 32, "x"),
        ("a", RIGHT.public_key.upper(), "x"),
        ("a", RIGHT.public_key, " "),
    ],
)
def test_a_journal_has_a_name_a_key_and_an_author(origin: str, key: str, who: str) -> None:
    with pytest.raises(WrongUsage, match="AUD-016"):
        Inception(origin, key, who)


PREVIOUS = {"root": "cd" * 32, "sha256": "", "shard": "2026H2", "size": 9}
LATER = replace(RIGHT, previous=Previous("2026H2", 9, "cd" * 32))


def test_a_later_shard_names_the_one_before() -> None:
    assert json.loads(RIGHT.document)["previous"] is None
    assert json.loads(LATER.document)["previous"] == PREVIOUS
    for one in (LATER, replace(LATER, previous=Previous("2026H2", 9, "cd" * 32, "ef" * 32))):
        assert read_inception(one.document) == one


@pytest.mark.parametrize(
    "previous",
    [
        *("", [], {}, 7),
        {**PREVIOUS, "size": "9"},
        {**PREVIOUS, "size": True},
        {**PREVIOUS, "more": 1},
        {**PREVIOUS, "root": 4},
        {name: value for name, value in PREVIOUS.items() if name != "sha256"},
    ],
)
def test_another_form_of_it_is_refused(previous: object) -> None:
    changed = {**json.loads(LATER.document), "previous": previous}
    data = json.dumps(changed, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    with pytest.raises(Tampered, match="AUD-116"):
        read_inception(data)
