"""What is labelled in a folder, read whole and strictly before anything is measured."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from vsa_core.errors import Refused
from vsa_core.intake.opening import visible_name
from vsa_core.validation.coco import BoxSet, read_coco
from vsa_core.validation.document import read_at_most
from vsa_core.validation.mot import Labelled, film_of, read_labelled
from vsa_core.validation.truth import LARGEST, Truth, read_truth

TRUTHS = (".truth.toml", ".truth.json")
BOXES = ".coco.json"
ANNOTATIONS, IMAGES = "annotations", "images"
"""The two folders of COCO's own layout."""


@dataclass(frozen=True, slots=True)
class FilmTruth:
    """Questions with their answers about the film at `path`, SHA-256 (hex) of the truth's file.

    clip: the name that its figures bear; camera: under which it is admitted,
    one camera a film, however many truths it has.
    """

    clip: str
    digest: str
    path: Path
    camera: str
    truth: Truth


@dataclass(frozen=True, slots=True)
class LabelledSequence:
    """A labelled sequence; `path` and `camera` are None and "" where it comes without its film."""

    clip: str
    path: Path | None
    camera: str
    sequence: Labelled


@dataclass(frozen=True, slots=True)
class LabelledPictures:
    """A set of labelled pictures."""

    clip: str
    boxes: BoxSet


@dataclass(frozen=True, slots=True)
class LabelledFolder:
    """Everything in one folder, in the order of paths."""

    name: str
    truths: tuple[FilmTruth, ...]
    sequences: tuple[LabelledSequence, ...]
    sets: tuple[LabelledPictures, ...]

    @property
    def films(self) -> dict[str, Path]:
        """The films to be admitted, by camera."""
        told = {truth.camera: truth.path for truth in self.truths}
        return told | {one.camera: one.path for one in self.sequences if one.path is not None}


def read_folder(folder: Path) -> LabelledFolder:
    """Read every truth in `folder` and below it.

    Events: ``*.truth.toml`` and ``*.truth.json``, the clip beside them
    (docs/truth-format.md). Tracks and boxes: every folder with a
    ``seqinfo.ini`` (MOTChallenge). Boxes: ``*.coco.json``, the pictures beside
    it, and ``annotations/*.json`` beside a folder ``images``. Raises Refused
    (VAL-040) when there is nothing labelled, and what reading truths raises.
    """
    names, cameras = _Names(), _Cameras()
    found = LabelledFolder(
        visible_name(folder.resolve()),
        tuple(_truths(folder, names, cameras)),
        tuple(_sequences(folder, names, cameras)),
        tuple(_sets(folder, names)),
    )
    if not (found.truths or found.sequences or found.sets):
        raise Refused("VAL-040", folder=str(folder))
    return found


def _truths(folder: Path, names: "_Names", cameras: "_Cameras") -> Iterator[FilmTruth]:
    for path in _named(folder, lambda name: name.endswith(TRUTHS)):
        data = read_at_most(path, LARGEST)
        truth = read_truth(data, visible_name(path))
        film = path.parent / truth.clip
        clip = names.of(visible_name(film))
        yield FilmTruth(clip, sha256(data).hexdigest(), film, cameras.of(film), truth)


def _sequences(folder: Path, names: "_Names", cameras: "_Cameras") -> Iterator[LabelledSequence]:
    for info in _named(folder, lambda name: name == "seqinfo.ini"):
        sequence = read_labelled(info.parent)
        film = film_of(sequence.folder)
        camera = cameras.of(film) if film else ""
        yield LabelledSequence(names.of(sequence.name), film, camera, sequence)


def _sets(folder: Path, names: "_Names") -> Iterator[LabelledPictures]:
    for path in _named(folder, lambda name: name.endswith(".json")):
        if path.name.endswith(TRUTHS):
            continue
        beside = path.parent.parent / IMAGES
        if path.name.endswith(BOXES):
            boxes = read_coco(path, path.parent)
        elif path.parent.name == ANNOTATIONS and beside.is_dir():
            boxes = read_coco(path, beside)
        else:
            continue
        yield LabelledPictures(names.of(boxes.name), boxes)


def _named(folder: Path, chosen: Callable[[str], bool]) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if chosen(path.name))


class _Names:
    """Gives every clip a name of its own."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, name: str) -> str:
        spelt = (name, *(f"{name} ({number})" for number in range(2, len(self._given) + 2)))
        chosen = next(one for one in spelt if one not in self._given)
        self._given.add(chosen)
        return chosen


class _Cameras:
    """Gives every film a camera of its own."""

    def __init__(self) -> None:
        self._numbers: dict[Path, int] = {}

    def of(self, film: Path) -> str:
        number = self._numbers.setdefault(film.resolve(), len(self._numbers) + 1)
        return f"{number} {visible_name(film)}"
