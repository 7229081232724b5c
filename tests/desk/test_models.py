import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import last
from tests.desk.scene import CHEAP, SECRET, FixedClock, settings
from vsa_core import engine
from vsa_core.desk.desks import Desks
from vsa_core.desk.health import State
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Fault, Refused, Tampered

BYTES = b"these are weights, to all but a detector"
LIST = """
[[model]]
name = "ours"
file = "ours.pt"
sha256 = "{digest}"
licence = "AGPL-3.0"
source = "made for this test"
task = "detect"
classes = ["person", "car"]
size = 640
face = false
shipped = false

[[model]]
name = "another"
file = "another.pt"
sha256 = "{other}"
licence = "AGPL-3.0"
source = "nowhere"
task = "detect"
classes = "coco80"
size = 640
face = false
shipped = false
"""


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    """An installation whose list knows two models, one of them present and in use."""
    digest = hashlib.sha256(BYTES).hexdigest()
    (tmp_path / "manifest.toml").write_text(LIST.format(digest=digest, other="0" * 64))
    (tmp_path / "ours.pt").write_bytes(BYTES)
    chosen = replace(
        settings(tmp_path / "home"),
        manifest=tmp_path / "manifest.toml",
        weights=tmp_path / "ours.pt",
    )
    desks = engine.desks(chosen, CHEAP, FixedClock())
    desks.people.add(NewPerson("alice", Role.ANALYST, "Alice A.", "H-1"), SECRET)
    return desks


def test_listed_models_say_which_is_here_and_which_looks(desks: Desks, tmp_path: Path) -> None:
    ours, another = desks.models.listed()
    assert (ours.name, ours.present, ours.chosen) == ("ours", True, True)
    assert ours.classes == ("person", "car")
    assert (another.name, another.present, another.chosen) == ("another", False, False)
    assert len(another.classes) == 80
    record = last(tmp_path / "home")
    assert (record["act"], record["about"]) == (Act.CONSULT, {"what": "models"})


def test_checking_tells_of_what_is_here_alone(desks: Desks, tmp_path: Path) -> None:
    (sheet,) = desks.models.verify()
    assert sheet.digest == hashlib.sha256(BYTES).hexdigest()
    assert last(tmp_path / "home")["about"] == {"what": "models_verify"}


def test_changed_weights_are_tampered_with_and_never_look(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "ours.pt").write_bytes(BYTES + b"!")
    with pytest.raises(Tampered, match="MOD-002"):
        desks.models.verify()
    with pytest.raises(Tampered, match="MOD-002"):
        desks.models.listed()


def test_weights_that_nobody_listed_are_refused(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "ours.pt").rename(tmp_path / "mine.pt")
    (tmp_path / "mine.pt").write_bytes(b"anything")
    chosen = replace(
        settings(tmp_path / "home"),
        manifest=tmp_path / "manifest.toml",
        weights=tmp_path / "mine.pt",
    )
    again = engine.desks(chosen, CHEAP, FixedClock())
    with pytest.raises(Refused, match="MOD-003"):
        again.models.listed()
    found = {f.what: f for f in again.health.examine()}["models"]
    assert found.state is not State.GOOD


def test_weights_that_are_gone_are_said(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "ours.pt").unlink()
    with pytest.raises(Fault, match="MOD-"):
        desks.models.verify()


def test_without_weights_nothing_is_present(tmp_path: Path) -> None:
    desks = engine.desks(settings(tmp_path / "home"), CHEAP, FixedClock())
    desks.people.add(NewPerson("alice", Role.ANALYST, "Alice A.", "H-1"), SECRET)
    assert desks.models.verify() == ()
    assert not any(sheet.present for sheet in desks.models.listed())
