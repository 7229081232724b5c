from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest

from app.cli.options import WORDS
from app.cli.showing import in_terminal
from tests.app.cli.terminal import Terminal
from tests.desk.records import records
from vsa_core.domain.case import Act


@pytest.fixture
def hit(case: Terminal) -> str:
    """The beginning of the hit's name, as people copy it."""
    (found,) = case("ask", "line_crossing", "--line", "0.5,0 0.5,1", "--json").of("hit")
    return str(found["name"][:12])


def acts(case: Terminal) -> list[str]:
    return [record["act"] for record in records(case.folder / "home")]


def test_a_look_says_where_when_and_how_many_are_masked(case: Terminal, hit: str) -> None:
    said = case("show", hit, "--json")
    (look,) = said.of("look")
    assert said.status == 0
    assert (look["camera"], look["masked"], len(look["tracks"])) == ("rue", 1, 1)
    assert look["at"]["corrected"].startswith("2024-03-05T12:00:04.")
    assert acts(case)[-2:] == [Act.VIEW_CLOSE, Act.SESSION_CLOSE]


def test_a_masked_picture_is_written_where_asked(case: Terminal, hit: str, tmp_path: Path) -> None:
    out = tmp_path / "picture.png"
    said = case("show", hit, "--out", str(out))
    assert WORDS.say("cli.show.written", path=str(out)) in said.out
    with av.open(BytesIO(out.read_bytes())) as file:
        (frame,) = file.decode(video=0)
        assert (frame.width, frame.height) == (320, 180)


def test_without_a_place_for_it_no_picture_is_written(case: Terminal, hit: str) -> None:
    before = {path for path in case.folder.rglob("*")}
    case("show", hit)
    assert not [p for p in set(case.folder.rglob("*")) - before if p.suffix == ".png"]


def test_judging_is_told_and_comes_before_the_look(case: Terminal, hit: str) -> None:
    said = case("show", hit, "--match", "--json")
    judged, look = said.objects
    assert (judged["type"], judged["accepted"]) == ("judged", True)
    assert judged["hit"].startswith(hit)
    assert (look["type"], look["masked"]) == ("look", 0)
    said = case("show", hit, "--reject", "--json")
    assert [line.get("accepted", line.get("masked")) for line in said.objects] == [False, 1]
    words = case("show", hit, "--reject").out
    told = {"track": judged["track"], "camera": "rue", "verdict": "écartée"}
    assert WORDS.say("cli.review.judged", **told) in words


def test_an_examination_is_recorded_and_lifts_one_mask(case: Terminal, hit: str) -> None:
    (look,) = case("show", hit, "--examine", "--motive", "M02", "--json").of("look")
    assert look["masked"] == 0
    examined = [r for r in records(case.folder / "home") if r["act"] == Act.EXAMINE]
    assert examined[-1]["motive"] == "M02"


@pytest.mark.parametrize("words", [("--match", "--reject"), ("--examine", "--out", "p.png")])
def test_options_that_contradict_each_other_do_nothing(
    words: tuple[str, ...],
    case: Terminal,
    hit: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = len(acts(case))
    said = case("show", hit, *words, "--json")
    assert (said.status, said.code) == (2, "USE-025")
    assert len(acts(case)) == before
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_takes_no_picture_is_said(case: Terminal, hit: str, tmp_path: Path) -> None:
    said = case("show", hit, "--out", str(tmp_path / "no" / "p.png"), "--json")
    assert (said.status, said.code) == (4, "USE-030")
    assert not (tmp_path / "no").exists()
    assert acts(case)[-2:] == [Act.VIEW_CLOSE, Act.SESSION_CLOSE]


def test_a_file_that_is_there_is_never_replaced(case: Terminal, hit: str, tmp_path: Path) -> None:
    evidence = tmp_path / "evidence.mp4"
    evidence.write_bytes(b"original")
    assert case("show", hit, "--out", str(evidence), "--json").code == "USE-030"
    assert evidence.read_bytes() == b"original"


def test_an_unknown_hit_is_said(case: Terminal) -> None:
    said = case("show", "0123abcd", "--json")
    assert (said.status, said.code) == (2, "STO-012")


def test_a_picture_in_a_terminal_is_made_of_half_blocks() -> None:
    picture = np.zeros((180, 320, 3), np.uint8)
    picture[:90] = (30, 20, 10)  # blue, green, red
    lines = in_terminal(picture, 40).split("\n")
    assert len(lines) == 11
    assert all(line.count("▀") == 40 for line in lines)
    assert all(line.endswith("\x1b[0m") for line in lines)
    assert "38;2;10;20;30" in lines[0]
    assert "48;2;0;0;0" in lines[-1]


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 4000, 3), (1000, 3, 3)])
def test_any_picture_fits_a_terminal(shape: tuple[int, int, int]) -> None:
    lines = in_terminal(np.full(shape, 7, np.uint8), 10).split("\n")
    assert all(line.count("▀") == 10 for line in lines)


def test_a_screen_is_shown_the_picture_and_a_pipe_is_not(case: Terminal, hit: str) -> None:
    assert "▀" not in case("show", hit).out
    case.screen = True
    assert "▀" in case("show", hit).out
    assert "▀" not in case("show", hit, "--json").out
