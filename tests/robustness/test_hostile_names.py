"""Hostile names reach the catalogue, the journal and the terminal as what they are."""

import json
import os
from pathlib import Path

import pytest

from tests.app.cli.terminal import Terminal
from tests.desk.records import records
from tests.desk.scene import Office
from tests.robustness.hostile_case import AUTHOR, NUMBER, WATCHED
from tests.robustness.hostile_text import NAMES, TEXTS, leaks
from vsa_core.audit.entry import encoded
from vsa_core.audit.shard import newest
from vsa_core.domain.case import Act

SHOWN = {name: raw.decode("utf-8", "backslashreplace") for name, raw in NAMES.items()}
LINES = f"line_crossing --line 0.5,0:0.5,1 --camera {WATCHED}"


@pytest.fixture
def hostile_terminal(hostile_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal beside the hostile case."""
    return Terminal(hostile_copy, monkeypatch)


def test_each_file_is_listed_by_its_own_name(hostile: Office) -> None:
    sheets = hostile.desks.footage.listed(hostile.who, hostile.where)
    names = {sheet.footage.name for sheet in sheets}
    assert names == {*SHOWN.values(), TEXTS["placeholder"]}
    assert {sheet.footage.camera for sheet in sheets} == {WATCHED, *TEXTS.values()}
    assert {sheet.footage.clock.author for sheet in sheets if sheet.footage.clock} == {AUTHOR}


def test_the_journal_tells_back_every_byte(hostile: Office) -> None:
    admitted = [one for one in records(hostile.home) if one["act"] == Act.ADMIT]
    assert {one["about"]["camera"] for one in admitted} == {WATCHED, *TEXTS.values()}
    assert {one["about"]["exhibit"] for one in admitted} == {WATCHED, *TEXTS.values()}
    assert {one["case"] for one in admitted} == {NUMBER}
    assert {one["basis"]["requisition"] for one in admitted} == {TEXTS["line"]}


def test_no_name_makes_a_line_of_the_journal(hostile: Office) -> None:
    lines = newest(hostile.home / "audit").log.read_bytes().split(b"\n")[:-1]
    for number, line in enumerate(lines):
        body, _, seal = line.partition(b"\t")
        assert json.loads(body)["seq"] == number
        assert encoded(json.loads(body)) == body
        assert len(seal) == 88


@pytest.mark.parametrize(
    "command",
    [
        ("footage",),
        ("audit", "read", "--as", "dan"),
        ("ask", "line_crossing", "--line", "0.5,0,0.5,1", "--camera", WATCHED),
        ("index", "--camera", WATCHED),
        ("admit", "<missing>", "--camera", WATCHED, "--exhibit", TEXTS["escape"], "--no-clock"),
        ("export", "clip", "--camera", WATCHED, "--recipient", TEXTS["escape"]),
    ],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize("form", ["words", "json"])
def test_no_name_commands_the_terminal(
    command: tuple[str, ...], form: str, hostile_terminal: Terminal, hostile_folder: Path
) -> None:
    missing = str(hostile_folder / TEXTS["escape"] / TEXTS["control"])
    words = [missing if word == "<missing>" else word for word in command]
    said = hostile_terminal(*words, *(["--json"] if form == "json" else []))
    print(repr(said.out[-900:]), said.err, said.status)
    assert leaks((said.out + said.err).replace("\n", "")) == ""
    if form == "json":
        assert said.objects


def test_programs_are_told_the_very_names(hostile_terminal: Terminal) -> None:
    told = {one["name"] for one in hostile_terminal("footage", "--json").of("footage")}
    assert told == {*SHOWN.values(), TEXTS["placeholder"]}


@pytest.mark.parametrize("text", [TEXTS["escape"], TEXTS["control"], TEXTS["override"]])
def test_a_wrong_command_is_spelled_out(text: str, hostile_terminal: Terminal) -> None:
    for words in ([text], ["ask", "--level", text], ["index", "--level", text], ["footage", text]):
        said = hostile_terminal(*words)
        assert said.status != 0
        assert leaks((said.out + said.err).replace("\n", "")) == "", said


def test_the_names_are_as_hostile_as_they_say() -> None:
    assert max(map(len, NAMES.values())) == 255
    assert os.fsdecode(NAMES["not utf-8"]).encode("utf-8", "surrogateescape") == NAMES["not utf-8"]
    assert all(b"/" not in raw for raw in NAMES.values())
