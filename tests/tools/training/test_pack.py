import json
from pathlib import Path

import numpy as np
import pytest

from tests.tools.training.packs import made_pack
from tools.training.pack import PackFault, read_pack


def test_a_pack_is_read_with_its_classes_merged_and_bags_left_out(tmp_path: Path) -> None:
    pack = read_pack(made_pack(tmp_path))
    assert (len(pack.train), len(pack.val)) == (3, 2)
    first = pack.train[0]
    assert first.truth.names.tolist() == [0, 1]
    assert first.truth.boxes[0].tolist() == [18, 16, 30, 48]
    assert first.ignored.names.tolist() == [1]
    assert first.decoded().shape == (64, 96, 3)


def test_only_a_picture_with_neither_a_person_nor_a_doubtful_one_is_empty(tmp_path: Path) -> None:
    pack = read_pack(made_pack(tmp_path))
    assert [picture.empty for picture in pack.train] == [False, False, True]


def test_a_pack_without_ignored_places_has_none(tmp_path: Path) -> None:
    made_pack(tmp_path)
    (tmp_path / "ignore.csv").unlink()
    assert all(len(one.ignored.boxes) == 0 for one in read_pack(tmp_path).train)


def test_a_missing_picture_is_refused_by_name(tmp_path: Path) -> None:
    made_pack(tmp_path)
    (tmp_path / "images/val/clip_1.png").unlink()
    with pytest.raises(PackFault, match=r"lacks the picture clip_1\.png"):
        read_pack(tmp_path)


def test_a_picture_that_vanished_since_is_refused_by_name(tmp_path: Path) -> None:
    pack = read_pack(made_pack(tmp_path))
    pack.train[1].path.unlink()
    with pytest.raises(PackFault, match=r"lacks the picture clip_1\.png"):
        pack.train[1].decoded()


def test_a_picture_changed_by_one_bit_is_refused(tmp_path: Path) -> None:
    pack = read_pack(made_pack(tmp_path))
    held = bytearray(pack.train[0].path.read_bytes())
    held[40] ^= 1
    pack.train[0].path.write_bytes(held)
    with pytest.raises(PackFault, match="not the one that the pack lists"):
        pack.train[0].decoded()


def test_a_picture_of_another_size_than_listed_is_refused(tmp_path: Path) -> None:
    made_pack(tmp_path)
    listed = json.loads((tmp_path / "pack.json").read_text())
    listed["pictures"][0]["width"] = 97
    (tmp_path / "pack.json").write_text(json.dumps(listed))
    with pytest.raises(PackFault, match="listed size"):
        read_pack(tmp_path).train[0].decoded()


def test_a_picture_outside_the_pack_is_refused(tmp_path: Path) -> None:
    made_pack(tmp_path / "pack")
    listed = json.loads((tmp_path / "pack/pack.json").read_text())
    listed["pictures"][0]["file"] = "../secret.png"
    (tmp_path / "secret.png").write_bytes(b"")
    (tmp_path / "pack/pack.json").write_text(json.dumps(listed))
    with pytest.raises(PackFault, match=r"secret\.png"):
        read_pack(tmp_path / "pack")


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("pack.json", "[]"),
        ("pack.json", "{"),
        ("pack.json", '{"classes": [], "pictures": [{"split": "test"}]}'),
        ("boxes.csv", "file,class,cx,cy,w,h\na,99,0,0,0,0\n"),
        ("boxes.csv", "file,class\na,0\n"),
        ("boxes.csv", "file,class,cx,cy,w,h\na,0,x,0,0,0\n"),
        ("boxes.csv", None),
    ],
)
def test_lists_that_are_none_are_refused(tmp_path: Path, file: str, content: str | None) -> None:
    made_pack(tmp_path)
    (tmp_path / file).unlink()
    if content is not None:
        (tmp_path / file).write_text(content)
    with pytest.raises(PackFault, match="not a pack of pictures"):
        read_pack(tmp_path)


def test_boxes_stay_inside_their_picture(tmp_path: Path) -> None:
    made_pack(tmp_path)
    with (tmp_path / "boxes.csv").open("a") as file:
        file.write("images/train/clip_2.png,0,0.0,0.5,0.5,3.0\n")
    (box,) = read_pack(tmp_path).train[2].truth.boxes
    assert np.allclose(box, [0, 0, 24, 64])
