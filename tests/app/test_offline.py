import socket
import subprocess
import sys

import pytest

from app import offline
from app.offline import LOOKUPS, NETWORK_FAMILIES, QUESTION, close_network, is_closed, refuse
from vsa_core.errors import Bug


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_PACKET"])
def test_every_family_that_leaves_the_machine_is_refused(family: str) -> None:
    number = int(getattr(socket, family))
    assert number in NETWORK_FAMILIES
    with pytest.raises(Bug, match="SYS-010"):
        refuse("socket.__new__", (None, number, 1, 0))
    with pytest.raises(Bug, match="SYS-010"):
        refuse("socket.__new__", (None, getattr(socket, family), 1, 0))


def test_no_name_is_looked_up() -> None:
    assert len(LOOKUPS) == 3
    for event in LOOKUPS:
        with pytest.raises(Bug, match="SYS-010"):
            refuse(event, ("example.org", 80))


def test_our_own_processes_and_everything_else_go_on() -> None:
    refuse("socket.__new__", (None, int(socket.AF_UNIX), 1, 0))
    refuse("open", ("file", "r", 0))
    refuse("import", ("socket", None, None, None, None))
    refuse("socket.bind", (None, "\0display"))


def test_closing_the_network_sets_the_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    hooks: list[object] = []
    monkeypatch.setattr(offline.sys, "addaudithook", hooks.append)
    close_network()
    assert hooks == [refuse]
    assert offline.sys is sys


def test_an_open_process_says_so_and_a_closed_one_too() -> None:
    assert not is_closed()
    with pytest.raises(Bug, match="SYS-010"):
        refuse(QUESTION, ())
    code = "from app.offline import *; print(is_closed()); close_network(); print(is_closed())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
