import hashlib
import json
from pathlib import Path

import pytest

from tests.desk.scene import FixedClock
from vsa_core.desk.erasure_plan import Doomed, keep_plan, kept_plan, named, planned, unlink
from vsa_core.desk.machine import Machine
from vsa_core.errors import Refused, Unreadable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case" / "segments").mkdir(parents=True)
    name = {"v": 1, "number": "2024/17", "commitment": "ab" * 32}
    (tmp_path / "case" / "case.json").write_text(json.dumps(name))
    (tmp_path / "case" / "segments" / "a.seg").write_bytes(b"sealed")
    return tmp_path / "case"


def test_every_file_is_named_with_its_digest(folder: Path) -> None:
    plan = planned("r", folder)
    assert (plan.number, plan.commitment) == ("2024/17", "ab" * 32)
    assert Doomed("segments/a.seg", hashlib.sha256(b"sealed").hexdigest(), 6) in plan.files
    assert [one.name for one in plan.files] == ["case.json", "segments/a.seg"]


def test_a_link_is_named_and_never_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "out").symlink_to(tmp_path)
    assert Doomed("out", "", 0) in planned("r", folder).files


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"number": "1"}'])
def test_a_folder_without_a_case_is_no_case(text: str, folder: Path) -> None:
    (folder / "case.json").write_text(text)
    with pytest.raises(Unreadable, match="CAS-023"):
        named(folder)


def test_a_plan_is_kept_as_it_was(folder: Path, tmp_path: Path) -> None:
    machine = Machine(tmp_path / "home", FixedClock(), "relecture/test")
    machine.found("alice")
    plan = planned("ab" * 32, folder)
    keep_plan(machine, plan)
    assert kept_plan(machine, plan.request) == plan
    with pytest.raises(Refused, match="CAS-085"):
        kept_plan(machine, "cd" * 32)


def test_what_is_unlinked_stays_unlinked(folder: Path, tmp_path: Path) -> None:
    plan = planned("r", folder)
    (tmp_path / "other").mkdir()
    (folder / "link").symlink_to(tmp_path / "other")
    unlink(plan)
    assert not folder.exists()
    assert (tmp_path / "other").is_dir()
    unlink(plan)


def test_a_file_that_will_not_go_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = planned("r", folder)

    def stuck(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "unlink", stuck)
    with pytest.raises(Unreadable, match="CAS-084"):
        unlink(plan)
