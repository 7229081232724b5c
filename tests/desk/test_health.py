import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, START, FixedClock, enrolled, settings
from vsa_core import engine
from vsa_core.desk import health
from vsa_core.desk.health import ENOUGH_BYTES, FIRST_DAY, LIBRARIES, Finding, Health


@dataclass(slots=True)
class StoppedClock:
    """A clock that stands still."""

    time: int = START

    def now(self) -> int:
        return self.time

    def monotonic(self) -> int:
        return self.time


def findings(home: Path, clock: StoppedClock | None = None) -> dict[str, Finding]:
    """What the doctor says of a machine, by subject."""
    return {f.what: f for f in Health(home, clock or StoppedClock(), ()).examine()}


def private(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder


def test_every_subject_is_told_once_in_a_fixed_order(tmp_path: Path) -> None:
    told = [f.what for f in Health(tmp_path, StoppedClock(), ()).examine()]
    assert told == ["python", "libraries", "home", "space", "clock", "network"]


def test_other_rooms_have_their_say(tmp_path: Path) -> None:
    extra = Finding("models", False, (("code", "MOD-001"),))
    assert Health(tmp_path, StoppedClock(), (lambda: extra,)).examine()[-1] == extra


def test_the_doctor_makes_nothing(tmp_path: Path) -> None:
    findings(tmp_path / "nothing" / "here")
    assert list(tmp_path.iterdir()) == []


def test_a_home_still_to_be_made_is_good_where_it_can_be_made(tmp_path: Path) -> None:
    assert findings(tmp_path / "a" / "b")["home"].good


def test_a_home_that_others_may_read_is_not_good(tmp_path: Path) -> None:
    home = private(tmp_path / "home")
    assert findings(home)["home"].good
    home.chmod(0o750)
    assert not findings(home)["home"].good


def test_a_home_that_takes_nothing_is_not_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health.os, "access", lambda path, mode: False)
    assert not findings(private(tmp_path / "home"))["home"].good


@pytest.mark.parametrize(("free", "good"), [(ENOUGH_BYTES, True), (ENOUGH_BYTES - 1, False)])
def test_two_gibibytes_must_be_free(
    free: int, good: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(health.shutil, "disk_usage", lambda path: usage)
    found = findings(tmp_path / "to be made")["space"]
    assert (found.good, found.values) == (good, (("free", "2.0 GiB"),))


@pytest.mark.parametrize(("time", "good"), [(FIRST_DAY, True), (FIRST_DAY - 1, False), (0, False)])
def test_a_clock_before_2024_has_stopped(time: int, good: bool, tmp_path: Path) -> None:
    assert findings(tmp_path, StoppedClock(time))["clock"].good is good
    assert Health(tmp_path, StoppedClock(time), ()).now() == time


def finder(*lacking: str) -> Callable[[str], str | None]:
    return lambda name: None if name in lacking else f"lib{name}.so"


def test_libraries_that_lack_are_one_exact_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health.ctypes.util, "find_library", finder())
    assert findings(tmp_path)["libraries"].values == (("found", str(len(LIBRARIES))),)
    monkeypatch.setattr(health.ctypes.util, "find_library", finder("EGL", "xkbcommon"))
    found = findings(tmp_path)["libraries"]
    assert not found.good
    line = "sudo apt install --no-install-recommends libegl1 libxkbcommon0"
    assert found.values == (("line", line),)


def test_interfaces_that_are_up_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    net = tmp_path / "net"
    for name, state in (("lo", "unknown"), ("eth0", "up"), ("wlan0", "down"), ("odd", None)):
        (net / name).mkdir(parents=True)
        if state:
            (net / name / "operstate").write_text(state + "\n")
    monkeypatch.setattr(health, "NETWORK", net)
    assert findings(tmp_path)["network"].values == (("up", "eth0"),)
    monkeypatch.setattr(health, "NETWORK", tmp_path / "nowhere")
    assert findings(tmp_path)["network"].values == (("up", "–"),)


def test_before_anything_is_set_up_the_doctor_still_answers(tmp_path: Path) -> None:
    desks = engine.desks(settings(tmp_path / "home"), CHEAP, FixedClock())
    told = {f.what: f for f in desks.health.examine()}
    assert told["models"].values == (("model", "motion"),)
    assert told["journal"].good
    assert told["encoder"].good
    assert not (tmp_path / "home").exists()


def test_a_broken_journal_is_found_by_the_doctor(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    assert {f.what: f for f in desks.health.examine()}["journal"].values == (("records", "3"),)
    log = next((tmp_path / "home" / "audit").glob("*/audit.jsonl"))
    log.write_bytes(log.read_bytes().replace(b'"alice"', b'"alicE"', 1))
    found = {f.what: f for f in desks.health.examine()}["journal"]
    assert not found.good
    assert "AUD-1" in found.values[0][1]
