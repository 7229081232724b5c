"""Masks are measured level by level, and the worst are written as pictures."""

from pathlib import Path

from tests.app.cli.terminal import Terminal
from tests.validation.labelled_films import with_tracks
from vsa_core.validation.masks import EXPORT, SCREEN


def test_each_level_and_way_out_is_told_and_bare_heads_are_written(
    terminal: Terminal, tmp_path: Path
) -> None:
    films, pictures = tmp_path / "films", tmp_path / "pictures"
    folder = with_tracks(films / "walk")
    truth = folder / "gt" / "gt.txt"
    truth.write_text(truth.read_text("utf-8") + "50,2,10,100,24,70,1,1,1\n", "utf-8")
    said = terminal("bench", "masks", str(films), "--pictures", str(pictures), "--json")
    assert said.status == 0
    told = {figure["measure"]: figure for figure in said.of("figure")}
    for level in ("standard", "full"):
        for way in (EXPORT, SCREEN):
            bare = told[f"walk › {level} › {way} › bare_heads"]
            assert (bare["unit"], bare["n"]) == ("1", 51)
            assert bare["value"] == round(1 / 51, 5)
            assert (pictures / f"walk-{level}-{way}-01-000050.png").is_file()
    assert len(told) == 8


def test_a_folder_without_a_film_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    with_tracks(tmp_path / "films" / "walk", filmed=False)
    said = terminal("bench", "masks", str(tmp_path / "films"), "--json")
    assert said.status == 3
    assert said.code == "VAL-062"


def test_pictures_are_not_written_over_anything(terminal: Terminal, tmp_path: Path) -> None:
    with_tracks(tmp_path / "films" / "walk")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "mine.png").write_bytes(b"")
    films, pictures = str(tmp_path / "films"), str(tmp_path / "pictures")
    said = terminal("bench", "masks", films, "--pictures", pictures, "--json")
    assert said.code == "VAL-050"
