"""Admit, index, ask and export, typed as an analyst types them: not one network socket is asked
for."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.desk.scene import AIPD, CHEAP, HOUR, MOTIVE, SECRET, START, basis, film, settings
from tests.offline.traced import families, traced
from vsa_core import engine
from vsa_core.clock import SystemClock
from vsa_core.desk.cases import NewCase
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Role
from vsa_core.domain.moment import Window

CENTRE = ("line_crossing", "--line", "160,0 160,180")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an installation, an open case and a film; passphrases are quick to open."""
    folder = tmp_path_factory.mktemp("acts")
    now = SystemClock().now()  # the program that is traced has no other
    desks = engine.desks(settings(folder / "home"), CHEAP)
    desks.people.add(NewPerson("alice", Role.ANALYST, "Alice A.", "H-1"), SECRET, aipd=AIPD)
    who = desks.people.sign_in("alice", SECRET)
    live = basis(window=Window(START, START + HOUR), expires=now + 48 * HOUR)
    new = NewCase("2024/17", live, (), now + 100 * HOUR)
    desks.cases.open(who, str(folder / "case"), new, MOTIVE)
    desks.people.sign_out(who)
    film(folder / "rue.mp4")
    return folder


def environment(place: Path) -> Mapping[str, str]:
    """What the program is told; nothing is said to ultralytics."""
    plain = {name: value for name, value in os.environ.items() if "YOLO" not in name}
    return {
        **plain,
        "HOME": str(place),
        "PYTHONPATH": str(ROOT),
        "RELECTURE_HOME": str(place / "home"),
        "RELECTURE_CASE": str(place / "case"),
        "RELECTURE_USER": "alice",
        "RELECTURE_PASSPHRASE": SECRET,
        "RELECTURE_DETECTOR": "motion",
        "RELECTURE_THREADS": "1",
        "RELECTURE_WORKERS": "2",
    }


def app(*words: str) -> list[str]:
    """A command of the program, as it is typed."""
    return [sys.executable, "-m", "app", *words]


def reached(place: Path, command: list[str]) -> tuple[str, list[str]]:
    """One command under strace: what it told, and the network sockets it asked for."""
    done, asked = traced(command, place / "trace", environment(place), place)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout, asked


def test_the_four_acts_ask_for_no_network_socket(place: Path) -> None:
    seen: dict[str, list[str]] = {}
    start = ("--start", "2024-03-05T12:00:00Z", "--camera", "rue", "--exhibit", "S1")
    _, seen["admit"] = reached(place, app("admit", str(place / "rue.mp4"), *start))
    _, seen["index"] = reached(place, app("index", "--level", "full"))
    told, seen["ask"] = reached(place, app("ask", *CENTRE, "--json"))
    (hit,) = [line for line in map(json.loads, told.splitlines()) if line["type"] == "hit"]
    out = ("--margin", "1s", "--out", str(place / "clip"))
    _, seen["export"] = reached(place, app("export", "clip", hit["name"], *out))
    assert (place / "clip" / "clip.mp4").stat().st_size > 0
    assert seen == {"admit": [], "index": [], "ask": [], "export": []}


REACHING = {
    "by Python": "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()",
    "by a library in C": "import ctypes; ctypes.CDLL(None).socket(10, 2, 0)",
    "by a child": (
        "import subprocess, sys; subprocess.run([sys.executable, '-c',"
        " 'import socket; socket.socket(socket.AF_INET).close()'])"
    ),
}


@pytest.mark.parametrize("how", sorted(REACHING))
def test_a_program_that_reaches_out_is_seen(how: str, tmp_path: Path) -> None:
    _, asked = reached(tmp_path, [sys.executable, "-c", REACHING[how]])
    assert len(asked) >= 1


def test_a_trace_is_read_as_strace_writes_it() -> None:
    trace = [
        "12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
        "12 socketpair(AF_UNIX, SOCK_STREAM, 0, [4, 5]) = 0",
        '12 connect(3, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0',
    ]
    assert families(trace) == []
    reaching = [
        "13 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 3",
        "[pid 14] socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP <unfinished ...>",
        "15 socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)) = -1 EPERM",
        "16 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 3",
        "17 socket(45, SOCK_RAW, 0) = 3",
    ]
    assert families([*trace, *reaching]) == [
        "AF_INET",
        "AF_INET6",
        "AF_PACKET",
        "AF_NETLINK",
        "45",
    ]
