"""The program as it starts: one road walked in each language, and every way it can end."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from app import __main__ as program
from app import libraries
from app.__main__ import House
from app.cli import program as commands
from app.state.validation import STOPPED
from tests.app.cli.labelled import labelled
from tests.app.cli.terminal import Terminal
from tests.desk.scene import REPOSITORY
from vsa_core.domain.coverage import Level
from vsa_core.errors import Bug, Fault, Refused, Tampered, Unreadable, WrongUsage
from vsa_core.validation.report_files import JSON, PDF


def run(folder: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the repository with nothing else than these variables."""
    kept = {name: os.environ[name] for name in ("PATH", "OMP_NUM_THREADS") if name in os.environ}
    environment = {**kept, "HOME": str(folder), "RELECTURE_HOME": str(folder / "home"), **variables}
    return subprocess.run(
        [sys.executable, *command],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_program_runs_as_a_module_and_leaves_with_its_status(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "app", "people", "list", "--json")
    assert (done.returncode, done.stderr) == (3, "")
    assert json.loads(done.stdout)["code"] == "CAS-015"
    assert list(tmp_path.iterdir()) == []


FAULTS: list[tuple[Fault, int]] = [
    (WrongUsage("USE-011", text="noon"), 2),
    (Refused("CAS-015", home="/home"), 3),
    (Unreadable("CAS-023", folder="/case"), 4),
    (Tampered("CAS-010", file="people"), 5),
    (Bug("USE-001", key="x"), 70),
]


@pytest.fixture
def failing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes the next command fail."""

    def fail_with(error: BaseException) -> Terminal:
        def fails(given: object, words: object) -> int:
            raise error

        monkeypatch.setattr(program, "_run", fails)
        return terminal

    return fail_with


@pytest.mark.parametrize(("fault", "status"), FAULTS, ids=[type(f).__name__ for f, _ in FAULTS])
def test_each_way_to_say_no_has_its_status_and_its_words(
    fault: Fault, status: int, failing: Any
) -> None:
    said = failing(fault)("people", "list")
    assert (said.status, said.out) == (status, "")
    assert said.err.endswith(f"[{fault.code}]\n")
    said = failing(fault)("people", "list", "--json")
    assert (said.status, said.err) == (status, "")
    (told,) = said.objects
    assert told["error"] == type(fault).__name__.lower()
    assert told["code"] == fault.code
    assert all(told[part] for part in ("cause", "consequence", "next"))


def test_what_nobody_foresaw_is_a_bug_with_a_report(failing: Any) -> None:
    terminal = failing(ZeroDivisionError("one over nothing"))
    said = terminal("people", "list", "--json")
    assert (said.status, said.code) == (70, "USE-070")
    (report,) = (terminal.folder / "home" / "faults").iterdir()
    assert said.objects[0]["values"]["path"] == str(report)
    assert "one over nothing" in report.read_text()


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), typer.Abort()])
def test_who_stops_the_program_is_not_reported(stop: BaseException, failing: Any) -> None:
    terminal = failing(stop)
    said = terminal("people", "list")
    assert (said.status, said.out, said.err) == (130, "", "")
    assert list(terminal.folder.iterdir()) == []


@pytest.mark.parametrize("words", [("kinds", "--nope"), ("nope",), ("people", "add")])
def test_words_that_are_no_command_leave_with_two(
    words: tuple[str, ...], terminal: Terminal
) -> None:
    said = terminal(*words)
    assert (said.status, said.out) == (2, "")
    assert "relecture" in said.err
    said = terminal(*words, "--json")
    assert (said.status, said.err) == (2, "")
    (told,) = said.objects
    assert (told["code"], told["error"]) == ("USE-028", "wrongusage")


def test_a_setting_of_the_environment_that_makes_no_sense_is_said(terminal: Terminal) -> None:
    terminal.set("TRACKER", "crystal ball")
    said = terminal("kinds", "--json")
    assert (said.status, said.code) == (2, "USE-010")


def test_a_command_may_choose_its_status(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaves() -> typer.Typer:
        root = typer.Typer()

        @root.command("go")
        def go(status: int) -> None:
            raise typer.Exit(status)

        @root.command("stay")
        def stay() -> None:
            print("stayed")

        return root

    monkeypatch.setattr(commands, "program", leaves)
    assert terminal("go", "4").status == 4
    assert terminal("stay").status == 0


def test_the_network_is_closed_before_anything_else(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    monkeypatch.setattr(program, "close_network", lambda: order.append("closed"))
    monkeypatch.setattr(program, "_run", lambda given, words: order.append("ran") or 0)
    assert terminal("kinds").status == 0
    assert order == ["closed", "ran"]


@pytest.mark.parametrize("encoding", ["utf-8:strict", "ascii:strict"])
def test_what_a_terminal_cannot_write_is_spelt_out(tmp_path: Path, encoding: str) -> None:
    name = os.fsdecode(b"\xff.mp4")
    arguments = ("-m", "app", "export", "verify", name, "--json")
    done = run(tmp_path, *arguments, PYTHONIOENCODING=encoding)
    assert done.returncode == 4, done.stderr
    assert "\udcff" in json.loads(done.stdout)["values"]["folder"]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that lacks one system library."""
    monkeypatch.setattr(libraries, "_loads", lambda name: name != "libEGL.so.1")


@pytest.mark.usefixtures("bare")
def test_a_library_that_lacks_is_named_with_its_line_before_anything_is_loaded(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")  # without a word, a window is asked for
    for command in (("kinds",), ("demo",), ()):
        said = terminal(*command)
        assert (said.status, said.out) == (4, "")
        assert "libEGL.so.1" in said.err
        assert "sudo apt install --no-install-recommends libegl1 [SYS-002]" in said.err
    said = terminal("kinds", "--json")
    assert (said.status, said.code) == (4, "SYS-002")


@pytest.mark.usefixtures("bare")
def test_the_doctor_answers_where_a_library_lacks(terminal: Terminal) -> None:
    said = terminal("doctor", "--json")
    states = {finding["what"]: finding["state"] for finding in said.objects[:-1]}
    assert (said.status, said.code) == (4, "SYS-001")
    assert (states["libraries"], states["clock"]) == ("bad", "good")


NEITHER = """
import sys
class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("cv2", "av", "PySide6"):
            raise ImportError("libGL.so.1: cannot open shared object file")
sys.meta_path.insert(0, Gone())
from app.__main__ import main
sys.exit(main(["doctor", "--json"]))
"""


def test_the_doctor_answers_where_opencv_cannot_be_loaded(tmp_path: Path) -> None:
    done = run(tmp_path, "-c", NEITHER)
    told = {line["what"]: line for line in map(json.loads, done.stdout.splitlines()[:-1])}
    assert done.returncode == 4, done.stderr
    assert told["encoder"]["state"] == "bad"
    assert told["encoder"]["values"] == {"why": "libGL.so.1: cannot open shared object file"}
    assert told["models"]["state"] == "good"
    assert told["journal"]["state"] == told["hook"]["state"] == "good"


def test_starting_loads_nothing_of_the_engine(tmp_path: Path) -> None:
    heavy = "{'cv2', 'av', 'numpy', 'scipy', 'rich.console'}"
    code = f"import sys, app.__main__; print(sorted({heavy} & set(sys.modules)))"
    assert run(tmp_path, "-c", code).stdout == "[]\n"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """The house of an empty installation; its scratch folders are kept in sight."""
    monkeypatch.setenv("RELECTURE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RELECTURE_DETECTOR", "motion")
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    (tmp_path / "films").mkdir()
    labelled(tmp_path / "films" / "rue.mp4", seed=1, classes="[]")
    return program.house()


def unheard(done: int, total: int, what: str) -> None:
    """Progress that nobody watches."""


def test_the_window_may_measure_a_folder_and_write_what_was_found(
    house: House, tmp_path: Path
) -> None:
    means = house.means()
    found = means.validate(tmp_path / "films", Level.STANDARD, unheard, lambda: False)
    assert (found.folder, found.subject.level) == ("films", Level.STANDARD)
    assert [one.matched for one in found.events] == [1]
    made = means.report(found, tmp_path / "report", "en")
    assert {path.name for path in made.iterdir()} == {"pictures", PDF, JSON}
    assert list((tmp_path / "scratch").iterdir()) == []
    assert not (tmp_path / "home" / "audit").exists()


def test_a_measurement_that_is_stopped_says_so_and_leaves_nothing(
    house: House, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=STOPPED):
        house.validate(tmp_path / "films", Level.SCAN, unheard, lambda: True)
    assert list((tmp_path / "scratch").iterdir()) == []
