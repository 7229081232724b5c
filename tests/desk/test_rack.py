import importlib.machinery
import sys
from pathlib import Path

import pytest

from tests.desk.records import records
from tests.desk.scene import MOTIVE, Office, settings
from vsa_core.desk import rack as desk
from vsa_core.desk.rack import CLUSTER, demand_extra, rack
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level
from vsa_core.errors import Unreadable
from vsa_core.keys.subkeys import subkeys
from vsa_core.looking import Looking


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build without the extra."""
    monkeypatch.setattr(desk, "find_spec", lambda name: None)


def index(at: Office, folder: Path) -> None:
    at.desks.indexing.index(
        at.who,
        at.where,
        Level.FULL,
        (),
        MOTIVE,
        lambda done, total, what: None,
        lambda: False,
        folder,
    )


def test_what_looks_here_must_look_there_and_the_folder_is_the_gateway_s(tmp_path: Path) -> None:
    sight = Looking(settings(tmp_path)).sight()
    private = subkeys(b"k" * 32).observations
    made = rack(tmp_path / "gateway", sight, private)
    assert made.command == (*CLUSTER, "gateway", str(tmp_path / "gateway"))
    assert (made.private, made.sight) == (private, sight.names())
    assert not any(name.startswith("RELECTURE") for name in made.environment)


def test_without_the_extra_no_machine_is_joined(bare: None, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="CLU-001"):
        demand_extra()
    with pytest.raises(Unreadable, match="CLU-001"):
        rack(tmp_path, Looking(settings(tmp_path)).sight(), b"k" * 32)


def test_nothing_of_the_extra_is_imported_by_asking_for_it() -> None:
    before = set(sys.modules)
    demand_extra()
    assert not {name.partition(".")[0] for name in set(sys.modules) - before} & {"distributed"}
    assert isinstance(desk.find_spec("distributed"), importlib.machinery.ModuleSpec)


def test_a_rack_that_is_not_there_is_recorded_as_asked_and_aborted(
    fresh: Office, tmp_path: Path
) -> None:
    with pytest.raises(Unreadable, match="KEY-005"):
        index(fresh, tmp_path / "nowhere")
    asked, ended = records(fresh.home)[-2:]
    assert asked["act"] == Act.INDEX.value
    assert ended["act"] == Act.ABORTED.value
    assert ended["about"]["code"] == "KEY-005"


def test_that_a_rack_was_to_look_stands_in_the_journal(
    fresh: Office, bare: None, tmp_path: Path
) -> None:
    with pytest.raises(Unreadable, match="CLU-001"):
        index(fresh, tmp_path / "nowhere")
    assert records(fresh.home)[-2]["about"]["rack"] is True
