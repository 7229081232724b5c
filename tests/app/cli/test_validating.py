from fractions import Fraction
from pathlib import Path

import pytest

from app.cli.options import WORDS
from app.cli.validating import _s, _share
from tests.app.cli.labelled import labelled
from tests.app.cli.terminal import Said, Terminal
from vsa_core.validation.events import Rate


@pytest.fixture
def films(tmp_path: Path) -> Path:
    """A folder with one labelled film; motion alone gives no names, so none is asked for."""
    return labelled_folder(tmp_path)


def labelled_folder(folder: Path) -> Path:
    (folder / "films").mkdir()
    labelled(folder / "films" / "rue.mp4", seed=1, classes="[]")
    return folder / "films"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What validation says of the folder, to programs."""
    folder = tmp_path_factory.mktemp("validation")
    with pytest.MonkeyPatch.context() as patch:
        return Terminal(folder, patch)("validate", str(labelled_folder(folder)), "--json")


def test_every_figure_has_the_documented_fields(measured: Said) -> None:
    assert measured.status == 0
    for figure in measured.of("figure"):
        assert set(figure) == {"type", "measure", "value", "unit", "baseline", "ratio", "n"}
        assert isinstance(figure["value"], int | float | None)
        assert figure["unit"]


def test_the_one_crossing_is_found_in_time(measured: Said) -> None:
    told = {f["measure"].split(" › ")[-1]: f for f in measured.of("figure")}
    assert told["recall"]["value"] == told["precision"]["value"] == 1.0
    assert told["recall"]["n"] == 1
    assert (told["missed"]["value"], told["false_alarms"]["value"]) == (0, 0)
    assert told["mean_time_error"]["value"] < 500_000
    assert told["minutes_looked_at"]["value"] == pytest.approx(0.2)
    (misses,) = measured.of("misses")
    assert (misses["missed"], misses["false_alarms"]) == ([], [])


def test_misses_and_false_alarms_are_named(terminal: Terminal, films: Path) -> None:
    truth = films / "rue.truth.toml"
    truth.write_text(truth.read_text().replace("time = 4.47", "time = 9.25"))
    quickly = ("validate", str(films), "--level", "standard")
    (misses,) = terminal(*quickly, "--json").of("misses")
    assert misses["missed"] == ["9.250000 s"]
    assert len(misses["false_alarms"]) == 1
    assert misses["false_alarms"][0].startswith("4.")
    words = terminal(*quickly).out
    assert WORDS.say("cli.validate.missed", at="9.250000 s", direction="right") in words
    assert "to_left" in words


def test_people_are_told_what_looked_and_how_well(terminal: Terminal, films: Path) -> None:
    said = terminal("validate", str(films), "--level", "standard")
    assert said.status == 0
    assert "rue.mp4" in said.out
    assert "franchissement" in said.out
    level = WORDS.say("cli.levels.standard")
    assert (
        WORDS.say("cli.validate.detector", detector="motion", tracker="twostage", level=level)
        in said.out
    )


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
    said = terminal("validate", str(tmp_path), "--json")
    assert (said.status, said.code) == (3, "VAL-040")


def test_tracks_are_held_against_a_labelled_sequence(terminal: Terminal, tmp_path: Path) -> None:
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


def test_shares_and_times_are_told_plainly() -> None:
    assert _share(Rate(2, 3)) == "0.67"
    assert _share(Rate(0, 0)) == "–"
    assert _s(1_500_000) == "1.500000 s"
    assert Fraction(_s(-1).removesuffix(" s")) == Fraction(-1, 10**6)
