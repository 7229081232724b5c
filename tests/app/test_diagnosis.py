import platform as machine
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app import diagnosis
from app.diagnosis import examine, hook, lacking, platform, told
from app.libraries import DISPLAY, HEADLESS, Library
from app.words import Words, read_words
from tests.app.cli.terminal import Terminal
from tests.desk.scene import REPOSITORY, FixedClock
from tests.offline import no_socket
from vsa_core.desk.health import UNLOADED, Finding, Health, State

CURSOR = Library("libxcb-cursor.so.0", "libxcb-cursor0")
GL = Library("libGL.so.1", "libgl1")


@pytest.fixture(params=["fr", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    """The words of each language."""
    return read_words(request.param)


@pytest.fixture
def opens(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Makes a machine on which these of Qt's platforms open; those that were tried."""

    def made(*names: str) -> list[str]:
        tried: list[str] = []

        def survives(lines: str, **variables: str) -> bool:
            tried.append(variables["QT_QPA_PLATFORM"])
            return tried[-1] in names

        monkeypatch.setattr(diagnosis, "survives", survives)
        return tried

    return made


def test_libraries_that_load_are_counted() -> None:
    found = lacking("libraries", (), 9, needed=True)
    assert found == Finding("libraries", State.GOOD, "found", (("count", "9"),))


def test_libraries_that_lack_are_bad_only_where_they_are_needed() -> None:
    values = (
        ("names", "libGL.so.1, libxcb-cursor.so.0"),
        ("line", "sudo apt install --no-install-recommends libgl1 libxcb-cursor0"),
    )
    assert lacking("x", (GL, CURSOR), 9, needed=True) == Finding("x", State.BAD, "lacking", values)
    assert lacking("x", (GL, CURSOR), 9, needed=False).state is State.WARNING


def test_a_window_opens_on_the_screen_that_qt_prefers(opens: Callable[..., list[str]]) -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    opens("xcb", "wayland")
    assert platform(both).values == (("name", "wayland"),)
    tried = opens("xcb")
    assert platform(both) == Finding("platform", State.GOOD, "opens", (("name", "xcb"),))
    assert tried == ["wayland", "xcb"]


def test_a_screen_on_which_nothing_opens_is_bad(opens: Callable[..., list[str]]) -> None:
    opens("offscreen")
    assert platform({"DISPLAY": ":0"}) == Finding(
        "platform", State.BAD, "fails", (("names", "xcb"),)
    )


def test_without_a_screen_the_rest_still_works(opens: Callable[..., list[str]]) -> None:
    opens("offscreen")
    assert platform({}) == Finding("platform", State.WARNING, "screenless")
    opens()
    assert platform({}).state is State.BAD


def test_a_platform_that_is_asked_for_is_the_only_one_tried(
    opens: Callable[..., list[str]],
) -> None:
    tried = opens("offscreen")
    assert platform({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}).told == "opens"
    assert tried == ["offscreen"]


def test_qt_opens_without_a_screen_here_and_dies_alone_where_it_cannot() -> None:
    assert platform({"QT_QPA_PLATFORM": "offscreen"}).told == "opens"
    assert platform({"QT_QPA_PLATFORM": "no-such-platform"}).told == "fails"


def test_the_guard_is_asked_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    for closed, state in ((True, State.GOOD), (False, State.BAD)):
        monkeypatch.setattr(diagnosis, "is_closed", lambda closed=closed: closed)
        assert hook().state is state


def absent(*libraries: Library) -> Callable[[bool], tuple[Library, ...]]:
    def missing(display: bool) -> tuple[Library, ...]:
        return tuple(lib for lib in libraries if display or lib in HEADLESS)

    return missing


def test_the_app_tells_first_what_kills_the_rest(
    opens: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    opens("offscreen")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    well = Finding("clock", State.GOOD, "plausible")
    health = Health(FixedClock(), [("clock", lambda: well)])
    monkeypatch.setattr(diagnosis, "missing", absent(GL, CURSOR))
    found = {finding.what: finding for finding in examine(health)}
    assert list(found) == ["libraries", "display", "platform", "clock", "hook"]
    assert found["libraries"].values[0] == ("names", "libGL.so.1")
    assert found["display"].values[0] == ("names", "libxcb-cursor.so.0")
    assert (found["libraries"].state, found["display"].state) == (State.BAD, State.WARNING)
    monkeypatch.setenv("DISPLAY", ":0")
    assert {f.what: f for f in examine(health)}["display"].state is State.BAD


TOLD = {
    "libraries": "found lacking!",
    "display": "found lacking!",
    "platform": "opens screenless! fails!",
    "python": "known unknown!",
    "encoder": "proven absent!",
    "home": "private coming shut! open!",
    "filesystem": "local unknown! remote! passing! open!",
    "space": "enough little! full!",
    "clock": "plausible lost!",
    "zone": "set utc!",
    "journal": "none whole broken! ahead!",
    "head": "coming single! beside! apart away!",
    "retention": "none ahead soon! passed! unread!",
    "models": "chosen motion! refused! changed!",
    "gpu": "none other driverless! unused! usable",
    "network": "apart up!",
    "route": "none out!",
    "telemetry": "inert awake!",
    "hook": "closed open!",
}
"""What may be told of each subject; "!" where something is to be done about it."""


def test_every_finding_has_its_words(words: Words) -> None:
    wanted = {"doctor.good", "doctor.warning", "doctor.bad"}
    wanted |= {f"doctor.{UNLOADED}", f"doctor.{UNLOADED}_next"}
    for what, states in TOLD.items():
        wanted.add(f"doctor.{what}.name")
        for state in states.split():
            wanted.add(f"doctor.{what}.{state.rstrip('!')}")
            wanted |= {f"doctor.{what}.{state[:-1]}_next"} if state.endswith("!") else set()
    assert {key for key in words.sentences if key.startswith("doctor.")} == wanted


def test_what_is_bad_says_what_to_do(words: Words) -> None:
    values = (("names", "libGL.so.1"), ("line", "sudo apt install libgl1"))
    sentence, following = told(Finding("libraries", State.BAD, "lacking", values), words)
    assert "libGL.so.1" in sentence
    assert following.endswith("sudo apt install libgl1")
    assert told(Finding("encoder", State.GOOD, "proven"), words)[1] == ""


def test_a_subject_that_could_not_be_loaded_says_why(words: Words) -> None:
    lost = Finding("encoder", State.BAD, UNLOADED, (("why", "libGL.so.1: no such file"),))
    sentence, following = told(lost, words)
    assert "libGL.so.1: no such file" in sentence
    assert "relecture doctor" in following


def test_a_name_from_outside_cannot_spoof_a_line(words: Words) -> None:
    finding = Finding("home", State.BAD, "shut", (("path", "/a\u202eb\n"),))
    assert "/a⟨U+202E⟩b⟨U+000A⟩" in told(finding, words)[0]


@pytest.mark.skipif(
    machine.machine() not in no_socket.SOCKET, reason="no filter written for this machine"
)
def test_the_doctor_opens_no_socket(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, no_socket.__file__, sys.executable, "-m", "app", "doctor", "--json"],
        cwd=REPOSITORY,
        env={"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 4), done.stderr
    assert '"what": "hook", "state": "good"' in done.stdout


def test_all_that_is_looked_at_here_has_words(terminal: Terminal) -> None:
    findings = terminal("doctor", "--json").objects
    assert [f["what"] for f in findings if "what" in f] == list(TOLD)


def test_the_two_sets_have_no_library_in_common() -> None:
    assert not set(HEADLESS) & set(DISPLAY)
