"""Is this machine fit for the work? What the doctor looks at, without touching any case."""

import ctypes.util
import os
import platform
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vsa_core.domain.ports import Clock

LIBRARIES = {
    "GL": "libgl1",
    "EGL": "libegl1",
    "xkbcommon": "libxkbcommon0",
    "glib-2.0": "libglib2.0-0",
    "fontconfig": "libfontconfig1",
    "dbus-1": "libdbus-1-3",
}
"""System libraries that Qt and OpenCV load, and the Debian package of each."""

NETWORK = Path("/sys/class/net")
"""Where Linux lists the network interfaces."""

ENOUGH_BYTES = 2 * 2**30
FIRST_DAY = 1_704_067_200_000_000
"""1 January 2024 in microseconds: a machine that believes an earlier date has lost its clock."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what, whether it is good, and what was found."""

    what: str
    good: bool
    values: tuple[tuple[str, str], ...]


Probe = Callable[[], Finding]


class Health:
    """The doctor: never reads a case, so that it works on a machine where nothing else does."""

    def __init__(self, home: Path, clock: Clock, probes: Sequence[Probe]) -> None:
        self._home = home
        self._clock = clock
        self._probes = tuple(probes)

    def now(self) -> int:
        """The machine's time, in microseconds since 1970 UTC."""
        return self._clock.now()

    def examine(self) -> tuple[Finding, ...]:
        """Everything the doctor looks at, in a fixed order."""
        own = (
            self._python(),
            _libraries(),
            self._folder(),
            self._space(),
            self._time(),
            _network(),
        )
        return own + tuple(probe() for probe in self._probes)

    def _python(self) -> Finding:
        return Finding("python", True, (("version", platform.python_version()),))

    def _folder(self) -> Finding:
        home = self._home
        place = home if home.exists() else _nearest(home)
        good = os.access(place, os.W_OK)
        private = not home.exists() or not home.stat().st_mode & 0o077
        return Finding("home", good and private, (("path", str(home)),))

    def _space(self) -> Finding:
        free = shutil.disk_usage(_nearest(self._home)).free
        return Finding("space", free >= ENOUGH_BYTES, (("free", f"{free / 2**30:.1f} GiB"),))

    def _time(self) -> Finding:
        now = self._clock.now()
        shown = datetime.fromtimestamp(now // 1_000_000, UTC).isoformat()
        return Finding("clock", now >= FIRST_DAY, (("utc", shown),))


def _nearest(path: Path) -> Path:
    while not path.exists():
        path = path.parent
    return path


def _libraries() -> Finding:
    lacking = [name for name in LIBRARIES if ctypes.util.find_library(name) is None]
    if not lacking:
        return Finding("libraries", True, (("found", str(len(LIBRARIES))),))
    packages = " ".join(LIBRARIES[name] for name in lacking)
    line = f"sudo apt install --no-install-recommends {packages}"
    return Finding("libraries", False, (("line", line),))


def _network() -> Finding:
    """The names of the interfaces that are up, beside the loopback; an air-gapped PC has none."""
    names = sorted(p.name for p in NETWORK.iterdir()) if NETWORK.exists() else []
    up = [name for name in names if name != "lo" and _is_up(NETWORK / name)]
    return Finding("network", True, (("up", ", ".join(up) or "–"),))


def _is_up(interface: Path) -> bool:
    try:
        return (interface / "operstate").read_text(encoding="ascii").strip() == "up"
    except OSError:
        return False
