import json
from pathlib import Path

import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Said, Terminal
from tests.desk.records import records
from vsa_core.domain.case import Act


@pytest.fixture
def hit(case: Terminal) -> str:
    """The beginning of the hit's name."""
    (found,) = case("ask", "line_crossing", "--line", "0.5,0 0.5,1", "--json").of("hit")
    return str(found["name"][:12])


def clip(case: Terminal, out: Path, *words: str) -> Said:
    """Take something out, as programs do."""
    return case("export", "clip", *words, "--out", str(out), "--json")


def test_a_clip_is_written_and_told(case: Terminal, hit: str, tmp_path: Path) -> None:
    said = clip(case, tmp_path / "out", hit, "--margin", "1s", "--recipient", "tribunal")
    (exported,) = said.of("export")
    assert said.status == 0
    assert exported["folder"] == str(tmp_path / "out")
    assert exported["frames"] == 20
    assert len(exported["clip"]) == len(exported["manifest"]) == 64
    assert int(exported["head"].split(" : ")[0]) > exported["receipt"]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "clip.mp4", "times.json", "manifest.json", "manifest.sig", "LISEZMOI.txt",
    }  # fmt: skip
    order = [r for r in records(case.folder / "home") if r["act"] == Act.EXPORT][-1]
    assert order["about"]["recipient"] == "tribunal"


def test_the_clip_speaks_the_language_of_the_command(
    case: Terminal, hit: str, tmp_path: Path
) -> None:
    clip(case, tmp_path / "out", hit)
    paper = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert paper["order"]["language"] == WORDS.language


def test_a_window_of_a_camera_may_leave_too(case: Terminal, tmp_path: Path) -> None:
    period = ("--from", "2024-03-05T12:00:02Z", "--to", "2024-03-05T12:00:05Z")
    (exported,) = clip(case, tmp_path / "out", "--camera", "rue", *period).of("export")
    assert exported["frames"] == 30


def test_without_a_place_the_clip_lies_in_the_case(case: Terminal, hit: str) -> None:
    said = case("export", "clip", hit)
    (folder,) = (case.folder / "case" / "exports").iterdir()
    assert str(folder) in said.out


def test_a_package_is_checked_by_anybody_anywhere(case: Terminal, hit: str, tmp_path: Path) -> None:
    clip(case, tmp_path / "out", hit)
    case.set("HOME", str(tmp_path / "elsewhere"))
    (checked,) = case("export", "verify", str(tmp_path / "out"), "--json").of("checked")
    assert (checked["files"], checked["case"], len(checked["signers"])) == (5, "2024/17", 2)
    signer = checked["signers"][1]
    assert case("export", "verify", str(tmp_path / "out"), "--key", signer).status == 0
    said = case("export", "verify", str(tmp_path / "out"), "--key", "0" * 64, "--json")
    assert (said.status, said.code) == (5, "EXP-105")
    assert not (tmp_path / "elsewhere").exists()


def test_one_flipped_bit_is_told_with_the_file(case: Terminal, hit: str, tmp_path: Path) -> None:
    clip(case, tmp_path / "out", hit)
    film = tmp_path / "out" / "clip.mp4"
    data = bytearray(film.read_bytes())
    data[-100] ^= 1
    film.write_bytes(bytes(data))
    said = case("export", "verify", str(tmp_path / "out"), "--json")
    assert (said.status, said.code) == (5, "EXP-101")
    assert "clip.mp4" in said.objects[0]["cause"]


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        ((), 2, "CAS-060"),
        (("--camera", "rue"), 2, "CAS-060"),
        (("--camera", "rue", "--from", "2024-03-05T12:00:00Z"), 2, "USE-014"),
        (("0123abcd",), 2, "STO-012"),
        (("--margin", "-1s"), 2, "USE-013"),
    ],
)
def test_a_wish_that_is_none_writes_nothing(
    words: tuple[str, ...], status: int, code: str, case: Terminal, tmp_path: Path
) -> None:
    said = clip(case, tmp_path / "out", *words)
    assert (said.status, said.code) == (status, code)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(case: Terminal, hit: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine")
    said = clip(case, tmp_path / "out", hit)
    assert (said.status, said.code) == (3, "EXP-006")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["notes.txt"]
