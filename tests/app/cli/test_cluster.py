import os
from pathlib import Path

import pytest

from app.cli import cluster
from tests.app.cli.terminal import Terminal
from vsa_core.desk import rack

Become = tuple[str, list[str], dict[str, str]]


@pytest.fixture
def became(monkeypatch: pytest.MonkeyPatch) -> list[Become]:
    """What the process went on as, in the place of which it goes on as itself."""
    found: list[Become] = []
    monkeypatch.setattr(cluster.os, "execve", lambda *told: found.append(told))
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "init rack --scheduler 10.0.0.1 --machine rue --machine gare --days 90",
            "init rack --scheduler 10.0.0.1 --machine rue --machine gare --days 90",
        ),
        ("add rack --machine rue", "add rack --machine rue --days 365"),
        ("scheduler papers", "scheduler papers"),
        (
            "worker papers --footage /a --footage /b --slices 8 --outbox /o --port 9000",
            "worker papers --footage /a --footage /b --slices 8 --outbox /o --port 9000",
        ),
        ("worker papers --footage /a", "worker papers --footage /a --port 0"),
    ],
)
def test_a_command_goes_on_as_the_cluster_with_the_same_words(
    words: str, expected: str, terminal: Terminal, became: list[Become]
) -> None:
    assert terminal("cluster", *words.split()).status == 0
    ((program, given, _),) = became
    assert given == [program, "-P", "-m", "cluster", *expected.split()]


def test_no_machine_is_told_a_passphrase(
    terminal: Terminal, became: list[Become], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELECTURE_PASSPHRASE", "secret")
    terminal("cluster", "scheduler", "papers")
    ((_, _, told),) = became
    assert "RELECTURE_PASSPHRASE" not in told
    assert told["RELECTURE_HOME"] == os.environ["RELECTURE_HOME"]


@pytest.mark.parametrize("words", [("scheduler", "papers"), ("init", "rack", "--scheduler", "a")])
def test_without_the_extra_it_is_said_and_nothing_is_done(
    words: tuple[str, ...],
    terminal: Terminal,
    became: list[Become],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rack, "find_spec", lambda name: None)
    said = terminal("cluster", *words)
    assert said.status == 4
    assert "[CLU-001]" in said.err
    assert became == []
    assert not Path("rack").exists()
