"""Is this machine apart? Which interfaces are up, and whether there is a way out."""

from collections.abc import Iterator
from pathlib import Path

from vsa_core.desk.health import Finding, State

DEVICES = Path("/proc/net/dev")
"""The interfaces of this very process: /sys shows those of whoever mounted it."""

STATES = Path("/sys/class/net")
ROUTES = Path("/proc/net/route")
ROUTES6 = Path("/proc/net/ipv6_route")

IFF_UP = 0x1
RTF_UP, RTF_REJECT = 0x1, 0x200  # linux/route.h
LOOPBACK = "lo"


def interfaces() -> Finding:
    """The interfaces that are up beside the loopback; a machine kept apart has none."""
    up = sorted(name for name in _names() if name != LOOPBACK and _is_up(STATES / name))
    if up:
        return Finding("network", State.WARNING, "up", (("names", ", ".join(up)),))
    return Finding("network", State.GOOD, "apart")


def way_out() -> Finding:
    """Whether a default route leads off the machine's own networks."""
    through = sorted({*_ways(), *_ways6()} - {LOOPBACK})
    if through:
        return Finding("route", State.WARNING, "out", (("names", ", ".join(through)),))
    return Finding("route", State.GOOD, "none")


def _names() -> list[str]:
    return [line.partition(":")[0].strip() for line in _lines(DEVICES)[2:]]


def _is_up(interface: Path) -> bool:
    """By its own word; a tunnel says "unknown" and is up when its flag says so."""
    try:
        state = (interface / "operstate").read_text("ascii").strip()
        if state != "unknown":
            return state == "up"
        return bool(int((interface / "flags").read_text("ascii"), 16) & IFF_UP)
    except (OSError, ValueError):
        return True  # listed, and nobody says that it is down


def _ways() -> Iterator[str]:
    for line in _lines(ROUTES)[1:]:
        name, target, _, flags, _, _, _, mask, *_ = line.split()
        if int(target, 16) == int(mask, 16) == 0 and int(flags, 16) & RTF_UP:
            yield name


def _ways6() -> Iterator[str]:
    for line in _lines(ROUTES6):
        target, length, *_, flags, name = line.split()
        if int(target, 16) == int(length, 16) == 0 and not int(flags, 16) & RTF_REJECT:
            yield name


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("ascii").splitlines()
    except OSError:
        return []
