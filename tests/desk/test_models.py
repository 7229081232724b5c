import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.brought import OFFICIAL, WHY, digest, git_blob, lab, shipped, stock_file
from tests.desk.records import denied, enrol, last
from tests.desk.scene import CHEAP, SECRET, FixedClock, settings
from tests.vision.networks import checkpoint_file, vigie_file
from vsa_core import engine
from vsa_core.desk import models_list
from vsa_core.desk.desks import Desks
from vsa_core.desk.health import State
from vsa_core.desk.models import LISTED, SHIPPED, UNKNOWN
from vsa_core.desk.models import OFFICIAL as PUBLISHED
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Fault, Refused, Tampered, WrongUsage

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
    at = lab(tmp_path, OFFICIAL.format(name="a", blob="0" * 40, rank=1))
    assert at.desks.models.verify() == ()
    assert not any(sheet.present for sheet in at.desks.models.listed())


def test_an_official_file_is_added_known_by_its_digest_and_looks(tmp_path: Path) -> None:
    path = stock_file(tmp_path)
    at = lab(tmp_path, OFFICIAL.format(name="yolo11n", blob=git_blob(path), rank=20))
    sheet = at.desks.models.add(at.who, at.offer(path))
    assert (sheet.name, sheet.origin, sheet.rank) == ("yolo11n", PUBLISHED, 20)
    assert (sheet.licence, sheet.digest) == ("AGPL-3.0 (its publisher)", digest(path))
    assert sheet.kept == ("person", "car")
    assert sheet.unnamed == ("cell phone",)
    assert (sheet.present, sheet.chosen, sheet.added_by) == (True, True, "adele")
    assert (at.weights / f"{digest(path)}.pt").read_bytes() == path.read_bytes()
    assert at.again().models.listed() == (sheet,)
    assert at.again().models.verify() == (sheet,)


def test_what_is_added_is_recorded_whole_before_the_list_changes(tmp_path: Path) -> None:
    path = stock_file(tmp_path)
    at = lab(tmp_path)
    at.desks.models.add(at.who, at.offer(path, name="mine", licence="MIT", reason=WHY))
    record = last(tmp_path / "home")
    assert (record["act"], record["who"]) == (Act.MODEL_ADD, "adele")
    told = record["about"]
    assert (told["digest"], told["git_blob"]) == (digest(path), git_blob(path))
    assert (told["name"], told["licence"], told["file"]) == ("mine", "MIT", "yolo.pt")
    assert (told["origin"], told["reason"], told["bytes"]) == (UNKNOWN, WHY, path.stat().st_size)
    assert told["classes"] == ["person", "car", "traffic light", "cell phone"]


def test_a_file_that_nobody_knows_is_refused_unread_unless_somebody_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = lab(tmp_path, OFFICIAL.format(name="a", blob="0" * 40, rank=1),
             OFFICIAL.format(name="b", blob="", rank=1))  # fmt: skip
    path = stock_file(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("vsa_core.vision.readers.described", None)  # never reached
        with pytest.raises(Refused, match="MOD-014") as said:
            at.desks.models.add(at.who, at.offer(path))
    assert (said.value.values["known"], said.value.values["unknown"]) == ("a", "b")
    assert said.value.values["digest"] == digest(path)
    assert denied(tmp_path / "home") == ("adele", Act.MODEL_ADD, "MOD-014")
    assert [file.name for file in at.weights.iterdir() if file.suffix] == []
    sheet = at.desks.models.add(at.who, at.offer(path, reason=WHY))
    assert (sheet.origin, sheet.reason, sheet.name, sheet.rank) == (UNKNOWN, WHY, "yolo", 5)


def test_what_comes_with_the_program_is_neither_added_nor_removed(tmp_path: Path) -> None:
    at = lab(tmp_path, shipped(tmp_path))
    (sheet,) = at.desks.models.listed()
    assert (sheet.origin, sheet.present, sheet.chosen) == (SHIPPED, True, True)
    with pytest.raises(Refused, match="MOD-016"):
        at.desks.models.add(at.who, at.offer(tmp_path / "models" / "vigie.safetensors"))
    with pytest.raises(Refused, match="MOD-022"):
        at.desks.models.remove(at.who, "vigie")
    assert denied(tmp_path / "home") == ("adele", Act.MODEL_REMOVE, "MOD-022")
    other = vigie_file(tmp_path / "vigie.safetensors", seed=2)
    with pytest.raises(Refused, match="MOD-018"):
        at.desks.models.add(at.who, at.offer(other, licence="MIT", reason=WHY))
    tuned = at.offer(other, name="vigie-tuned", licence="MIT", reason=WHY)
    assert at.desks.models.add(at.who, tuned).chosen


def test_a_file_that_the_release_lists_is_known_without_a_reason(tmp_path: Path) -> None:
    path = vigie_file(tmp_path / "v2.safetensors")
    table = shipped(tmp_path, "v2").replace("true", "false")
    (tmp_path / "models" / "v2.safetensors").unlink()
    at = lab(tmp_path, table)
    sheet = at.desks.models.add(at.who, at.offer(path))
    assert (sheet.origin, sheet.name, sheet.source) == (LISTED, "v2", "trained here")
    assert len(at.desks.models.listed()) == 1


def test_the_same_file_is_added_once_and_put_back_when_it_was_changed(tmp_path: Path) -> None:
    at = lab(tmp_path)
    path = stock_file(tmp_path)
    at.desks.models.add(at.who, at.offer(path, reason=WHY))
    with pytest.raises(Refused, match="MOD-016"):
        at.desks.models.add(at.who, at.offer(path, name="again", reason=WHY))
    kept = at.weights / f"{digest(path)}.pt"
    for harm in (lambda: kept.write_bytes(b"changed"), kept.unlink):
        harm()
        assert at.desks.models.add(at.who, at.offer(path, reason=WHY)).present
        assert len(at.desks.models.verify()) == 1


def test_two_models_of_one_name_are_refused(tmp_path: Path) -> None:
    at = lab(tmp_path)
    at.desks.models.add(at.who, at.offer(stock_file(tmp_path), name="a", reason=WHY))
    other = checkpoint_file(tmp_path / "other.pt")
    with pytest.raises(Refused, match="MOD-018"):
        at.desks.models.add(at.who, at.offer(other, name="a", reason=WHY))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_adds_and_removes(tmp_path: Path, role: Role) -> None:
    at = lab(tmp_path)
    other = enrol(at.desks, "bob", role, at.who)
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.models.add(other, at.offer(tmp_path / "absent.pt"))
    assert denied(tmp_path / "home") == ("bob", Act.MODEL_ADD, "LAW-001")
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.models.remove(other, "anything")
    assert not at.weights.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"name": "<b>bold</b>"},
        {"name": "two\nlines"},
        {"name": "../../etc"},
        {"name": "é"},
        {"name": "a" * 65},
        {"licence": "MIT\x1b[2J"},
        {"source": "a" * 301},
        {"reason": "line\nline"},
    ],
)
def test_texts_that_no_list_may_hold_are_refused(tmp_path: Path, said: dict[str, str]) -> None:
    at = lab(tmp_path)
    with pytest.raises(WrongUsage, match="MOD-017"):
        at.desks.models.add(at.who, at.offer(tmp_path / "absent.pt", **said))
    assert not at.weights.exists()


def test_a_file_whose_name_is_no_name_must_be_given_one(tmp_path: Path) -> None:
    at = lab(tmp_path)
    path = stock_file(tmp_path, "[red]été\n.pt")
    with pytest.raises(WrongUsage, match="MOD-017"):
        at.desks.models.add(at.who, at.offer(path, reason=WHY))
    assert at.desks.models.add(at.who, at.offer(path, name="summer", reason=WHY)).chosen


def test_a_tensor_file_without_a_licence_must_be_given_one(tmp_path: Path) -> None:
    at = lab(tmp_path)
    path = vigie_file(tmp_path / "own.safetensors")
    with pytest.raises(WrongUsage, match="MOD-017"):
        at.desks.models.add(at.who, at.offer(path, reason=WHY))
    assert at.desks.models.add(at.who, at.offer(path, reason=WHY, licence="MIT")).licence == "MIT"


def test_a_model_that_names_nothing_of_use_is_refused(tmp_path: Path) -> None:
    at = lab(tmp_path)
    path = checkpoint_file(tmp_path / "fruit.pt", ("banana", "apple"))
    with pytest.raises(Refused, match="MOD-019"):
        at.desks.models.add(at.who, at.offer(path, reason=WHY))
    face = checkpoint_file(tmp_path / "people.pt", ("person", "Face"))
    with pytest.raises(Refused, match="MOD-004"):
        at.desks.models.add(at.who, at.offer(face, reason=WHY))
    assert denied(tmp_path / "home") == ("adele", Act.MODEL_ADD, "MOD-004")
    assert at.desks.models.listed() == ()


def test_a_kill_between_the_record_and_the_list_leaves_the_old_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = lab(tmp_path, shipped(tmp_path))
    path = stock_file(tmp_path)
    for place in ("keep", "write"):
        with monkeypatch.context() as patch:

            def killed(*_: object) -> None:
                raise KeyboardInterrupt

            with at.desks.models._added.alone():
                at.desks.models._added.begin()
            patch.setattr(models_list.ModelList, place, killed)
            with pytest.raises(KeyboardInterrupt):
                at.desks.models.add(at.who, at.offer(path, reason=WHY))
        assert last(tmp_path / "home")["act"] == Act.MODEL_ADD
        assert at.chosen == "vigie"
    assert at.desks.models.add(at.who, at.offer(path, reason=WHY)).chosen


def test_measuring_is_recorded_by_whom_it_was_done(tmp_path: Path) -> None:
    at = lab(tmp_path)
    at.desks.models.assessed(at.who, {"folder": "0" * 64})
    record = last(tmp_path / "home")
    assert (record["act"], record["who"]) == (Act.VALIDATE, "adele")
    assert record["about"] == {"folder": "0" * 64}
    dan = enrol(at.desks, "dan", Role.DPO, at.who)
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.models.assessed(dan, {})
