"""Composition root of the doctor: each subject loads what it needs when it is looked at."""

import platform
import sys

from vsa_core.clock import SystemClock
from vsa_core.desk import (
    health_disk,
    health_graphics,
    health_head,
    health_network,
    health_terms,
    health_time,
)
from vsa_core.desk.health import Finding, Health, State
from vsa_core.desk.machine import Machine
from vsa_core.desk.rehearsal import survives
from vsa_core.domain.ports import Clock
from vsa_core.errors import Fault
from vsa_core.settings import PROGRAM, Settings

PYTHONS = ((3, 11), (3, 12))
"""The versions of Python that Relecture is made for."""

SILENCE = """
import os, pathlib, sys
from vsa_core.vision.enclosure import enclose, must_be_enclosed, without_telemetry
def refuse(event, arguments):
    if event.startswith(("socket.", "os.fork", "os.posix_spawn")):
        os._exit(1)
sys.addaudithook(refuse)
enclose(pathlib.Path(os.environ["HOME"]))
must_be_enclosed()
without_telemetry()
import openvino
sys.exit("openvino_telemetry.main" in sys.modules)
"""
"""Loads openvino the way we do, and dies if it reaches out, forks, or brings its telemetry."""


def health(settings: Settings, clock: Clock | None = None) -> Health:
    """The doctor of the installation in `settings.home`; nothing is loaded before he looks."""
    clock = clock or SystemClock()
    home = settings.home
    machine = Machine(home, clock, PROGRAM, settings.head_path)
    return Health(
        clock,
        (
            ("python", lambda: python(sys.version_info[:2])),
            ("encoder", encoder),
            ("home", lambda: health_disk.folder(home)),
            ("filesystem", lambda: health_disk.filesystem(home)),
            ("space", lambda: health_disk.space(home)),
            ("clock", lambda: health_time.clock(clock.now())),
            ("zone", lambda: health_time.zone(clock.now())),
            ("journal", lambda: health_time.journal(machine, clock.now())),
            ("head", lambda: health_head.head(machine)),
            ("retention", lambda: health_terms.retention(machine, clock.now())),
            ("models", lambda: models(settings)),
            ("gpu", health_graphics.graphics),
            ("network", health_network.interfaces),
            ("route", health_network.way_out),
            ("telemetry", telemetry),
        ),
    )


def python(running: tuple[int, ...]) -> Finding:
    """Whether this version of Python is one that Relecture is made for."""
    values = (("version", platform.python_version()),)
    if running in PYTHONS:
        return Finding("python", State.GOOD, "known", values)
    return Finding("python", State.BAD, "unknown", values)


def encoder() -> Finding:
    """Whether clips can be written: two frames are encoded to H.264 and thrown away."""
    from vsa_core.desk.exports import Exports

    if Exports.can_encode():
        return Finding("encoder", State.GOOD, "proven")
    return Finding("encoder", State.BAD, "absent")


def models(settings: Settings) -> Finding:
    """Which model looks, and whether the files of the listed ones are what the lists say."""
    from vsa_core.stock import Stock

    stock = Stock(settings)
    try:
        lost = stock.lost()
        weights = None if lost else stock.chosen()
    except Fault as fault:
        return Finding("models", State.BAD, "refused", (("code", str(fault)),))
    if lost:
        return Finding("models", State.BAD, "changed", (("names", ", ".join(lost)),))
    if weights is None or settings.detector == "motion":
        listed = ", ".join(stock.names())
        return Finding("models", State.WARNING, "motion", (("listed", listed or "–"),))
    values = (("model", weights.entry.name), ("digest", weights.digest[:16]))
    return Finding("models", State.GOOD, "chosen", values)


def telemetry() -> Finding:
    """Whether openvino stays silent in a child, and ultralytics is told to by its settings."""
    if survives(SILENCE):
        return Finding("telemetry", State.GOOD, "inert")
    return Finding("telemetry", State.BAD, "awake")
