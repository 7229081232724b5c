"""A rack in a box: a scheduler and two machines, each in a network namespace of its own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PYTHON = (sys.executable, "-P", "-m", "cluster")
SCHEDULER = "10.77.0.1"
PORT = 8786
MACHINES = ("rue", "gare")

INSIDE = "RELECTURE_RACK_INSIDE"
"""Said to the process that is alone with its network."""


def refusal() -> str:
    """Why no rack can stand here; "" when one can: it wants network namespaces and `ip`."""
    if not shutil.which("ip") or not shutil.which("unshare"):
        return "there is no `ip` (iproute2) or no `unshare` (util-linux) here"
    try_it = [*_alone(), "ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1"]
    tried = subprocess.run(try_it, capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this kernel gives no network namespace with a veth"


def _alone() -> list[str]:
    """What runs a command in a network of its own: as root, or as root of a user namespace."""
    return ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-rn"]


def alone(module: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a module of ours with nobody else on its network."""
    return subprocess.run(
        [*_alone(), sys.executable, "-m", module, *words],
        env={**os.environ, INSIDE: "1", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@dataclass(slots=True)
class Box:
    """What stands in the box; `folder` holds the papers, the logs and each machine's disk."""

    folder: Path
    environment: Mapping[str, str]
    parts: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    houses: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def gateway(self) -> list[str]:
        """What starts a gateway to it."""
        return [*PYTHON, "gateway", str(self.papers / "gateway")]

    @property
    def papers(self) -> Path:
        """What `cluster init` made."""
        return self.folder / "papers"

    def start(self, footage: Sequence[Path]) -> None:
        """The network, the papers, the scheduler; each machine gets a disk with its own copies."""
        _ip("link", "set", "lo", "up")
        _ip("addr", "add", f"{SCHEDULER}/32", "dev", "lo")
        names = [word for name in MACHINES for word in ("--machine", name)]
        self._run("init", str(self.papers), "--scheduler", SCHEDULER, *names)
        self._start("scheduler", ["scheduler", str(self.papers / "scheduler")])
        for number, name in enumerate(MACHINES, start=1):
            disk = self.folder / name
            disk.mkdir()
            for path in footage:
                shutil.copy(path, disk)
            self._house(name, number)

    def man(self, name: str) -> None:
        """Have a machine look, one slice at once; it is dead or was never started before."""
        papers, disk = str(self.papers / name), str(self.folder / name)
        words = ["worker", papers, "--footage", disk, "--slices", "1"]
        self._start(name, words, self.houses[name].pid)

    def freeze(self, name: str) -> None:
        """Keep a machine, with what it has in hand, from going on."""
        os.killpg(self.parts[name].pid, signal.SIGSTOP)

    def kill(self, name: str) -> None:
        """Pull the plug of a machine: it, and all that it started."""
        part = self.parts.pop(name)
        os.killpg(part.pid, signal.SIGKILL)
        part.wait()

    def stop(self) -> None:
        """Everything that was started is ended."""
        for name in list(self.parts):
            self.kill(name)
        for house in self.houses.values():
            house.kill()
            house.wait()

    def listening(self) -> list[str]:
        """Addresses on which any process of any namespace of the box listens."""
        found = _listening([])
        for house in self.houses.values():
            found += _listening(["nsenter", "-t", str(house.pid), "-n"])
        return found

    def _house(self, name: str, number: int) -> None:
        """A namespace whose one cable leads to ours."""
        house = subprocess.Popen(["unshare", "-n", "sleep", "infinity"])
        self.houses[name] = house
        inside = ["nsenter", "-t", str(house.pid), "-n"]
        ours, theirs = f"10.77.{number}.1", f"10.77.{number}.2"
        _until(lambda: os.readlink(f"/proc/{house.pid}/ns/net") != os.readlink("/proc/self/ns/net"))
        _ip("link", "add", f"to-{name}", "type", "veth", "peer", "name", "eth0")
        _ip("link", "set", "eth0", "netns", str(house.pid))
        _ip("addr", "add", f"{ours}/24", "dev", f"to-{name}")
        _ip("link", "set", f"to-{name}", "up")
        for words in (
            ["addr", "add", f"{theirs}/24", "dev", "eth0"],
            ["link", "set", "lo", "up"],
            ["link", "set", "eth0", "up"],
            ["route", "add", "default", "via", ours],
        ):
            _ip(*words, inside=inside)

    def _start(self, name: str, words: Sequence[str], house: int | None = None) -> None:
        inside = ["nsenter", "-t", str(house), "-n"] if house else []
        with (self.folder / f"{name}.log").open("ab") as log:
            self.parts[name] = subprocess.Popen(
                [*inside, *PYTHON, *words],
                env=dict(self.environment),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _run(self, *words: str) -> None:
        command, quiet = [*PYTHON, *words], subprocess.DEVNULL
        subprocess.run(command, env=dict(self.environment), check=True, stdout=quiet)


@contextmanager
def box(folder: Path, footage: Sequence[Path], environment: Mapping[str, str]) -> Iterator[Box]:
    """A rack with its scheduler at work and its machines still off."""
    made = Box(folder, environment)
    with ExitStack() as stack:
        stack.callback(made.stop)
        made.start(footage)
        yield made


def _ip(*words: str, inside: Sequence[str] = ()) -> None:
    subprocess.run([*inside, "ip", *words], check=True)


def _listening(inside: Sequence[str]) -> list[str]:
    told = subprocess.run(
        [*inside, "cat", "/proc/net/tcp", "/proc/net/tcp6"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = [line.split() for line in told.splitlines()]
    return [row[1] for row in rows if len(row) > 3 and row[3] == "0A"]


def _until(ready: Callable[[], bool]) -> None:
    for _ in range(100):
        if ready():
            return
        time.sleep(0.02)
    raise TimeoutError
