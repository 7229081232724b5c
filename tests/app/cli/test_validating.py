import hashlib
import json
from pathlib import Path

import pytest

from app.cli.options import WORDS
from tests.app.cli.labelled import labelled
from tests.app.cli.terminal import Said, Terminal
from tests.desk.records import records
from vsa_core.domain.case import Act


@pytest.fixture
def films(tmp_path: Path, terminal: Terminal) -> Path:
    """A folder with one labelled film; nobody is named."""
    terminal.set("USER", "")
    return labelled_folder(tmp_path)


def labelled_folder(folder: Path) -> Path:
    """Motion alone gives no names, so none is asked for."""
    (folder / "films").mkdir()
    labelled(folder / "films" / "rue.mp4", seed=1, classes="[]")
    return folder / "films"


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Said, Path]:
    """What validation says to programs of a truth that is wrong, and the report it writes."""
    folder = tmp_path_factory.mktemp("validation")
    films = labelled_folder(folder)
    truth = films / "rue.truth.toml"
    truth.write_text(truth.read_text().replace("time = 4.47", "time = 9.25"))
    with pytest.MonkeyPatch.context() as patch:
        terminal = Terminal(folder, patch)
        terminal.set("USER", "")
        said = terminal("validate", str(films), "--json", "--report", str(folder / "report"))
    return said, folder / "report"


def test_every_figure_has_the_documented_fields(terminal: Terminal, films: Path) -> None:
    said = terminal("validate", str(films), "--level", "standard", "--json")
    assert said.status == 0
    for figure in said.of("figure"):
        assert set(figure) == {"type", "measure", "value", "unit", "baseline", "ratio", "n"}
        assert isinstance(figure["value"], int | float | None)
        assert figure["unit"]
    told = {f["measure"].split(" › ")[-1]: f for f in said.of("figure")}
    assert told["recall"]["value"] == told["precision"]["value"] == 1.0
    assert told["recall"]["n"] == 1
    assert (told["missed"]["value"], told["false_alarms"]["value"]) == (0, 0)
    assert told["mean_time_error"]["value"] < 500_000
    assert told["minutes_looked_at"]["value"] == pytest.approx(0.2)
    (misses,) = said.of("misses")
    assert (misses["missed"], misses["false_alarms"]) == ([], [])


def test_misses_and_false_alarms_are_named(reported: tuple[Said, Path]) -> None:
    (misses,) = reported[0].of("misses")
    assert misses["missed"] == ["9.250000 s"]
    assert len(misses["false_alarms"]) == 1
    assert misses["false_alarms"][0].startswith("4.")


def test_the_report_holds_both_forms_and_the_masked_pictures(reported: tuple[Said, Path]) -> None:
    said, folder = reported
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert names == {
        "validation.json",
        "validation.pdf",
        "pictures/0001-missed.png",
        "pictures/0002-false-alarm.png",
    }
    data = (folder / "validation.json").read_bytes()
    (told,) = said.of("report")
    assert told["folder"] == str(folder)
    assert told["json_sha256"] == hashlib.sha256(data).hexdigest()
    assert json.loads(data)["subject"]["detector"] == said.of("subject")[0]["detector"] == "motion"
    assert (folder / "validation.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_holds_something_is_refused_before_anything_is_measured(
    terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "mine.txt").touch()
    said = terminal(
        "validate", str(tmp_path / "nowhere"), "--json", "--report", str(tmp_path / "report")
    )
    assert (said.status, said.code) == (3, "VAL-050")


def test_people_are_told_what_looked_and_how_well(terminal: Terminal, films: Path) -> None:
    report = films.parent / "report"
    said = terminal("validate", str(films), "--level", "standard", "--report", str(report))
    assert said.status == 0
    assert "rue.mp4" in said.out
    assert "franchissement" in said.out
    assert WORDS.say("cli.levels.standard") in said.out
    digest = hashlib.sha256((report / "validation.json").read_bytes()).hexdigest()
    assert WORDS.say("cli.validate.written", folder=str(report), digest=digest) in said.out


def test_validation_leaves_nothing_behind(
    terminal: Terminal, films: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = terminal.folder / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    before = sorted(films.iterdir())
    assert terminal("validate", str(films), "--level", "scan", "--json").status == 0
    assert sorted(films.iterdir()) == before
    assert list(scratch.iterdir()) == []
    assert not (terminal.folder / "home").exists()


def test_a_folder_without_labels_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    terminal.set("USER", "")
    said = terminal("validate", str(tmp_path), "--json")
    assert (said.status, said.code) == (3, "VAL-040")


def enrol(terminal: Terminal, name: str, role: str) -> None:
    said = terminal("people", "add", name, "--role", role, "--habilitation", "H-1")
    assert said.status == 0, said.err


def test_who_measures_is_in_the_journal_with_what_came_out(terminal: Terminal, films: Path) -> None:
    enrol(terminal, "alice", "analyst")
    report = films.parent / "report"
    quickly = ("validate", str(films), "--level", "standard")
    assert terminal(*quickly, "--as", "alice", "--report", str(report)).status == 0
    told = [r for r in records(terminal.folder / "home") if r["act"] == Act.VALIDATE]
    assert [(r["who"], r["about"]["what"]) for r in told] == [
        ("alice", "validation_begins"),
        ("alice", "validation"),
    ]
    about = told[1]["about"]
    assert (
        about["report_sha256"]
        == hashlib.sha256((report / "validation.json").read_bytes()).hexdigest()
    )
    assert (about["found"], about["missed"], about["false_alarms"]) == (1, 0, 0)
    assert about["name"] == "films"


def test_who_may_not_measure_is_told_before_anything_is_measured(
    terminal: Terminal, tmp_path: Path
) -> None:
    enrol(terminal, "dominique", "dpo")
    said = terminal("validate", str(tmp_path), "--json", "--as", "dominique")
    assert (said.status, said.code) == (3, "LAW-001")


def test_tracks_are_held_against_a_labelled_sequence(terminal: Terminal, tmp_path: Path) -> None:
    terminal.set("USER", "")
    folder = tmp_path / "films" / "walk"
    for name in ("gt", "det"):
        (folder / name).mkdir(parents=True)
    labelled(folder / "walk.mp4", seed=1).with_suffix(".truth.toml").unlink()
    (folder / "seqinfo.ini").write_text(
        "[Sequence]\nname=walk\nimDir=img1\nframeRate=10\nseqLength=120\n"
        "imWidth=320\nimHeight=180\nimExt=.jpg\n"
    )
    rows = [f"{number + 1},1,{6 * (number - 20)},80,24,70,1,1,1" for number in range(21, 68)]
    (folder / "gt" / "gt.txt").write_text("\n".join(rows) + "\n")
    found = [row.replace(",1,", ",-1,", 1) for row in rows]
    (folder / "det" / "det.txt").write_text("\n".join(found) + "\n")
    said = terminal("validate", str(folder.parent), "--json")
    assert said.status == 0
    told = {f["measure"]: f["value"] for f in said.of("figure")}
    assert {name.split(" › ")[-1] for name in told} == {
        "hota", "deta", "assa", "idf1", "mota", "id_switches",
    }  # fmt: skip
    assert told["walk › public › idf1"] > 0.9
    assert told["walk › public › id_switches"] == 0
