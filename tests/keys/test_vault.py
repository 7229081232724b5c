"""Case keys at rest: who opens them, who never does, and what rotation leaves."""

import os
import shutil
from pathlib import Path

import pytest

from tests.keys.dying import deaths
from vsa_core.domain.case import Person, Role
from vsa_core.errors import Fault, Refused, Tampered, Unreadable
from vsa_core.keys.people import Unlocked
from vsa_core.keys.vault import Vault


def _unlocked(number: int) -> Unlocked:
    return Unlocked(f"person {number}", bytes([number]) * 32, bytes([number + 100]) * 32)


def _person(unlocked: Unlocked, role: Role = Role.ANALYST) -> Person:
    return Person(unlocked.name, role, "", "", unlocked.signing_public, unlocked.sealing_public)


ANNE, BASILE, CHLOE = _unlocked(1), _unlocked(2), _unlocked(3)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.create(tmp_path)


def test_each_person_of_the_case_opens_its_key(vault: Vault, tmp_path: Path) -> None:
    people = [_person(ANNE), _person(BASILE, Role.SUPERVISOR), _person(CHLOE, Role.MAGISTRATE)]
    key = vault.new_case("2026/114", people)
    again = Vault(tmp_path)
    assert len(key) == 32
    assert [again.open_case("2026/114", who) for who in (ANNE, BASILE, CHLOE)] == [key] * 3
    assert again.cases() == ("2026/114",)
    assert again.holders("2026/114") == ("person 1", "person 2", "person 3")


@pytest.mark.parametrize("role", [Role.DPO, Role.ADMINISTRATOR])
def test_the_dpo_and_the_administrator_never_hold_a_key(vault: Vault, role: Role) -> None:
    with pytest.raises(Refused, match="KEY-007"):
        vault.new_case("2026/114", [_person(ANNE), _person(BASILE, role)])
    assert vault.cases() == ()
    key = vault.new_case("2026/114", [_person(ANNE)])
    with pytest.raises(Refused, match="KEY-007"):
        vault.assign("2026/114", key, _person(BASILE, role))
    assert vault.holders("2026/114") == ("person 1",)


def test_nobody_else_opens_it(vault: Vault) -> None:
    vault.new_case("2026/114", [_person(ANNE)])
    with pytest.raises(Refused, match="KEY-008"):
        vault.open_case("2026/114", BASILE)
    with pytest.raises(Tampered, match="KEY-009"):
        vault.open_case("2026/114", Unlocked("person 1", BASILE._signing, BASILE._sealing))
    with pytest.raises(Refused, match="KEY-013"):
        vault.open_case("2026/115", ANNE)


def test_a_case_has_one_key(vault: Vault) -> None:
    key = vault.new_case("2026/114", [_person(ANNE)])
    with pytest.raises(Refused, match="KEY-010"):
        vault.new_case("2026/114", [_person(BASILE)])
    assert vault.open_case("2026/114", ANNE) == key
    assert vault.new_case("2026/115", [_person(ANNE)]) != key


def test_people_come_and_go(vault: Vault) -> None:
    key = vault.new_case("2026/114", [_person(ANNE)])
    vault.assign("2026/114", key, _person(BASILE))
    assert vault.open_case("2026/114", BASILE) == key
    vault.withdraw("2026/114", BASILE.name)
    with pytest.raises(Refused, match="KEY-008"):
        vault.open_case("2026/114", BASILE)
    assert vault.open_case("2026/114", ANNE) == key


def _copied(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to)
    return to


def test_rotation_needs_nobody_and_forgets_for_good(vault: Vault, tmp_path: Path) -> None:
    kept, gone = (vault.new_case(number, [_person(ANNE)]) for number in ("a", "b"))
    before = (tmp_path / "vault").read_bytes()
    vault.rotate_master(forget=["b"])
    assert vault.open_case("a", ANNE) == kept
    with pytest.raises(Refused, match="KEY-013"):
        vault.open_case("b", ANNE)
    (tmp_path / "vault").write_bytes(before)
    with pytest.raises(Unreadable, match="KEY-005"):
        Vault(tmp_path)
    assert len(list(tmp_path.glob("master-*"))) == 1
    assert gone not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_a_case_to_forget_must_be_there(vault: Vault, tmp_path: Path) -> None:
    before = (tmp_path / "vault").read_bytes()
    with pytest.raises(Refused, match="KEY-013"):
        vault.rotate_master(forget=["b"])
    assert (tmp_path / "vault").read_bytes() == before


def test_rotation_killed_at_each_step(vault: Vault, tmp_path: Path) -> None:
    keys = {number: vault.new_case(number, [_person(ANNE)]) for number in ("a", "b")}
    start = _copied(tmp_path, tmp_path / "start")
    forgotten = steps = 0
    for step in deaths(lambda: vault.rotate_master(forget=["b"])):
        reopened = Vault(tmp_path)
        masters = list(tmp_path.glob("master-*"))
        assert reopened.open_case("a", ANNE) == keys["a"]
        assert len(masters) == 1, f"a key was left after step {step}"
        assert not list(tmp_path.glob("*.tmp"))
        forgotten += reopened.cases() == ("a",)
        steps += 1
        for path in (*masters, tmp_path / "vault"):
            path.unlink()
        for path in start.glob("[mv]*"):
            shutil.copy2(path, tmp_path)
    assert steps > 10
    assert 0 < forgotten < steps
    assert vault.cases() == ("a",)


def test_a_new_case_killed_at_each_step_is_there_or_not(vault: Vault, tmp_path: Path) -> None:
    key = vault.new_case("a", [_person(ANNE)])
    steps = 0
    for _ in deaths(lambda: _make(tmp_path)):
        steps += 1
        again = Vault(tmp_path)
        assert again.open_case("a", ANNE) == key
        assert again.cases() in (("a",), ("a", "b"))
        if "b" in again.cases():
            again.rotate_master(forget=["b"])
    assert steps > 5
    assert vault.cases() == ("a", "b")


def _create(folder: Path) -> None:
    Vault.create(folder)


def _make(folder: Path) -> None:
    Vault(folder).new_case("b", [_person(BASILE)])


def test_the_files_tell_nothing(vault: Vault, tmp_path: Path) -> None:
    vault.new_case("procédure 114", [_person(ANNE)])
    held = (tmp_path / "vault").read_bytes()
    assert b"114" not in held
    assert b"person" not in held
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_any_flipped_bit_is_seen(vault: Vault, tmp_path: Path) -> None:
    vault.new_case("a", [_person(ANNE)])
    good = (tmp_path / "vault").read_bytes()
    for place in range(0, len(good), 3):
        bad = bytearray(good)
        bad[place] ^= 1 << place % 8
        (tmp_path / "vault").write_bytes(bad)
        with pytest.raises((Tampered, Unreadable)):
            vault.cases()
    (tmp_path / "vault").write_bytes(good)
    assert vault.cases() == ("a",)


def test_the_master_key_alone_opens_no_case(vault: Vault) -> None:
    """What an administrator holds is the folder: the shares inside stay sealed to people."""
    key = vault.new_case("a", [_person(ANNE)])
    _, shares = vault._read()
    assert key not in shares["a"]["person 1"]
    with pytest.raises(Tampered):
        BASILE.open_sealed(shares["a"]["person 1"], "a")


def test_a_vault_is_never_made_over_another(vault: Vault, tmp_path: Path) -> None:
    key = vault.new_case("a", [_person(ANNE)])
    with pytest.raises(Refused, match="KEY-012"):
        Vault.create(tmp_path)
    assert Vault(tmp_path).open_case("a", ANNE) == key


def test_a_making_cut_short_can_be_made_again(tmp_path: Path) -> None:
    for _ in deaths(lambda: _create(tmp_path)):
        try:
            assert Vault(tmp_path).cases() == ()
            (tmp_path / "vault").unlink()
        except Unreadable:
            assert not (tmp_path / "vault").exists()
    assert Vault(tmp_path).cases() == ()


def test_two_processes_change_it_in_turn(vault: Vault, tmp_path: Path) -> None:
    children = []
    for number in range(4):
        child = os.fork()
        if child == 0:
            try:
                Vault(tmp_path).new_case(f"case {number}", [_person(ANNE)])
            except Fault:
                os._exit(1)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert len(vault.cases()) == 4
