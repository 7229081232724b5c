from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from app.state.preferences import Preferences


def test_what_is_chosen_is_found_again(tmp_path: Path) -> None:
    first = Preferences(tmp_path, "fr")
    assert (first.language, first.look) == ("fr", "light")
    first.language, first.look = "en", "dark"
    first.keep_layout("window", QByteArray(b"\x00\x01"))
    del first
    again = Preferences(tmp_path, "fr")
    assert (again.language, again.look) == ("en", "dark")
    assert again.layout("window") == QByteArray(b"\x00\x01")
    assert again.layout("another").isEmpty()


def test_nothing_is_written_before_something_is_chosen(tmp_path: Path) -> None:
    assert Preferences(tmp_path / "window", "en").language == "en"
    assert not (tmp_path / "window").exists()


@pytest.mark.parametrize(
    "written", ["language=../../x\nlook=pink", "\x00\xff", "[layout]\nwindow=1"]
)
def test_what_a_stranger_wrote_is_no_preference(tmp_path: Path, written: str) -> None:
    (tmp_path / "window.ini").write_text(f"[General]\n{written}", encoding="latin-1")
    kept = Preferences(tmp_path, "fr")
    assert (kept.language, kept.look) == ("fr", "light")
    assert kept.layout("window").isEmpty()


def test_the_window_locks_after_five_minutes_or_what_was_chosen(tmp_path: Path) -> None:
    first = Preferences(tmp_path, "fr")
    assert first.minutes == 5
    first.minutes = 15
    assert Preferences(tmp_path, "fr").minutes == 15


@pytest.mark.parametrize("written", ["0", "600", "x", "-1"])
def test_a_lock_that_a_stranger_put_off_is_the_usual_one(written: str, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text(f"[General]\nlock={written}\n", "utf-8")
    assert Preferences(tmp_path, "fr").minutes == 5
