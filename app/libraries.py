"""Which system libraries Qt and OpenCV load, and the one line that brings those that lack."""

import ctypes
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vsa_core.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library by the name that the loader looks for, and its package on Debian 12."""

    name: str
    package: str


HEADLESS = (
    Library("libGL.so.1", "libgl1"),
    Library("libEGL.so.1", "libegl1"),
    Library("libX11.so.6", "libx11-6"),
    Library("libxcb.so.1", "libxcb1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libgthread-2.0.so.0", "libglib2.0-0"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libfreetype.so.6", "libfreetype6"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
)
"""What Qt's core, gui and widgets and OpenCV name; without them not even `import cv2` works."""

DISPLAY = (
    Library("libX11-xcb.so.1", "libx11-xcb1"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-randr.so.0", "libxcb-randr0"),
    Library("libxcb-render.so.0", "libxcb-render0"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-shm.so.0", "libxcb-shm0"),
    Library("libxcb-sync.so.1", "libxcb-sync1"),
    Library("libxcb-util.so.1", "libxcb-util1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
"""What Qt's xcb platform plugin names besides; without one of them Qt aborts the program."""


UNSEEN = frozenset({"offscreen", "minimal", "vnc"})
"""Qt platforms on which nobody sees a window."""


def missing(display: bool) -> tuple[Library, ...]:
    """The libraries that the loader does not find; `display`: those of a window too.

    Each is loaded for real: a file of that name may be there and not load.
    Empty on systems other than Linux, where the wheels bring their own.
    """
    if not sys.platform.startswith("linux"):
        return ()
    wanted = HEADLESS + DISPLAY if display else HEADLESS
    return tuple(library for library in wanted if not _loads(library.name))


def apt_line(libraries: Iterable[Library]) -> str:
    """The one line that installs their packages on Debian and Ubuntu."""
    packages = sorted({library.package for library in libraries})
    return f"sudo apt install --no-install-recommends {' '.join(packages)}"


def demand(display: bool) -> None:
    """Raise Unreadable (SYS-002) naming what lacks, before Qt or OpenCV would fail on it."""
    lacking = missing(display)
    if lacking:
        names = ", ".join(library.name for library in lacking)
        raise Unreadable("SYS-002", libraries=names, line=apt_line(lacking))


def screens(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The Qt platforms whose screen this session has, the one that Qt prefers first.

    Empty too where QT_QPA_PLATFORM asks for a platform that shows nothing.
    """
    if environment.get("QT_QPA_PLATFORM") in UNSEEN:
        return ()
    known = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
    return tuple(name for name, variable in known.items() if environment.get(variable))


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError as error:
        # It is there: this process has loaded so many that the loader has no room for one more.
        return "static TLS block" in str(error)
    return True
