import os
from pathlib import Path

import pytest

from app.state.case_folder import ENOUGH_BYTES, Found, Lies, look
from vsa_core.desk.cases import NAME_FILE


def test_what_lies_in_a_folder_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / NAME_FILE).write_text("{}")
    (tmp_path / "film.mp4").write_bytes(b"")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found = {
        name: look(str(tmp_path / name)).lies
        for name in ("empty", "case", "", "film.mp4", "film.mp4/x", "new/deep/er", "gone")
    }
    assert found == {
        "empty": Lies.EMPTY,
        "case": Lies.CASE,
        "": Lies.FILES,
        "film.mp4": Lies.CLOSED,
        "film.mp4/x": Lies.CLOSED,
        "new/deep/er": Lies.NOTHING,
        "gone": Lies.CLOSED,
    }


@pytest.mark.parametrize("path", ["/\0", "/" + "x" * 5000, ""])
def test_a_path_that_is_none_is_closed(path: str) -> None:
    assert look(path).lies in (Lies.CLOSED, Lies.FILES)
    assert not look(path).takes_a_case


def test_looking_makes_nothing(tmp_path: Path) -> None:
    look(str(tmp_path / "new" / "case"))
    assert os.listdir(tmp_path) == []


def test_room_is_told(tmp_path: Path) -> None:
    assert look(str(tmp_path / "new")).free > 0
    assert Found("x", Lies.EMPTY, ENOUGH_BYTES).roomy
    assert not Found("x", Lies.EMPTY, ENOUGH_BYTES - 1).roomy


@pytest.mark.parametrize("lies", list(Lies))
def test_a_case_is_opened_where_nothing_is(lies: Lies) -> None:
    assert Found("x", lies, 0).takes_a_case == (lies in (Lies.NOTHING, Lies.EMPTY))
