"""Does this machine know the time? Its clock, its zone, and what the journal last saw."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vsa_core.desk.health import Finding, State
from vsa_core.desk.machine import Machine
from vsa_core.errors import Fault

FIRST_DAY = 1_704_067_200_000_000
"""1 January 2024 in microseconds: a machine that believes an earlier date has lost its clock."""

LAST_DAY = 4_102_444_800_000_000
"""1 January 2100: one that believes a later date was set wrongly."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LOCAL = Path("/etc/localtime")
ZONES = "zoneinfo/"


def clock(now: int) -> Finding:
    """Whether `now`, microseconds since 1970 UTC, is a time that a set clock may tell."""
    values = (("utc", _shown(now)),)
    if not FIRST_DAY <= now < LAST_DAY:
        return Finding("clock", State.BAD, "lost", values)
    return Finding("clock", State.GOOD, "plausible", values)


def zone(now: int) -> Finding:
    """In which zone times are shown at `now`; without one they are shown in UTC."""
    known = min(max(now, FIRST_DAY), LAST_DAY)
    here = datetime.fromtimestamp(known // 1_000_000, UTC).astimezone()
    offset = here.utcoffset() or timedelta()
    name = os.environ.get("TZ") or _zone_of(LOCAL) or here.tzname() or "UTC"
    values = (("zone", name), ("offset", _signed(offset)))
    if name.rpartition("/")[2] in ("UTC", "Universal", "Zulu", "UCT"):
        return Finding("zone", State.WARNING, "utc", values)
    return Finding("zone", State.GOOD, "set", values)


def journal(machine: Machine, now: int) -> Finding:
    """Whether the journal is whole, and its last record no later than `now`."""
    if not machine.founded:
        return Finding("journal", State.GOOD, "none")
    try:
        with machine.journal() as book:
            records, last = book.size, book.time
    except Fault as fault:
        return Finding("journal", State.BAD, "broken", (("code", str(fault)),))
    if last > now:
        return Finding("journal", State.BAD, "ahead", (("last", _shown(last)),))
    return Finding("journal", State.GOOD, "whole", (("records", str(records)),))


def _shown(time: int) -> str:
    shown = EPOCH + timedelta(microseconds=time)
    return f"{shown:%Y-%m-%d %H:%M:%S} UTC"


def _zone_of(link: Path) -> str:
    """The zone that a link to its table names, as in "Europe/Paris"."""
    return str(link.resolve()).rpartition(ZONES)[2] if link.is_symlink() else ""


def _signed(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
