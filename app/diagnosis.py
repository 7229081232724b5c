"""The whole diagnosis of a machine: what the desk's doctor finds, and what only the app can see."""

import os
from collections.abc import Iterable, Mapping

from app.libraries import DISPLAY, HEADLESS, Library, apt_line, missing, screens
from app.words import Words, visible
from vsa_core.desk.health import Finding, Health, State
from vsa_core.desk.rehearsal import survives
from vsa_core.offline import is_closed

PLATFORM = "QT_QPA_PLATFORM"
WINDOW = """
import sys
from PySide6.QtGui import QGuiApplication
QGuiApplication(sys.argv)
"""
"""Opens the display the way Qt does; without the right libraries Qt kills the program."""


def examine(health: Health) -> tuple[Finding, ...]:
    """Everything that is looked at, in a fixed order: libraries, display, machine, network."""
    libraries = lacking("libraries", missing(display=False), len(HEADLESS), needed=True)
    absent = tuple(library for library in missing(display=True) if library in DISPLAY)
    screen = bool(screens(os.environ))
    display = lacking("display", absent, len(DISPLAY), needed=screen)
    return (libraries, display, platform(os.environ), *health.examine(), hook())


def told(finding: Finding, words: Words) -> tuple[str, str]:
    """What was found in one sentence, and what to do about it; "" when nothing is to be done."""
    key = f"doctor.{finding.what}.{finding.told}"
    if not words.knows(key):
        key = f"doctor.{finding.told}"  # what may be told of any subject
    shown = {name: visible(value) for name, value in finding.values}
    following = words.say(f"{key}_next", **shown) if words.knows(f"{key}_next") else ""
    return words.say(key, **shown), following


def lacking(what: str, absent: Iterable[Library], wanted: int, *, needed: bool) -> Finding:
    """A set of system libraries: the apt line of those that lack; bad only when `needed`."""
    names = ", ".join(library.name for library in absent)
    if not names:
        return Finding(what, State.GOOD, "found", (("count", str(wanted)),))
    state = State.BAD if needed else State.WARNING
    return Finding(what, state, "lacking", (("names", names), ("line", apt_line(absent))))


def platform(environment: Mapping[str, str]) -> Finding:
    """Which of Qt's platforms a window would open on, each tried in a child of ours."""
    asked = environment.get(PLATFORM)
    tried = (asked,) if asked else screens(environment)
    for name in tried:
        if survives(WINDOW, **{PLATFORM: name}):
            return Finding("platform", State.GOOD, "opens", (("name", name),))
    if tried:
        return Finding("platform", State.BAD, "fails", (("names", ", ".join(tried)),))
    if survives(WINDOW, **{PLATFORM: "offscreen"}):
        return Finding("platform", State.WARNING, "screenless")
    return Finding("platform", State.BAD, "fails", (("names", "offscreen"),))


def hook() -> Finding:
    """Whether this very program refuses to open the network."""
    if is_closed():
        return Finding("hook", State.GOOD, "closed")
    return Finding("hook", State.BAD, "open")
