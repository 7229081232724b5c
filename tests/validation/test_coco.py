"""The reader of COCO boxes takes well-formed files and nothing else."""

import copy
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.objects import class_number
from vsa_core.errors import Refused, Unreadable
from vsa_core.validation.coco import BoxSet, read_coco

PAGE = Path(__file__).resolve().parents[2] / "docs" / "truth-format.md"
PERSON, CAR = class_number("person"), class_number("car")
DOCUMENT: dict[str, Any] = {
    "info": {"year": 2026},
    "images": [
        {"id": 7, "file_name": "a.png", "width": 640, "height": 480, "license": 1},
        {"id": 3, "file_name": "more/b.jpg", "width": 320, "height": 240},
    ],
    "categories": [
        {"id": 1, "name": "person", "supercategory": "x"},
        {"id": 3, "name": "car"},
        {"id": 9, "name": "toaster"},
    ],
    "annotations": [
        {"id": 1, "image_id": 7, "category_id": 1, "bbox": [10, 20, 30.5, 40], "area": 700},
        {"id": 2, "image_id": 7, "category_id": 3, "bbox": [0, 0, 640, 480], "iscrowd": 1},
        {"id": 5, "image_id": 7, "category_id": 1, "bbox": [1, 1, 2, 2], "ignore": 1},
    ],
}


def written(folder: Path, document: object = DOCUMENT) -> Path:
    (folder / "more").mkdir(exist_ok=True)
    for name in ("a.png", "more/b.jpg", "walk.mp4"):
        (folder / name).write_bytes(b"")
    path = folder / "set.coco.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def read(folder: Path, document: object = DOCUMENT) -> BoxSet:
    return read_coco(written(folder, document), folder)


def changed(*way: str | int, to: object) -> dict[str, Any]:
    """The document with one value changed, or (None) left out."""
    document = copy.deepcopy(DOCUMENT)
    inner: Any = document
    for key in way[:-1]:
        inner = inner[key]
    inner[way[-1]] = to
    if to is None:
        del inner[way[-1]]
    return document


def code_of(folder: Path, document: object) -> str:
    with pytest.raises(Unreadable) as caught:
        read(folder, document)
    return caught.value.code


def test_a_set_is_read_in_the_order_of_its_pictures(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert (found.name, found.film, len(found.digest)) == ("set.coco.json", None, 64)
    assert found.classes == {PERSON, CAR}
    first, second = found.pictures
    assert (first.name, first.path, first.size) == ("a.png", tmp_path / "a.png", (640, 480))
    assert (second.name, len(second.labels)) == ("more/b.jpg", 0)
    assert first.labels.boxes[0].tolist() == [10, 20, 30.5, 40]
    assert first.labels.kinds.tolist() == [PERSON, CAR, PERSON]
    assert first.labels.areas.tolist() == [700, 640 * 480, 4]
    assert first.labels.ignored.tolist() == [False, True, True]
    assert first.labels.crowd.tolist() == [False, True, False]


def test_pictures_may_be_those_of_a_film(tmp_path: Path) -> None:
    document = {
        **DOCUMENT,
        "video": "walk.mp4",
        "images": [{"id": 7, "frame": 12, "width": 640, "height": 480}],
    }
    found = read(tmp_path, document)
    assert found.film == tmp_path / "walk.mp4"
    assert [(p.path, p.frame) for p in found.pictures] == [(None, 12)]


def test_the_example_of_the_page_is_a_set(tmp_path: Path) -> None:
    (tmp_path / "yard").mkdir()
    (tmp_path / "yard" / "0001.png").write_bytes(b"")
    example = PAGE.read_text("utf-8").partition("```json\n")[2].partition("```")[0]
    (picture,) = read(tmp_path, json.loads(example)).pictures
    assert picture.labels.crowd.tolist() == [False, True]


@pytest.mark.parametrize(
    ("way", "value", "code"),
    [
        (("images",), None, "VAL-021"),
        (("images",), [], "VAL-021"),
        (("annotations",), None, "VAL-021"),
        (("categories",), {}, "VAL-021"),
        (("images", 0, "width"), 0, "VAL-021"),
        (("images", 0, "height"), 70_000, "VAL-021"),
        (("images", 0, "file_name"), None, "VAL-021"),
        (("annotations", 0, "id"), None, "VAL-021"),
        (("annotations", 0, "bbox"), [1, 2, 3], "VAL-021"),
        (("annotations", 0, "iscrowd"), 2, "VAL-021"),
        (("annotations", 0, "area"), -1, "VAL-021"),
        (("images", 1, "id"), 7, "VAL-022"),
        (("images", 1, "file_name"), "./a.png", "VAL-022"),
        (("annotations", 1, "id"), 1, "VAL-022"),
        (("categories", 1, "id"), 1, "VAL-022"),
        (("annotations", 0, "category_id"), 9, "VAL-023"),
        (("categories", 0, "name"), "unnamed", "VAL-023"),
        (("annotations", 0, "bbox"), [10, 20, 0, 40], "VAL-024"),
        (("annotations", 0, "bbox"), [10, 20, 30, -1], "VAL-024"),
        (("annotations", 0, "bbox"), [620, 20, 30, 40], "VAL-024"),
        (("annotations", 0, "bbox"), [-2, 20, 30, 40], "VAL-024"),
        (("annotations", 0, "bbox"), [900, 20, 30, 40], "VAL-024"),
        (("annotations", 0, "image_id"), 8, "VAL-025"),
        (("annotations", 0, "category_id"), 2, "VAL-025"),
        (("images", 0, "file_name"), "absent.png", "VAL-026"),
        (("images", 0, "file_name"), "../a.png", "VAL-026"),
        (("images", 0, "file_name"), "/etc/hostname", "VAL-026"),
        (("images", 0, "file_name"), "C:\\a.png", "VAL-026"),
        (("images", 0, "file_name"), "more\\..\\a.png", "VAL-026"),
        (("images", 0, "file_name"), "more", "VAL-026"),
        (("images", 0, "file_name"), "a" * 5000, "VAL-026"),
        (("video",), "absent.mp4", "VAL-026"),
        (("video",), "walk.mp4", "VAL-021"),  # pictures of a film have a number
    ],
)
def test_an_odd_value_is_refused_by_name(
    tmp_path: Path, way: tuple[str | int, ...], value: object, code: str
) -> None:
    assert code_of(tmp_path, changed(*way, to=value)) == code


def test_a_film_has_no_picture_twice(tmp_path: Path) -> None:
    pictures = [{"id": n, "frame": 12, "width": 640, "height": 480} for n in (7, 8)]
    document = {**DOCUMENT, "video": "walk.mp4", "images": pictures}
    assert code_of(tmp_path, document) == "VAL-022"


def test_a_box_may_reach_over_the_edge_by_a_rounding(tmp_path: Path) -> None:
    found = read(tmp_path, changed("annotations", 0, "bbox", to=[-0.5, 20, 641, 40]))
    assert len(found.pictures[0].labels) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"no json",
        b"\xff\xfe",
        b'{"images": [], "images": []}',
        b'{"images": NaN}',
        b'{"a":' * 50_000,
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = written(tmp_path)
    path.write_bytes(data)
    with pytest.raises(Unreadable, match="VAL-020"):
        read_coco(path, tmp_path)


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path)
    monkeypatch.setattr("vsa_core.validation.coco.LARGEST", 100)
    with pytest.raises(Unreadable, match="VAL-020"):
        read_coco(path, tmp_path)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    link = tmp_path / "link.coco.json"
    link.symlink_to(written(tmp_path))
    with pytest.raises(Refused, match="SRC-008"):
        read_coco(link, tmp_path)


ODD = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())
WAYS = st.sampled_from(
    [(k, 0, v) for k in ("images", "annotations", "categories") for v in DOCUMENT[k][0]]
)


@given(WAYS, ODD)
def test_no_value_makes_it_stumble(
    tmp_path_factory: pytest.TempPathFactory, way: tuple[str | int, ...], value: object
) -> None:
    folder = tmp_path_factory.mktemp("set")
    with suppress(Unreadable):
        assert len(read(folder, changed(*way, to=value)).pictures) == 2
