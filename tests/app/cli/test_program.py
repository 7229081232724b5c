from collections.abc import Iterator

import pytest
import typer

from app.cli.program import program
from tests.app.cli.terminal import Terminal

COMMANDS = [
    "demo",
    "admit",
    "clock",
    "footage",
    "index",
    "cluster",
    "cluster init",
    "cluster add",
    "cluster scheduler",
    "cluster worker",
    "kinds",
    "ask",
    "queries",
    "queries keep",
    "queries list",
    "queries ask",
    "queries rename",
    "queries drop",
    "flow",
    "calibrate",
    "show",
    "explain",
    "review",
    "review accept",
    "review reject",
    "review doubt",
    "review progress",
    "validate",
    "doctor",
    "bench",
    "bench window",
    "bench detect",
    "bench trackers",
    "bench index",
    "bench masks",
    "bench search",
    "bench seek",
    "people",
    "people add",
    "people list",
    "people change",
    "people end",
    "people role",
    "capabilities",
    "case",
    "case open",
    "case show",
    "case form",
    "case widen",
    "case close",
    "approvals",
    "approvals list",
    "approvals approve",
    "approvals carry-out",
    "orders",
    "orders enter",
    "orders list",
    "orders done",
    "destroy",
    "destroy ask",
    "destroy run",
    "destroy verify",
    "export",
    "export clip",
    "export verify",
    "audit",
    "audit read",
    "audit verify",
    "audit overview",
    "audit remark",
    "audit replays",
    "audit replay",
    "audit export",
    "audit proof",
    "audit witness",
    "audit cosigned",
    "audit purge",
    "audit renew",
    "retention",
    "models",
    "models add",
    "models list",
    "models remove",
    "models verify",
]


def walked(group: typer.Typer, before: str = "") -> Iterator[tuple[str, str]]:
    """Every command of the program with its help."""
    for command in group.registered_commands:
        yield f"{before}{command.name}", str(command.help)
    for inner in group.registered_groups:
        assert inner.typer_instance is not None
        yield f"{before}{inner.name}", str(inner.typer_instance.info.help)
        yield from walked(inner.typer_instance, f"{before}{inner.name} ")


def test_the_program_has_these_commands_and_each_says_what_it_does() -> None:
    told = dict(walked(program()))
    assert sorted(told) == sorted(COMMANDS)
    assert all(len(help_) > 10 for help_ in told.values())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_opens_nothing(command: str, terminal: Terminal) -> None:
    said = terminal(*command.split(), "--help")
    assert (said.status, said.err) == (0, "")
    assert f"relecture {command}" in said.out
    assert list(terminal.folder.iterdir()) == []


def test_a_command_that_does_not_exist_is_not_understood(terminal: Terminal) -> None:
    said = terminal("watch", "rtsp://camera")
    assert said.status == 2
    assert said.out == ""
    assert "watch" in said.err
