import sys
from pathlib import Path

import pytest

from tests.tools.training.packs import made_pack
from tools.training import __main__ as program
from tools.training import course, front, pair
from tools.training.pack import CLASSES
from vsa_core.vision.vigie import read_network


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small crops and batches."""
    monkeypatch.setattr(front, "SIDE", 64)
    monkeypatch.setattr(front, "BATCH", 2)
    monkeypatch.setattr(program, "SIZE", 64)

    def half(course_: course.Course, pool: course.Pool) -> pair.Half:
        small = course.Diet(32, 2, 0.5)
        return course.half(course_, pool, small, small)

    monkeypatch.setattr(program, "half", half)


def asked(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    monkeypatch.setattr(sys, "argv", ["training", *words])
    program.main()


@pytest.mark.usefixtures("quick")
def test_a_pack_becomes_a_file_that_opens_and_its_worth_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, out, state = made_pack(tmp_path / "pack"), tmp_path / "a.safetensors", tmp_path / "s.pt"
    monkeypatch.setattr(program, "SAVED_EVERY", 1)
    words = [str(pack), str(out), "--steps", "2", "--front", "1", "--resume", str(state)]
    asked(monkeypatch, *words)
    first = out.read_bytes()
    assert state.is_file()
    asked(monkeypatch, *words)  # nothing is left to do: the same file again
    assert out.read_bytes() == first
    read_network(out, CLASSES)
    assert "person: AP50" in capsys.readouterr().out


def test_a_folder_that_is_no_pack_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit, match="is not a pack of pictures"):
        asked(monkeypatch, str(tmp_path), str(tmp_path / "a"))


def test_a_pack_that_lacks_a_picture_is_refused_and_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = made_pack(tmp_path / "pack")
    (pack / "images/train/clip_0.png").unlink()
    with pytest.raises(SystemExit, match=r"lacks the picture clip_0\.png. Nothing was made"):
        asked(monkeypatch, str(pack), str(tmp_path / "a"))
    assert not (tmp_path / "a").exists()
