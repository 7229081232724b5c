import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk.records import records
from tests.desk.scene import CHEAP, FixedClock, enrolled, settings
from tests.desk.test_capabilities_list import BUILD, LOOKS, VIGIE
from vsa_core import engine
from vsa_core.desk.capabilities_build import Build
from vsa_core.desk.capabilities_list import ROOM, read_listing
from vsa_core.desk.capabilities_start import SAID, Start
from vsa_core.desk.machine import Machine
from vsa_core.desk.models import ModelSheet
from vsa_core.domain.provenance import digest
from vsa_core.errors import Tampered, Unreadable
from vsa_core.settings import PROGRAM


def declared(home: Path) -> list[dict[str, Any]]:
    """What the starts said of themselves, in order."""
    return [one["about"] for one in records(home) if one["act"] == "capabilities"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An installation that nobody has started yet."""
    Machine(tmp_path / "home", FixedClock(), PROGRAM).found("alice")
    return tmp_path / "home"


def start(home: Path, *sheets: ModelSheet, build: Build = BUILD) -> Start:
    clock = FixedClock()
    return Start(Machine(home, clock, PROGRAM), lambda: build, LOOKS, lambda: sheets)


def test_the_first_act_of_a_program_is_to_say_what_it_can_do(tmp_path: Path) -> None:
    enrolled(tmp_path / "home")
    first, second, third = records(tmp_path / "home")[:3]
    assert [one["act"] for one in (first, second, third)] == [
        "inception",
        "capabilities",
        "person_add",
    ]
    assert (second["who"], second["role"], second["case"]) == ("relecture", "", "")
    document = second["about"]["document"]
    assert digest(document) == second["about"]["digest"]
    listing = read_listing(document)
    assert listing.build.program == PROGRAM
    assert [model.name for model in listing.models] == ["vigie"]


def test_a_program_that_does_nothing_writes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    enrolled(home)
    before = records(home)
    desks = engine.desks(settings(home), CHEAP, FixedClock())
    desks.queries.kinds()
    assert desks.people.founded()
    assert records(home) == before


def test_a_start_that_changes_nothing_names_the_list_that_stands_there(home: Path) -> None:
    for _ in range(3):
        start(home, VIGIE).journal().close()
    whole, brief, again = declared(home)
    assert set(whole) == {"digest", "document"}
    assert brief == again == {"digest": whole["digest"]}


def test_a_start_with_another_model_or_another_build_says_all_of_it(home: Path) -> None:
    start(home, VIGIE).journal().close()
    start(home).journal().close()
    start(home, build=Build("relecture/0.2.0", 701, "00" * 32, "3.12.1", ())).journal().close()
    told = declared(home)
    assert all("document" in one for one in told)
    assert len({one["digest"] for one in told}) == 3


@pytest.mark.parametrize("said", [None, b"", b"{", b'{"digest": "00", "shard": "2024H1"}'])
def test_a_list_is_written_again_where_nobody_knows_that_it_stands(
    home: Path, said: bytes | None
) -> None:
    start(home, VIGIE).journal().close()
    (home / SAID).unlink() if said is None else (home / SAID).write_bytes(said)
    start(home, VIGIE).journal().close()
    assert ["document" in one for one in declared(home)] == [True, True]


def test_another_shard_gets_the_list_whole(home: Path) -> None:
    start(home, VIGIE).journal().close()
    said = json.loads((home / SAID).read_bytes())
    (home / SAID).write_text(json.dumps({**said, "shard": "2023H2"}))
    start(home, VIGIE).journal().close()
    assert "document" in declared(home)[-1]


def test_models_that_cannot_be_told_do_not_stop_the_journal(home: Path) -> None:
    def broken() -> tuple[ModelSheet, ...]:
        raise Tampered("MOD-012", file="list")

    machine = Machine(home, FixedClock(), PROGRAM)
    Start(machine, lambda: BUILD, LOOKS, broken).journal().close()
    (told,) = declared(home)
    assert (told["document"]["models"], told["document"]["models_fault"]) == ([], "MOD-012")


def test_a_list_beyond_all_measure_is_named_by_its_digest_alone(home: Path) -> None:
    parties = tuple((f"package-{n}", "1.0") for n in range(ROOM // 10))
    start(home, build=Build("relecture/0", 1, "00" * 32, "3.11.9", parties)).journal().close()
    assert set(declared(home)[0]) == {"digest"}


def test_a_full_disk_beside_the_journal_costs_only_a_repetition(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise Unreadable("KEY-011", file=path.name, why="No space left on device")

    monkeypatch.setattr("vsa_core.desk.capabilities_start.write_private", full)
    for _ in range(2):
        start(home, VIGIE).journal().close()
    assert ["document" in one for one in declared(home)] == [True, True]


def test_a_program_that_cannot_read_itself_opens_no_journal(home: Path) -> None:
    def unread() -> Build:
        raise Unreadable("CAS-120", file="engine.py", why="Input/output error")

    machine = Machine(home, FixedClock(), PROGRAM)
    with pytest.raises(Unreadable, match="CAS-120"):
        Start(machine, unread, LOOKS, tuple).journal()
    start(home, VIGIE).journal().close()
    assert len(declared(home)) == 1
