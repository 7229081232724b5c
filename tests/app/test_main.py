"""The program as it starts: one road walked in each language, and every way it can end."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typer

from app import __main__ as program
from app import libraries
from app.cli import program as commands
from tests.app.cli.terminal import Terminal
from tests.desk.scene import REPOSITORY, SECRET
from vsa_core.domain.objects import CLASSES
from vsa_core.errors import Bug, Fault, Refused, Tampered, Unreadable, WrongUsage


@dataclass(frozen=True, slots=True)
class Walk:
    """One run of the whole road: each step's status and streams, and what the program loaded."""

    folder: Path
    told: dict[str, Any]

    def out(self, step: str) -> str:
        """The standard output of one step."""
        return str(self.told["steps"][step]["out"])


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


def walked(folder: Path, **variables: str) -> Walk:
    """Walk the road in a program of its own."""
    who = {"RELECTURE_USER": "alice", "RELECTURE_PASSPHRASE": SECRET}
    case = {"RELECTURE_CASE": str(folder / "case"), "RELECTURE_THREADS": "1"}
    done = run(folder, "-m", "tests.app.road", str(folder), **who, **case, **variables)
    assert done.returncode == 0, done.stderr
    return Walk(folder, json.loads(done.stdout))


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The road, in the language that nobody asked for."""
    return walked(tmp_path_factory.mktemp("fr"))


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The road in English, on a French machine."""
    return walked(tmp_path_factory.mktemp("en"), RELECTURE_LANGUAGE="en", LANG="fr_FR.UTF-8")


@pytest.fixture(params=["french", "english"])
def road(request: pytest.FixtureRequest) -> Walk:
    """The road in each language."""
    walk: Walk = request.getfixturevalue(request.param)
    return walk


def test_every_step_of_the_road_succeeds_and_the_journal_is_not_the_analysts(road: Walk) -> None:
    statuses = {step: told["status"] for step, told in road.told["steps"].items()}
    assert statuses.pop("refused") == 3
    assert set(statuses.values()) == {0}, statuses
    assert "[LAW-001]" in road.told["steps"]["refused"]["err"]


def test_an_answer_of_the_road_has_the_documented_fields(road: Walk) -> None:
    lines = [json.loads(line) for line in road.out("ask").splitlines()]
    (hit,) = [line for line in lines if line["type"] == "hit"]
    assert set(hit) == {
        "type", "name", "kind", "version", "camera", "recording", "track", "class", "start", "end",
        "box", "score", "direction", "explanation", "pedigree",
    }  # fmt: skip
    assert set(hit["start"]) == {
        "footage", "pts", "time_base", "seconds", "corrected", "corrected_us",
    }  # fmt: skip
    assert hit["start"]["corrected"].startswith("2024-03-05T12:00:04.")
    assert hit["class"] in CLASSES
    coverage = [line for line in lines if line["type"] == "coverage"]
    assert [set(line) for line in coverage] == [
        {"type", "camera", "footage", "start_us", "end_us", "looked", "level", "claimed"}
    ]
    assert len(lines) == 2


def test_the_road_leaves_a_picture_and_a_package(road: Walk) -> None:
    assert (road.folder / "p.png").read_bytes().startswith(b"\x89PNG")
    paper = json.loads((road.folder / "export" / "manifest.json").read_bytes())
    assert len(paper["masking"]["unmasked"]) == 1
    assert paper["order"]["motive"] == "M01"


def test_french_is_spoken_by_default(french: Walk) -> None:
    assert "est inscrit(e) : analyste" in french.out("people").replace("\u00a0", " ")
    assert "Affaire 2024/17 ouverte" in french.out("case")
    assert "Franchissement de ligne" in french.out("kinds")
    assert "regardé 0:00:12" in french.out("words")
    assert "Export intact" in french.out("verify").replace("\u00a0", " ")
    assert (
        json.loads((french.folder / "export" / "manifest.json").read_bytes())["order"]["language"]
        == "fr"
    )


def test_english_is_spoken_when_asked_for(english: Walk) -> None:
    assert "analyst" in english.out("people")
    assert "2024/17" in english.out("case")
    assert "Line crossing" in english.out("kinds")
    assert "looked at 0:00:12" in english.out("words")
    said = "".join(told["out"] + told["err"] for told in english.told["steps"].values())
    for french_word in ("Affaire", "est inscrit", "regardé", "Journal entier", "pistes"):
        assert french_word not in said


def test_without_a_word_the_program_explains_itself(road: Walk) -> None:
    told = road.told["steps"]["nothing"]
    assert (told["status"], told["err"]) == (0, "")
    assert "Usage: relecture" in told["out"]


def test_starting_loads_no_detector_and_no_window(road: Walk) -> None:
    assert road.told["heavy"] == []


def test_motion_alone_needs_no_detector_on_the_whole_road(road: Walk) -> None:
    assert road.told["late"] == []


def test_a_network_socket_is_refused_in_the_program(road: Walk) -> None:
    assert road.told["socket"] == "SYS-010"


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


@pytest.mark.parametrize("words", [("kinds", "--nope"), ("nope",), ("ask",), ("people", "add")])
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
    terminal: Terminal,
) -> None:
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
    assert told["models"]["state"] == "warning"
    assert told["journal"]["state"] == told["hook"]["state"] == "good"


def test_starting_loads_nothing_of_the_engine(tmp_path: Path) -> None:
    heavy = "{'cv2', 'av', 'numpy', 'scipy', 'rich.console'}"
    code = f"import sys, app.__main__; print(sorted({heavy} & set(sys.modules)))"
    assert run(tmp_path, "-c", code).stdout == "[]\n"
