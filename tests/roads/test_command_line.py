"""The command line's road, walked in each language in a program of its own."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.app.test_main import run
from tests.desk.scene import SECRET
from vsa_core.domain.objects import CLASSES


@dataclass(frozen=True, slots=True)
class Walk:
    """One run of the whole road: each step's status and streams, and what the program loaded."""

    folder: Path
    told: dict[str, Any]

    def out(self, step: str) -> str:
        """The standard output of one step."""
        return str(self.told["steps"][step]["out"])


def walked(folder: Path, **variables: str) -> Walk:
    """Walk the road in a program of its own."""
    who = {"RELECTURE_USER": "alice", "RELECTURE_PASSPHRASE": SECRET}
    case = {"RELECTURE_CASE": str(folder / "case"), "RELECTURE_THREADS": "1"}
    looks = {"RELECTURE_DETECTOR": "motion"}
    done = run(folder, "-m", "tests.app.road", str(folder), **who, **case, **looks, **variables)
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
    assert statuses.pop("nothing") == 4
    assert set(statuses.values()) == {0}, statuses
    assert "[LAW-001]" in road.told["steps"]["refused"]["err"]


def test_an_answer_of_the_road_has_the_documented_fields(road: Walk) -> None:
    lines = [json.loads(line) for line in road.out("ask").splitlines()]
    (hit,) = [line for line in lines if line["type"] == "hit"]
    assert set(hit) == {
        "type", "name", "kind", "version", "camera", "recording", "track", "class", "start", "end",
        "box", "score", "direction", "explanation", "pedigree", "others", "parts",
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
    (answer,) = [line for line in lines if line["type"] == "answer"]
    assert set(answer) == {"type", "answer", "hits"}
    assert len(lines) == 3


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


def test_without_a_word_a_window_is_asked_for_and_needs_a_screen(road: Walk) -> None:
    told = road.told["steps"]["nothing"]
    assert (told["status"], told["out"]) == (4, "")
    assert "[SYS-013]" in told["err"]


def test_starting_loads_no_detector_and_no_window(road: Walk) -> None:
    assert road.told["heavy"] == []


def test_motion_alone_needs_no_detector_on_the_whole_road(road: Walk) -> None:
    assert road.told["late"] == []


def test_a_network_socket_is_refused_in_the_program(road: Walk) -> None:
    assert road.told["socket"] == "SYS-010"
