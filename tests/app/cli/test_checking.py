from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import checking
from app.cli.checking import alone
from app.cli.options import WORDS
from app.cli.program import program
from app.diagnosis import told
from tests.app.cli.terminal import Terminal
from vsa_core.desk.health import Finding, State


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes a machine of which these findings are all there is to tell."""

    def tells(*findings: Finding) -> None:
        monkeypatch.setattr(checking, "examine", lambda health: findings)

    return tells


CLOCK = Finding("clock", State.GOOD, "plausible", (("utc", "noon"),))
ROUTE = Finding("route", State.WARNING, "out", (("names", "eth0"),))
SPACE = Finding("space", State.BAD, "full", (("free", "1.0"),))


def test_every_finding_is_one_object(terminal: Terminal, found: Callable[..., None]) -> None:
    found(CLOCK, SPACE)
    said = terminal("doctor", "--json")
    clock, space = said.objects[:-1]
    assert (clock["type"], clock["what"], clock["state"]) == ("finding", "clock", "good")
    assert (clock["values"], clock["next"]) == ({"utc": "noon"}, "")
    assert (space["state"], space["values"]) == ("bad", {"free": "1.0"})
    assert all(finding["told"] for finding in (clock, space))
    assert space["next"]
    assert (said.status, said.code, said.objects[-1]["values"]) == (4, "SYS-001", {"count": "1"})


def test_what_is_only_a_warning_leaves_with_zero(
    terminal: Terminal, found: Callable[..., None]
) -> None:
    found(CLOCK, ROUTE)
    assert terminal("doctor").status == 0
    assert [f["state"] for f in terminal("doctor", "--json").objects] == ["good", "warning"]


def test_lines_are_aligned_and_say_what_to_do(
    terminal: Terminal, found: Callable[..., None]
) -> None:
    found(CLOCK, ROUTE, SPACE)
    said = terminal("doctor")
    lines = said.out.splitlines()
    words = [WORDS.say(f"doctor.{state}") for state in ("good", "warning", "bad")]
    assert [line.split("  ")[0] for line in (lines[0], lines[1], lines[3])] == words
    starts = {
        line.index(told(finding, WORDS)[0])
        for line, finding in zip((lines[0], lines[1], lines[3]), (CLOCK, ROUTE, SPACE), strict=True)
    }
    assert len(starts) == 1
    assert [line.strip() for line in (lines[2], lines[4])] == [
        f"→ {told(ROUTE, WORDS)[1]}",
        f"→ {told(SPACE, WORDS)[1]}",
    ]
    assert (said.status, len(lines)) == (4, 5)


def test_the_doctor_is_the_same_alone_and_among_the_commands(
    terminal: Terminal, found: Callable[..., None]
) -> None:
    found(CLOCK)
    (only,) = alone().registered_commands
    among = {command.name: command for command in program().registered_commands}
    assert only.callback is among["doctor"].callback
    assert terminal("doctor").out.count("\n") == 1


def test_the_doctor_needs_no_installation_and_makes_none(terminal: Terminal) -> None:
    terminal("doctor")
    assert not Path(terminal.folder / "home").exists()
