import shutil
from pathlib import Path

import pytest

from tests.desk.scene import FixedClock
from vsa_core.audit.review import read
from vsa_core.desk.machine import Machine
from vsa_core.errors import Refused, Unreadable
from vsa_core.keys.signatures import verify


def machine_in(home: Path) -> Machine:
    return Machine(home, FixedClock(), "relecture/test")


@pytest.fixture
def founded(tmp_path: Path) -> Machine:
    machine = machine_in(tmp_path / "home")
    machine.found("alice")
    return machine


def test_an_installation_is_founded_once(founded: Machine) -> None:
    assert founded.founded
    with pytest.raises(Refused, match="CAS-016"):
        founded.found("mallory")
    assert [logged.who for logged in read(founded.audit)] == ["alice"]


@pytest.mark.parametrize("gone", ["installation.json", "audit", "keys"])
def test_a_missing_part_is_never_silently_begun_again(founded: Machine, gone: str) -> None:
    path = founded.home / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    left = sorted(founded.home.rglob("*"))
    with pytest.raises(Refused, match="CAS-016"):
        machine_in(founded.home).found("alice")
    assert sorted(founded.home.rglob("*")) == left


@pytest.mark.parametrize("name", ["faults", "window", "models", "ultralytics"])
def test_what_a_program_leaves_before_anybody_is_enrolled_does_not_stand_in_the_way(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "home" / name).mkdir(parents=True)
    machine = machine_in(tmp_path / "home")
    machine.found("alice")
    assert machine.founded


def test_a_place_where_nothing_may_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Unreadable, match="CAS-018"):
        machine_in(tmp_path / "file" / "home").found("alice")


def test_only_its_owner_may_enter(founded: Machine) -> None:
    assert founded.home.stat().st_mode & 0o777 == 0o700
    private = [path for path in founded.home.rglob("*") if path.is_file()]
    assert private
    assert all(not path.stat().st_mode & 0o077 for path in founded.home.rglob("*"))


def test_the_same_installation_is_found_again(founded: Machine) -> None:
    again = machine_in(founded.home)
    assert again.founded
    assert (again.origin, again.public_key) == (founded.origin, founded.public_key)
    assert verify(again.public_key, b"message", founded.sign(b"message"))
    assert not verify(again.public_key, b"another", founded.sign(b"message"))
    assert again.vault.cases() == ()


def test_two_installations_share_nothing(founded: Machine, tmp_path: Path) -> None:
    other = machine_in(tmp_path / "other")
    other.found("bob")
    assert other.origin != founded.origin
    assert other.public_key != founded.public_key


def test_nothing_works_before_the_first_enrolment(tmp_path: Path) -> None:
    machine = machine_in(tmp_path / "home")
    assert not machine.founded
    with pytest.raises(Refused, match="CAS-015"):
        machine.journal()
    with pytest.raises(Refused, match="CAS-015"):
        machine.check_begun()
    assert not (tmp_path / "home").exists()


def test_a_journal_without_its_facts_may_still_be_verified(founded: Machine) -> None:
    (founded.home / "installation.json").unlink()
    machine_in(founded.home).check_begun()


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b"\xff"])
def test_unreadable_facts_are_said(founded: Machine, text: bytes) -> None:
    (founded.home / "installation.json").write_bytes(text)
    with pytest.raises(Unreadable, match="CAS-017"):
        _ = machine_in(founded.home).origin


def test_the_journal_is_the_installations_own(founded: Machine) -> None:
    journal = founded.journal()
    try:
        assert journal.size == 1
        assert journal.root
    finally:
        journal.close()


def test_a_place_where_nothing_may_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unreadable, match="CAS-018"):
        machine_in(tmp_path / "file" / "home").found("alice")


def with_second(home: Path, head_path: Path | None) -> Machine:
    return Machine(home, FixedClock(), "relecture/test", head_path)


def test_a_second_copy_of_the_head_is_kept_where_it_was_told_at_the_founding(
    tmp_path: Path,
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with_second(tmp_path / "home", disk).found("alice")
    again = machine_in(tmp_path / "home")
    assert again.head_path == disk
    again.journal().close()
    (kept,) = disk.iterdir()
    assert kept.name.startswith("head-")
    shutil.rmtree(disk)
    with pytest.raises(Refused, match="AUD-020"):
        again.journal()


def test_what_is_told_now_comes_before_what_was_told_then(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    first.mkdir()
    second.mkdir()
    with_second(tmp_path / "home", first).found("alice")
    with_second(tmp_path / "home", second).journal().close()
    assert len(list(second.iterdir())) == 1
    assert machine_in(tmp_path / "home").head_path == first


def test_nothing_is_founded_with_the_second_copy_out_of_reach(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="AUD-020"):
        with_second(tmp_path / "home", tmp_path / "absent").found("alice")
    assert not (tmp_path / "home").exists()


def test_no_second_copy_is_kept_where_none_was_told(founded: Machine) -> None:
    assert founded.head_path is None
