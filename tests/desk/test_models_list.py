import json
from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, SECRET, FixedClock, settings
from vsa_core import engine
from vsa_core.desk.machine import Machine
from vsa_core.desk.models_list import LIST, ModelList
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Role
from vsa_core.domain.provenance import canonical
from vsa_core.errors import Refused, Tampered

TABLES = ({"name": "ours", "sha256": "0" * 64}, {"name": "theirs", "sha256": "1" * 64})


def machine(home: Path) -> Machine:
    """A founded installation."""
    desks = engine.desks(settings(home), CHEAP, FixedClock())
    desks.people.add(NewPerson("adele", Role.ADMINISTRATOR, "Adèle", "H-0"), SECRET)
    return Machine(home, FixedClock(), "relecture/test")


@pytest.fixture
def added(tmp_path: Path) -> ModelList:
    """A list with two models."""
    made = ModelList(machine(tmp_path / "home"))
    with made.alone():
        made.begin()
        made.write(TABLES)
    return made


def test_before_the_first_there_is_nothing_and_nothing_is_made(tmp_path: Path) -> None:
    unfounded = ModelList(Machine(tmp_path / "none", FixedClock(), "relecture/test"))
    assert unfounded.tables() == ()
    assert not (tmp_path / "none").exists()
    empty = ModelList(machine(tmp_path / "home"))
    assert (empty.tables(), empty.kept()) == ((), ())
    assert not empty.folder.exists()


def test_what_is_written_is_read_again_in_its_order(added: ModelList) -> None:
    assert added.tables() == TABLES
    with added.alone():
        added.begin()  # changes nothing: there is a list
    assert added.tables() == TABLES
    assert (added.folder / LIST).stat().st_mode & 0o777 == 0o600


def test_a_list_with_one_bit_changed_anywhere_is_tampered_with(added: ModelList) -> None:
    path = added.folder / LIST
    whole = path.read_bytes()
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        path.write_bytes(changed)
        with pytest.raises(Tampered, match="MOD-012"):
            added.tables()
    for cut in (b"", whole[:-1], whole[: len(whole) // 2], whole + b"0", b"\xff\t\xff"):
        path.write_bytes(cut)
        with pytest.raises(Tampered, match="MOD-012"):
            added.tables()


def test_a_list_that_another_key_signed_is_tampered_with(added: ModelList, tmp_path: Path) -> None:
    other = ModelList(machine(tmp_path / "other"))
    with other.alone():
        other.write(TABLES)
    (added.folder / LIST).write_bytes((other.folder / LIST).read_bytes())
    with pytest.raises(Tampered, match="MOD-012"):
        added.tables()


def test_another_document_that_the_machine_signed_is_no_list(added: ModelList) -> None:
    home = added.folder.parent
    (added.folder / LIST).write_bytes((home / "people").read_bytes())
    with pytest.raises(Tampered, match="MOD-012"):
        added.tables()
    for body in (canonical([]), canonical({"what": "other", "models": []}), canonical("text")):
        signature = Machine(home, FixedClock(), "relecture/test").sign(body).hex().encode()
        (added.folder / LIST).write_bytes(body + b"\t" + signature)
        with pytest.raises(Tampered, match="MOD-012"):
            added.tables()


def test_a_list_that_is_gone_is_noticed_as_long_as_weights_are_there(added: ModelList) -> None:
    (added.folder / ("0" * 64 + ".pt")).write_bytes(b"weights")
    (added.folder / LIST).unlink()
    with pytest.raises(Tampered, match="MOD-012"):
        added.tables()
    with pytest.raises(Tampered, match="MOD-012"), added.alone():
        added.begin()


def test_others_may_not_read_it(added: ModelList) -> None:
    (added.folder / LIST).chmod(0o644)
    with pytest.raises(Refused, match="KEY-004"):
        added.tables()


def test_files_come_and_go_under_their_digest(added: ModelList, tmp_path: Path) -> None:
    copy = added.folder / ".adding-0.pt"
    copy.write_bytes(b"weights")
    assert added.kept() == ()
    added.keep(copy, "0.pt")
    assert [path.name for path in added.kept()] == ["0.pt"]
    added.drop("0.pt")
    added.drop("0.pt")
    assert added.kept() == ()


def test_the_list_is_plain_enough_to_be_read_by_anybody(added: ModelList) -> None:
    body, _, _ = (added.folder / LIST).read_bytes().partition(b"\t")
    assert json.loads(body)["models"][0]["name"] == "ours"
