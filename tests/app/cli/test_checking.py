import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from tests.desk.test_models import BYTES, LIST
from vsa_core import engine
from vsa_core.desk import health
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


def test_the_doctor_tells_of_every_subject(terminal: Terminal) -> None:
    said = terminal("doctor", "--json")
    findings = said.of("finding")
    assert [f["what"] for f in findings] == [
        "python", "libraries", "home", "space", "clock", "network", "models", "encoder", "journal",
    ]  # fmt: skip
    assert all(isinstance(f["told"], dict) for f in findings)
    assert said.status == (0 if all(f["good"] for f in findings) else 4)


def test_a_machine_that_is_unfit_is_told_so(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health.ctypes.util, "find_library", lambda name: None)
    said = terminal("doctor", "--json")
    assert (said.status, said.code) == (4, "SYS-001")
    (libraries,) = [f for f in said.objects[:-1] if f["what"] == "libraries"]
    assert libraries["good"] is False
    assert libraries["told"]["line"].startswith("sudo apt install")
    words = terminal("doctor")
    assert words.status == 4
    assert WORDS.say("cli.doctor.bad") in words.out


def test_a_fit_machine_is_told_so(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health.ctypes.util, "find_library", lambda name: f"lib{name}.so")
    said = terminal("doctor")
    assert said.status == 0
    assert WORDS.say("cli.doctor.bad") not in said.out
    assert said.out.count("\n") == 9


def test_the_doctor_needs_no_installation_and_makes_none(terminal: Terminal) -> None:
    terminal("doctor")
    assert not Path(terminal.folder / "home").exists()
