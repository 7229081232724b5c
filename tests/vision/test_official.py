from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from vsa_core.errors import Unreadable
from vsa_core.vision.official import Official, officials

MANIFEST = ROOT / "models" / "manifest.toml"
TABLE = """
[[official]]
name = "small"
git_blob = "{blob}"
licence = "AGPL-3.0"
source = "its publisher"
rank = {rank}
"""


def read(folder: Path, blob: str = "0a" * 20, rank: str = "3") -> tuple[Official, ...]:
    path = folder / "manifest.toml"
    path.write_text(TABLE.format(blob=blob, rank=rank))
    return officials(path)


def test_a_published_file_is_known_by_its_blob(tmp_path: Path) -> None:
    assert read(tmp_path) == (Official("small", "0a" * 20, "AGPL-3.0", "its publisher", 3),)
    assert read(tmp_path, "0A" * 20) == read(tmp_path)
    assert read(tmp_path, "")[0].git_blob == ""


@pytest.mark.parametrize("blob", ["0a", "0g" * 20, "0a" * 32])
def test_what_is_no_blob_is_no_list(tmp_path: Path, blob: str) -> None:
    with pytest.raises(Unreadable, match="MOD-006"):
        read(tmp_path, blob)


def test_a_rank_is_a_whole_number_and_the_list_is_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="MOD-006"):
        read(tmp_path, rank='"high"')
    with pytest.raises(Unreadable, match="MOD-006"):
        officials(tmp_path / "absent.toml")


def test_the_house_knows_two_official_files_and_says_that_it_lacks_the_third() -> None:
    blobs = {one.name: one.git_blob for one in officials(MANIFEST)}
    assert blobs == {
        "yolov8n": "0db4ca4b4d25d68a4497220353592645ca4f71bf",
        "yolo11n": "45b273b46165267f2d4c90df94468b547f43cf67",
        "yolo26n": "",
    }
