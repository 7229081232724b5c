import socket
import subprocess
import sys

import pytest

from vsa_core import offline
from vsa_core.errors import Bug
from vsa_core.offline import LOCAL_FAMILY, LOOKUPS, QUESTION, close_network, is_closed, refuse

OTHERS = ["AF_INET", "AF_INET6", "AF_PACKET", "AF_NETLINK", "AF_BLUETOOTH", "AF_VSOCK", "AF_CAN"]


@pytest.mark.parametrize("family", OTHERS)
def test_every_family_but_the_local_one_is_refused(family: str) -> None:
    number = getattr(socket, family, 2)  # some are not there where they are not compiled in
    assert int(number) != LOCAL_FAMILY == int(socket.AF_UNIX)
    for told in (number, int(number)):
        with pytest.raises(Bug, match="SYS-010"):
            refuse("socket.__new__", (None, told, 1, 0))


def test_a_socket_of_unknown_origin_is_refused() -> None:
    with pytest.raises(Bug, match="SYS-010"):
        refuse("socket.__new__", (None, -1, -1, -1))  # what `socket(fileno=…)` says


@pytest.mark.parametrize("event", ["connect", "bind", "sendto", "sendmsg"])
def test_an_address_with_a_port_is_refused_even_on_a_socket_that_is_there(event: str) -> None:
    with pytest.raises(Bug, match="SYS-010"):
        refuse(f"socket.{event}", (None, ("192.0.2.1", 80)))
    refuse(f"socket.{event}", (None, "/run/display"))
    refuse(f"socket.{event}", (None, b"\0display"))


def test_no_name_is_looked_up() -> None:
    assert len(LOOKUPS) == 4
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
    code = "from vsa_core.offline import *; print(is_closed()); close_network(); print(is_closed())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
