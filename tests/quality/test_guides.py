"""What the DPO’s guide tells one to type is what the program and its two scripts understand."""

import re
import shlex
import subprocess
import sys

import pytest
import typer

from app.cli.program import program
from tests.architecture.house import ROOT

GUIDES = {language: ROOT / "docs" / "guides" / f"dpo.{language}.md" for language in ("fr", "en")}
VERIFIER = ROOT / "resources" / "verifier"
WORDS = 1_100
"""Two pages."""


def typed(language: str, name: str) -> list[list[str]]:
    """Every command of a guide that begins with `name`, as words."""
    text = GUIDES[language].read_text("utf-8")
    lines = [*re.findall(r"`([^`\n]+)`", text), *text.splitlines()]
    return [shlex.split(line) for line in lines if line.strip().startswith(f"{name} ")]


def test_the_guides_are_two_pages_each() -> None:
    for path in GUIDES.values():
        assert len(path.read_text("utf-8").split()) <= WORDS


def test_both_guides_tell_the_same_commands() -> None:
    told = [
        sorted([word for word in line if word.isascii() and word.islower()][:3] for line in lines)
        for lines in (typed("fr", "relecture"), typed("en", "relecture"))
    ]
    assert told[0] == told[1]
    assert len(told[0]) >= 12


@pytest.mark.parametrize("language", GUIDES)
def test_every_command_and_option_is_known(language: str) -> None:
    root = typer.main.get_command(program())
    for line in typed(language, "relecture"):
        command, words = root, line[1:]
        while hasattr(command, "commands"):
            command = command.commands[words.pop(0)]
        known = {name for one in command.params for name in one.opts}
        asked = {word for word in words if word.startswith("--")}
        assert asked <= known, line


@pytest.mark.parametrize("language", GUIDES)
def test_the_scripts_know_what_they_are_told(language: str) -> None:
    for line in typed(language, "python3"):
        script, known = line[1], ("make-key", "vkey", "cosign")
        help_of = [word for word in line if word in known][:1]
        said = subprocess.run(
            [sys.executable, "-I", str(VERIFIER / script), *help_of, "--help"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert said.returncode == 0, said.stderr
        assert all(word in said.stdout for word in line if word.startswith("--")), line


def test_buttons_of_the_guide_are_those_of_the_window() -> None:
    translations = (ROOT / "resources" / "i18n" / "relecture_fr.ts").read_text("utf-8")
    french = GUIDES["fr"].read_text("utf-8")
    for button in (
        "Vérifier le journal",
        "Inscrire",
        "Demander un rejeu",
        "Cosigner…",
        "Remettre…",
    ):
        assert f"*{button}*" in french
        assert f">{button}<" in translations
