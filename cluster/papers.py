"""The folders that `cluster init` makes, one to carry to each machine, and what they say."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cluster.certificates import Paper, authority, issued
from vsa_core.errors import Refused, Unreadable, WrongUsage
from vsa_core.keys.private_file import read_private, write_private

SCHEDULER, GATEWAY = "scheduler", "gateway"
PORT = 8786
"""Where the scheduler listens unless another port is named."""

_NAME = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_ADDRESS = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:([0-9]{1,5}))?")
_AUTHORITY, _SIGNER = "authority.crt", "authority.key"
_OWN, _KEY, _PLACE = "own.crt", "own.key", "rack.json"


@dataclass(frozen=True, slots=True)
class Seat:
    """One machine's place in the rack: its name, where the scheduler is, and its papers.

    scheduler: `tls://host:port`; the paths are of PEM files that only their
    owner can read.
    """

    name: str
    scheduler: str
    authority: Path
    certificate: Path
    key: Path

    @property
    def host(self) -> str:
        """The scheduler's machine."""
        return self.scheduler.removeprefix("tls://").rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """Where the scheduler listens."""
        return int(self.scheduler.rpartition(":")[2])


def found(folder: Path, scheduler: str, machines: Sequence[str], now: int, days: int) -> list[Path]:
    """Make an authority, and a folder for the scheduler, the gateway and each machine.

    Returns the folders to carry, in order. The authority's key stays in
    `folder`: whoever has it can add machines. Raises WrongUsage (CLU-002,
    CLU-003) for a name or an address that is none, Refused (CLU-004) where
    `folder` holds anything, Unreadable (KEY-011, CLU-005).
    """
    address = reached(scheduler)
    _check_names(machines)
    if folder.is_dir() and any(folder.iterdir()):
        raise Refused("CLU-004", folder=folder.name)
    _make(folder)
    above = authority(now, days)
    write_private(folder / _AUTHORITY, above.certificate)
    write_private(folder / _SIGNER, above.key)
    names = (SCHEDULER, GATEWAY, *machines)
    return [_seated(folder / name, above, address, now, days) for name in names]


def added(folder: Path, machines: Sequence[str], now: int, days: int) -> list[Path]:
    """Make folders for more machines of a rack; none that is there is written again (CLU-004)."""
    _check_names(machines)
    above = Paper(read_private(folder / _AUTHORITY), read_private(folder / _SIGNER))
    address = seat(folder / GATEWAY).scheduler
    for name in machines:
        if (folder / name).exists():
            raise Refused("CLU-004", folder=name)
    return [_seated(folder / name, above, address, now, days) for name in machines]


def seat(folder: Path) -> Seat:
    """What a carried folder says; Unreadable (CLU-006, KEY-005), Refused (KEY-004)."""
    files = [folder / name for name in (_AUTHORITY, _OWN, _KEY)]
    for file in files:
        read_private(file)
    try:
        told = json.loads(read_private(folder / _PLACE))
        name, scheduler = told["name"], told["scheduler"]
        sound = isinstance(name, str) and _NAME.fullmatch(name) is not None
        sound = sound and reached(str(scheduler).removeprefix("tls://")) == scheduler
    except (ValueError, KeyError, TypeError, WrongUsage) as error:
        raise Unreadable("CLU-006", folder=folder.name) from error
    if not sound:
        raise Unreadable("CLU-006", folder=folder.name)
    return Seat(name, scheduler, *files)


def reached(address: str) -> str:
    """`tls://host:port` of a host, with a port or without; WrongUsage (CLU-003)."""
    told = _ADDRESS.fullmatch(address)
    port = int(told[3] or PORT) if told else 0
    if told is None or not 0 < port < 65536:
        raise WrongUsage("CLU-003", address=address)
    return f"tls://{told[1]}:{port}"


def _check_names(machines: Sequence[str]) -> None:
    taken = {SCHEDULER, GATEWAY}
    for name in machines:
        if name in taken or not _NAME.fullmatch(name):
            raise WrongUsage("CLU-002", name=name)
        taken.add(name)


def _seated(folder: Path, above: Paper, address: str, now: int, days: int) -> Path:
    own = issued(above, folder.name, now, days)
    _make(folder)
    write_private(folder / _AUTHORITY, above.certificate)
    write_private(folder / _OWN, own.certificate)
    write_private(folder / _KEY, own.key)
    place = {"name": folder.name, "scheduler": address}
    write_private(folder / _PLACE, json.dumps(place).encode())
    return folder


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unreadable("CLU-005", folder=folder.name, why=error.strerror or "") from error
