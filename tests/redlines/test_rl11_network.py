"""RL11. The network is closed before anything else, and no line of ours could open it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGES, ROOT, modules, parsed, write

NETWORK = frozenset(
    "socket ssl http urllib ftplib smtplib imaplib poplib telnetlib socketserver xmlrpc asyncio"
    " requests httpx aiohttp urllib3 websockets grpc paramiko zmq"
    " cluster dask distributed tornado".split()
)
PROGRAM = tuple(folder for folder in PACKAGES if folder != "cluster")
"""All but the extra: what opens the network is in processes of its own, and imported by nobody."""

QT = frozenset("QtNetwork QtNetworkAuth QtWebSockets QtWebEngineCore QtHttpServer".split())

TRY = """
import sys
sys.path.insert(0, {root!r})
from vsa_core.offline import close_network
close_network()
{attempt}
print("reached")
"""
ATTEMPTS = {
    "a socket": "import socket; socket.socket(socket.AF_INET)",
    "a socket of the other kind": "import socket; socket.socket(socket.AF_INET6)",
    "raw packets": "import socket; socket.socket(socket.AF_PACKET, socket.SOCK_RAW)",
    "a name": "import socket; socket.getaddrinfo('localhost', 80)",
    "a name the old way": "import socket; socket.gethostbyname('localhost')",
    "the name of an address": "import socket; socket.getnameinfo(('127.0.0.1', 80), 0)",
    "a page": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
    "the kernel's routes": "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "a radio": "import socket; socket.socket(31)",
    "an open door": "import socket; s = socket.socket(socket.AF_UNIX); s.connect(('127.0.0.1', 9))",
}
LOCAL = "import socket; a, b = socket.socketpair(); a.send(b'x'); assert b.recv(1) == b'x'"


def openers(root: Path) -> list[str]:
    """Imports of the program that could open the network."""
    return sorted(
        f"{path.relative_to(root)}: {name}"
        for path in modules(root, PROGRAM)
        for name in _imports(path)
        if name.partition(".")[0] in NETWORK or QT & set(name.split("."))
    )


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


BEGINNINGS = ("app/__main__.py", "vsa_core/worker.py")


def late(path: Path) -> list[str]:
    """Whether a process of ours does anything before it closes the network."""
    tree = parsed(path)
    (main,) = (n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "main")
    documented = ast.get_docstring(main) is not None
    first = ast.unparse(main.body[documented])
    return [] if first == "close_network()" else [first]


def reached(attempt: str, root: Path = ROOT) -> bool:
    """Whether a program that closed the network gets that far."""
    code = TRY.format(root=str(root), attempt=attempt)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd="/", capture_output=True, text=True, check=False
    )
    return "reached" in done.stdout


def test_no_line_of_ours_could_open_the_network() -> None:
    assert openers(ROOT) == []


@pytest.mark.parametrize("path", BEGINNINGS)
def test_the_network_is_closed_before_anything_else(path: str) -> None:
    assert late(ROOT / path) == []


@pytest.mark.parametrize("attempt", sorted(ATTEMPTS))
def test_no_attempt_gets_through(attempt: str) -> None:
    assert not reached(ATTEMPTS[attempt])


def test_our_own_processes_still_speak_to_each_other() -> None:
    assert reached(LOCAL)


@pytest.mark.parametrize(
    "fault",
    [
        "import socket\n",
        "from urllib.request import urlopen\n",
        "from PySide6 import QtNetwork\n",
        "from PySide6.QtWebSockets import QWebSocket\n",
        "def late():\n    import requests\n",
        "from distributed import Client\n",
        "from cluster.line import DaskLine\n",
    ],
)
def test_a_line_that_could_is_seen(fault: str, tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/desk/health.py", fault)
    assert len(openers(tmp_path)) == 1


def test_a_program_that_closes_it_late_is_seen(tmp_path: Path) -> None:
    text = 'def main():\n    """Run."""\n    words = read()\n    close_network()\n'
    write(tmp_path, "app/__main__.py", text)
    assert late(tmp_path / "app" / "__main__.py") == ["words = read()"]


@pytest.mark.parametrize("attempt", ["a socket", "a name"])
def test_a_hook_that_lets_all_pass_is_seen(attempt: str, tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/__init__.py", "")
    write(tmp_path, "vsa_core/offline.py", "def close_network(): ...\n")
    assert reached(ATTEMPTS[attempt], tmp_path)
