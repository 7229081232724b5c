"""People's keys under their passphrases."""

import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.errors import Refused, Tampered
from vsa_core.keys.box import seal_to
from vsa_core.keys.people import HIGHEST, MAGIC, Cost, make_keys, unlock
from vsa_core.keys.signatures import verify

CHEAP = Cost(8, 1, 1)
PHRASE = "cinq mots sans lien entre eux"
KEYS = make_keys("élodie", PHRASE, CHEAP)


def test_the_default_cost_is_what_was_asked_for() -> None:
    assert Cost() == Cost(65_536, 3, 1)


def test_an_unlocked_person_signs_and_opens_what_was_sealed_to_them() -> None:
    person = unlock(KEYS.locked, "élodie", PHRASE)
    assert (person.signing_public, person.sealing_public) == (
        KEYS.signing_public,
        KEYS.sealing_public,
    )
    assert verify(KEYS.signing_public, b"seen", person.sign(b"seen"))
    blob = seal_to(KEYS.sealing_public, b"case key", "2026/114", "élodie")
    assert person.open_sealed(blob, "2026/114") == b"case key"
    with pytest.raises(Tampered):
        person.open_sealed(blob, "2026/115")


def test_the_private_keys_are_neither_in_the_bytes_nor_printed() -> None:
    person = unlock(KEYS.locked, "élodie", PHRASE)
    assert repr(person) == "Unlocked(name='élodie')"
    assert person._signing not in KEYS.locked
    assert person._sealing not in KEYS.locked
    assert person._signing != person._sealing


@pytest.mark.parametrize(
    ("name", "phrase"),
    [("élodie", PHRASE + " "), ("élodie", ""), ("elodie", PHRASE), ("élodie", PHRASE.upper())],
)
def test_another_passphrase_or_name_is_refused(name: str, phrase: str) -> None:
    with pytest.raises(Refused, match="KEY-002"):
        unlock(KEYS.locked, name, phrase)


def test_an_accent_typed_in_two_ways_is_one_passphrase() -> None:
    keys = make_keys("a", "e\u0301le\u0300ve du soir", CHEAP)
    assert unlock(keys.locked, "a", "élève du soir").name == "a"


@pytest.mark.parametrize("phrase", ["", "onze signes", "e\u0301" * 11])
def test_a_short_passphrase_is_refused(phrase: str) -> None:
    with pytest.raises(Refused, match="KEY-001"):
        make_keys("a", phrase, CHEAP)


@given(st.integers(0, 8 * len(KEYS.locked) - 1))
def test_any_flipped_bit_is_damage_and_costs_no_guess(bit: int) -> None:
    damaged = bytearray(KEYS.locked)
    damaged[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered, match="KEY-003"):
        unlock(bytes(damaged), "élodie", PHRASE)


@given(st.integers(0, len(KEYS.locked) - 1))
def test_any_cut_is_damage(length: int) -> None:
    with pytest.raises(Tampered, match="KEY-003"):
        unlock(KEYS.locked[:length], "élodie", PHRASE)


def _with_cost(cost: Cost) -> bytes:
    body = bytearray(KEYS.locked[:-32])
    struct.pack_into(">III", body, len(MAGIC), cost.memory, cost.passes, cost.lanes)
    return bytes(body) + hashlib.sha256(body).digest()


@pytest.mark.parametrize(
    "cost",
    [
        Cost(HIGHEST.memory + 1, 1, 1),
        Cost(2**32 - 1, 2**32 - 1, 1),
        Cost(8, HIGHEST.passes + 1, 1),
        Cost(2**20, 1, HIGHEST.lanes + 1),
        Cost(7, 1, 1),
        Cost(8, 0, 1),
        Cost(8, 1, 0),
    ],
)
def test_a_cost_made_to_exhaust_the_machine_is_not_paid(cost: Cost) -> None:
    with pytest.raises(Tampered, match="KEY-003"):
        unlock(_with_cost(cost), "élodie", PHRASE)


def test_the_cost_is_bound_to_the_keys() -> None:
    with pytest.raises(Refused, match="KEY-002"):
        unlock(_with_cost(Cost(16, 1, 1)), "élodie", PHRASE)


def test_a_passphrase_is_changed_and_the_keys_stay() -> None:
    person = unlock(KEYS.locked, "élodie", PHRASE)
    again = person.lock("une tout autre phrase", CHEAP)
    assert unlock(again, "élodie", "une tout autre phrase").sign(b"x") == person.sign(b"x")
    with pytest.raises(Refused, match="KEY-002"):
        unlock(again, "élodie", PHRASE)


def test_given_randomness_decides_everything() -> None:
    assert make_keys("a", PHRASE, CHEAP, bytes) == make_keys("a", PHRASE, CHEAP, bytes)
    assert make_keys("a", PHRASE, CHEAP).signing_public != KEYS.signing_public
