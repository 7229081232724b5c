import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from tests.desk.brought import OFFICIAL, WHY, digest, git_blob, shipped, stock_file, written
from tests.desk.records import records
from tests.desk.test_models import BYTES, LIST
from vsa_core import engine
from vsa_core.desk.desks import Desks
from vsa_core.settings import Settings


@pytest.fixture
def listed(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A machine whose list knows two models, one of which is present."""
    manifest, weights = terminal.folder / "manifest.toml", terminal.folder / "ours.pt"
    digest = hashlib.sha256(BYTES).hexdigest()
    manifest.write_text(LIST.format(digest=digest, other="0" * 64))
    weights.write_bytes(BYTES)
    cheap = engine.desks

    def with_models(settings: Settings) -> Desks:
        return cheap(replace(settings, manifest=manifest))

    monkeypatch.setattr(engine, "desks", with_models)
    terminal.set("WEIGHTS", str(weights))
    terminal("people", "add", "alice", "--role", "analyst", "--habilitation", "H-1")
    return terminal


def test_models_are_listed(listed: Terminal) -> None:
    ours, another = listed("models", "list", "--json").of("model")
    assert (ours["name"], ours["present"], ours["chosen"]) == ("ours", True, True)
    assert (another["present"], len(another["classes"])) == (False, 80)
    words = listed("models", "list").out
    assert WORDS.say("cli.models.chosen") in words
    assert WORDS.say("cli.models.absent") in words


def test_models_are_checked(listed: Terminal) -> None:
    (good,) = listed("models", "verify", "--json").of("model")
    assert (good["name"], good["good"]) == ("ours", True)
    assert good["digest"][:16] in listed("models", "verify").out
    (listed.folder / "ours.pt").write_bytes(b"another")
    said = listed("models", "verify", "--json")
    assert (said.status, said.code) == (5, "MOD-002")


@pytest.fixture
def office(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Terminal]:
    """Makes a machine whose program lists these models, with adele its administrator."""
    cheap = engine.desks

    def made(*tables: str) -> Terminal:
        manifest = written(terminal.folder, *tables)

        def with_models(settings: Settings) -> Desks:
            return cheap(replace(settings, manifest=manifest))

        monkeypatch.setattr(engine, "desks", with_models)
        terminal("people", "add", "adele", "--role", "administrator", "--habilitation", "H-0")
        terminal.set("USER", "adele")
        return terminal

    return made


def test_a_known_file_is_added_and_told_in_words(
    office: Callable[..., Terminal], tmp_path: Path
) -> None:
    path = stock_file(tmp_path)
    terminal = office(OFFICIAL.format(name="yolo11n", blob=git_blob(path), rank=20))
    said = terminal("models", "add", str(path))
    assert said.status == 0
    for told in (
        WORDS.say("cli.models.added", name="yolo11n", digest=digest(path)),
        WORDS.say("cli.models.origin.official"),
        WORDS.say("cli.models.kept", names="person, car", unnamed=1),
        WORDS.say("cli.models.looks", name="yolo11n"),
        WORDS.say("cli.models.indexed_again"),
    ):
        assert told in said.out
    assert "AGPL-3.0 (its publisher)" in said.out
    assert WORDS.say("cli.models.unmeasured") not in said.out
    listing = terminal("models", "list").out
    assert WORDS.say("cli.models.origins.official") in listing
    assert "adele" in listing


def test_an_unknown_file_needs_both_words_and_says_so_ever_after(
    office: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal, path = office(shipped(tmp_path)), str(stock_file(tmp_path))
    assert terminal("models", "add", path, "--json").code == "MOD-014"
    for half in (["--accept-unknown"], ["--motive", WHY]):
        said = terminal("models", "add", path, *half, "--json")
        assert (said.status, said.code) == (2, "MOD-023")
    said = terminal("models", "add", path, "--accept-unknown", "--motive", WHY)
    assert said.status == 0
    assert WORDS.say("cli.models.reason", reason=WHY) in said.out
    assert WORDS.say("cli.models.unmeasured") in said.out
    added, _ = terminal("models", "list", "--json").of("model")
    assert (added["origin"], added["reason"], added["added_by"]) == ("unknown", WHY, "adele")
    assert (added["kept"], added["chosen"]) == (["person", "car"], True)
    assert (terminal.folder / "home" / "weights" / f"{added['digest']}.pt").is_file()


def test_a_weaker_model_is_told_to_wait_and_a_removed_one_is_gone(
    office: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = office(shipped(tmp_path, rank=9))
    path = str(stock_file(tmp_path))
    known = ("--accept-unknown", "--motive", WHY, "--name", "weak")
    (first,) = terminal("models", "add", path, *known, "--rank", "1", "--json").of("model")
    assert first["chosen"]  # what somebody adds here goes before what came with the program
    second = stock_file(tmp_path, "second.pt")
    second.write_bytes(second.read_bytes() + b" ")
    said = terminal("models", "add", str(second), *known[:3], "--rank", "0")
    assert WORDS.say("cli.models.waits", name="second") in said.out
    said = terminal("models", "remove", "weak")
    assert WORDS.say("cli.models.removed", name="weak", digest=first["digest"][:16]) in said.out
    (gone,) = terminal("models", "remove", "second", "--json").of("model")
    assert gone["removed"]
    assert terminal("models", "remove", "second", "--json").code == "MOD-022"
    assert terminal("models", "remove", "vigie", "--json").code == "MOD-022"


def test_an_analyst_may_not_and_is_recorded(
    office: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = office()
    enrol = ("people", "add", "alice", "--role", "analyst", "--habilitation", "H", "--as", "adele")
    assert terminal(*enrol).status == 0
    said = terminal("models", "add", str(stock_file(tmp_path)), "--as", "alice", "--json")
    assert (said.status, said.code) == (3, "LAW-001")
    denied = [r for r in records(terminal.folder / "home") if r["act"] == "denied"][-1]
    assert (denied["who"], denied["about"]["act"]) == ("alice", "model_add")


def test_a_changed_model_and_a_changed_list_leave_with_five(
    office: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal, path = office(), stock_file(tmp_path)
    terminal("models", "add", str(path), "--accept-unknown", "--motive", WHY)
    kept = terminal.folder / "home" / "weights"
    (kept / f"{digest(path)}.pt").write_bytes(b"changed")
    said = terminal("models", "verify", "--json")
    assert (said.status, said.code) == (5, "MOD-002")
    (kept / "list").write_bytes((kept / "list").read_bytes()[:-1])
    for command in ("verify", "list"):
        said = terminal("models", command, "--json")
        assert (said.status, said.code) == (5, "MOD-012")


@pytest.mark.parametrize("name", ["a.onnx", "absent.pt", "folder.pt"])
def test_what_is_no_file_of_weights_is_refused(
    office: Callable[..., Terminal], tmp_path: Path, name: str
) -> None:
    terminal = office()
    (tmp_path / "a.onnx").write_bytes(b"onnx")
    (tmp_path / "folder.pt").mkdir()
    said = terminal("models", "add", str(tmp_path / name))
    assert said.status == 3
    assert ("ONNX" in said.err) == (name == "a.onnx")
