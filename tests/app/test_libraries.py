import ctypes
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app import libraries
from app.libraries import DISPLAY, HEADLESS, Library, apt_line, demand, missing, screens
from tests.architecture.house import ROOT
from vsa_core.errors import Unreadable


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes a machine that lacks the libraries of these names."""

    def lacking(*names: str) -> None:
        monkeypatch.setattr(libraries, "_loads", lambda name: name not in names)

    return lacking


def test_a_whole_machine_lacks_nothing(without: Callable[..., None]) -> None:
    without()
    assert missing(display=True) == ()
    demand(display=True)


def test_the_screen_is_asked_for_only_where_one_is_wanted(without: Callable[..., None]) -> None:
    without("libxcb-cursor.so.0")
    assert missing(display=False) == ()
    demand(display=False)
    assert missing(display=True) == (Library("libxcb-cursor.so.0", "libxcb-cursor0"),)
    with pytest.raises(Unreadable, match="SYS-002"):
        demand(display=True)


def test_what_lacks_is_one_exact_line(without: Callable[..., None]) -> None:
    without("libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libxcb-cursor.so.0")
    with pytest.raises(Unreadable) as refused:
        demand(display=True)
    assert refused.value.values == {
        "libraries": "libEGL.so.1, libglib-2.0.so.0, libgthread-2.0.so.0, libxcb-cursor.so.0",
        "line": "sudo apt install --no-install-recommends libegl1 libglib2.0-0 libxcb-cursor0",
    }
    assert apt_line(()) == "sudo apt install --no-install-recommends "


def test_a_library_is_missing_when_the_loader_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    damaged = tmp_path / "libdamaged.so.1"
    damaged.write_bytes(b"not a library")
    names = (str(damaged), "libno-such-thing.so.9", "libc.so.6")
    monkeypatch.setattr(libraries, "HEADLESS", tuple(Library(name, "x") for name in names))
    assert [library.name for library in missing(display=False)] == list(names[:2])


def test_elsewhere_than_on_linux_the_wheels_bring_their_own(
    monkeypatch: pytest.MonkeyPatch, without: Callable[..., None]
) -> None:
    without("libGL.so.1")
    monkeypatch.setattr(libraries.sys, "platform", "win32")
    assert missing(display=True) == ()


@pytest.mark.parametrize(
    ("environment", "seen"),
    [
        ({}, ()),
        ({"DISPLAY": ""}, ()),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ("wayland", "xcb")),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ()),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, ("xcb",)),
    ],
)
def test_a_screen_is_one_that_somebody_sees(
    environment: dict[str, str], seen: tuple[str, ...]
) -> None:
    assert screens(environment) == seen


NEEDED = re.compile(rb"\x00(lib[A-Za-z0-9_+.-]+?\.so(?:\.\d+)+)(?=\x00)")
"""Names of libraries as they stand in the string table of a shared object."""

SYSTEM = re.compile(r"lib(c|m|dl|rt|pthread|stdc\+\+|gcc_s|z|zstd|resolv|mvec)\.so")
"""What every Debian has: the C library, its compilers' and its package manager's own."""


def named_by(*files: Path) -> set[str]:
    """The system libraries that these shared objects name and do not bring themselves."""
    names = {name.decode() for file in files for name in NEEDED.findall(file.read_bytes())}
    own = {path.name for file in files for path in file.parents[2].rglob("*.so*")}
    return {name for name in names - own if not SYSTEM.match(name)}


def installed(package: str) -> Path:
    """The folder of an installed package that need not load."""
    spec = __import__("importlib.util").util.find_spec(package)
    return Path(spec.origin).parent


def test_what_qt_names_is_what_we_look_for() -> None:
    qt = installed("PySide6") / "Qt"
    parts = ("Core", "Gui", "Widgets", "Svg", "PrintSupport", "DBus", "OpenGL")
    headless = [qt / "lib" / f"libQt6{part}.so.6" for part in parts]
    headless.append(qt / "plugins" / "platforms" / "libqoffscreen.so")
    known = {library.name for library in HEADLESS}
    assert named_by(*headless) - known == set()
    xcb = named_by(
        qt / "plugins" / "platforms" / "libqxcb.so",
        qt / "lib" / "libQt6XcbQpa.so.6",
        qt / "plugins" / "xcbglintegrations" / "libqxcb-egl-integration.so",
    )
    assert xcb - known == {library.name for library in DISPLAY}


def test_the_set_up_script_looks_for_none_that_we_forget() -> None:
    script = (ROOT / "installer" / "linux" / "system_packages.sh").read_text("utf-8")
    listed = dict(re.findall(r"^    (lib\S+?):(\S+)$", script, re.MULTILINE))
    assert listed
    assert listed.items() <= {library.name: library.package for library in HEADLESS}.items()


def test_the_loader_is_asked_without_a_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert missing(display=False) == tuple(lib for lib in HEADLESS if not _loads(lib.name))


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def test_a_library_that_only_lacks_room_in_this_process_does_not_lack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(name: str) -> None:
        raise OSError(f"{name}: cannot allocate memory in static TLS block")

    monkeypatch.setattr(libraries.ctypes, "CDLL", full)
    assert missing(display=True) == ()
