"""A strict reader of labelled boxes in the COCO layout: every odd value is refused.

Layout (Lin et al., ECCV 2014, ``instances_*.json``): `images`, `categories`
and `annotations`. The pictures are stills, or pictures of one film that the
file names: docs/truth-format.md.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

import numpy as np

from vsa_core.domain.objects import CLASSES, UNNAMED, class_number
from vsa_core.errors import Unreadable
from vsa_core.validation.coco_fields import Box, Item
from vsa_core.validation.document import json_of, read_at_most
from vsa_core.validation.labels import Labels

LARGEST = 32 * 2**20
"""Bytes that a COCO file may have; the one of COCO's own 5,000 pictures has 20 million."""

WIDEST = 65_535
"""Pixels of a side."""

SLACK = 1.0
"""Pixels by which a box may reach over the edge of its picture: annotators round."""

_HIGHEST = 2**53

NAMES = tuple(name for number, name in enumerate(CLASSES) if number != UNNAMED)
"""The classes that a truth may name."""


@dataclass(frozen=True, slots=True)
class LabelledPicture:
    """One labelled picture of `size` (width, height): a still at `path`, or one of the set's film.

    frame: its number in the film, in order of display, from 1; 0 for a still.
    """

    name: str
    path: Path | None
    frame: int
    size: tuple[int, int]
    labels: Labels


@dataclass(frozen=True, slots=True)
class BoxSet:
    """Labelled pictures: name and SHA-256 of the file, the film or None, class numbers named."""

    name: str
    digest: str
    film: Path | None
    classes: frozenset[int]
    pictures: tuple[LabelledPicture, ...]


@dataclass(frozen=True, slots=True)
class _Annotation:
    where: str
    kind: int
    box: Box
    area: float
    ignored: bool
    crowd: bool


def read_coco(path: Path, pictures: Path) -> BoxSet:
    """Read a whole set; its stills, or its film, lie in the folder `pictures`.

    Raises Unreadable: VAL-020 (not JSON, too large, a key twice, NaN), VAL-021
    (a value that is missing or of the wrong sort), VAL-022 (an id or a picture
    twice), VAL-023 (an unknown class), VAL-024 (a box without area, or outside
    its picture), VAL-025 (an id that stands for nothing), VAL-026 (a picture
    that is not there); and what `open_source` raises (SRC-…).
    """
    data = read_at_most(path, LARGEST)
    top = Item(path.name, _table(data, path.name))
    names = {number: item.text("name") for number, item in _by_id(top, "categories").items()}
    images = _by_id(top, "images")
    if not images:
        top.wrong("images", "[{…}, …]")
    boxes: dict[int, list[_Annotation]] = {number: [] for number in images}
    for item in _by_id(top, "annotations").values():
        boxes[_meant(item, "image_id", images)].append(_annotation(item, names))
    film = _there(top, "video", pictures) if top.has("video") else None
    labelled = tuple(
        _picture(item, pictures if film is None else None, boxes[number])
        for number, item in images.items()
    )
    _refuse_twice(top, "images", [picture.frame or picture.name for picture in labelled])
    classes = frozenset(class_number(name) for name in names.values() if name in NAMES)
    return BoxSet(path.name, sha256(data).hexdigest(), film, classes, labelled)


def _table(data: bytes, name: str) -> Mapping[str, object]:
    if len(data) > LARGEST:
        raise Unreadable("VAL-020", name=name, fault=f"> {LARGEST} B")
    try:
        loaded = json_of(data)
    except ValueError as fault:
        raise Unreadable("VAL-020", name=name, fault=str(fault)[:200]) from fault
    if not isinstance(loaded, dict):
        raise Unreadable("VAL-020", name=name, fault="{…}")
    return loaded


def _by_id(top: Item, key: str) -> dict[int, Item]:
    items = top.items(key)
    numbers = [item.whole("id", 0, _HIGHEST) for item in items]
    _refuse_twice(top, key, numbers)
    return dict(zip(numbers, items, strict=True))


def _refuse_twice(top: Item, key: str, names: Sequence[int | str]) -> None:
    seen: set[int | str] = set()
    for name in names:
        if name in seen:
            raise Unreadable("VAL-022", name=top.where, key=key, value=name)
        seen.add(name)


def _meant(item: Item, key: str, known: Container[int]) -> int:
    number = item.whole(key, 0, _HIGHEST)
    if number not in known:
        raise Unreadable("VAL-025", where=item.where, key=key, value=number)
    return number


def _annotation(item: Item, names: Mapping[int, str]) -> _Annotation:
    name = names[_meant(item, "category_id", names)]
    if name not in NAMES:
        raise Unreadable("VAL-023", where=item.where, name=name, known=", ".join(NAMES))
    box, crowd = item.box("bbox"), item.flag("iscrowd")
    return _Annotation(
        where=item.where,
        kind=class_number(name),
        box=box,
        area=item.area("area", box[2] * box[3]) if min(box[2:]) > 0 else 0.0,
        ignored=crowd or item.flag("ignore"),
        crowd=crowd,
    )


def _picture(
    item: Item, stills: Path | None, annotations: Sequence[_Annotation]
) -> LabelledPicture:
    """A still in the folder `stills`, or a picture of the film when there is none."""
    size = item.whole("width", 1, WIDEST), item.whole("height", 1, WIDEST)
    for one in annotations:
        if not _lies_in(one.box, size):
            spelt = f"{size[0]} × {size[1]}"
            raise Unreadable("VAL-024", where=one.where, box=list(one.box), size=spelt)
    labels = Labels(
        np.array([one.box for one in annotations], np.float64).reshape(-1, 4),
        np.array([one.kind for one in annotations], np.uint8),
        np.array([one.area for one in annotations], np.float64),
        np.array([one.ignored for one in annotations], np.bool_),
        np.array([one.crowd for one in annotations], np.bool_),
    )
    if stills is None:
        frame = item.whole("frame", 1, _HIGHEST)
        return LabelledPicture(str(frame), None, frame, size, labels)
    path = _there(item, "file_name", stills)
    return LabelledPicture(path.relative_to(stills).as_posix(), path, 0, size, labels)


def _lies_in(box: Box, size: tuple[int, int]) -> bool:
    left, top, width, height = box
    inside = left >= -SLACK and top >= -SLACK
    inside &= left + width <= size[0] + SLACK and top + height <= size[1] + SLACK
    return inside and width > 0 and height > 0


def _there(item: Item, key: str, folder: Path) -> Path:
    """The file that a name leads to, inside the folder; nobody is led out of it."""
    told = item.text(key)
    path = folder / told
    leads_out = any(
        spelt.anchor or ".." in spelt.parts
        for spelt in (PurePosixPath(told), PureWindowsPath(told))
    )
    if leads_out or not _is_file(path):
        raise Unreadable("VAL-026", where=item.where, name=told)
    return path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for the system
        return False
