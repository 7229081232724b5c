"""No listed model knows a face, a pose or a plate, and every listed weight says so itself."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, write
from tests.redlines.scan import words

MANIFEST = Path("models", "manifest.toml")
DENIED = frozenset(
    "face faces head heads eye eyes pose keypoint keypoints gait plate plates license licence"
    " man woman boy girl child gender age identity".split()
)
WEIGHTS = (".pt", ".onnx", ".safetensors", ".xml", ".bin", ".pth")


def tables(value: object) -> Iterator[Mapping[str, object]]:
    """Every table of a parsed TOML document that lists classes."""
    if isinstance(value, Mapping):
        if "classes" in value:
            yield value
        for inner in value.values():
            yield from tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables(inner)


def wrong_models(root: Path) -> list[str]:
    """What the manifest lists that the house must never open."""
    found = []
    for table in tables(tomllib.loads((root / MANIFEST).read_text("utf-8"))):
        name = str(table.get("name", "?"))
        if table.get("face") is not False:
            found.append(f"{name}: does not say face = false")
        if table.get("task", "detect") != "detect":
            found.append(f"{name}: task {table['task']}")
        found.extend(f"{name}: class {word}" for word in sorted(_spoken(table) & DENIED))
    return found


def _spoken(table: Mapping[str, object]) -> set[str]:
    return words(" ".join(_leaves(table["classes"])))


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in (*value.keys(), *value.values()):
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield str(value)


def unlisted_weights(root: Path) -> list[str]:
    """Weights that ship without a line in the manifest."""
    text = (root / MANIFEST).read_text("utf-8")
    shipped = sorted(path.name for path in (root / "models").rglob("*") if path.suffix in WEIGHTS)
    return [name for name in shipped if name not in text]


def test_every_listed_model_is_allowed() -> None:
    assert wrong_models(ROOT) == []


def test_every_shipped_weight_is_listed() -> None:
    assert unlisted_weights(ROOT) == []


GOOD = '[[model]]\nname = "small"\nfile = "small.pt"\ntask = "detect"\nface = false\n'


@pytest.mark.parametrize(
    "text",
    [
        GOOD + 'classes = ["person", "Human face"]\n',
        GOOD + 'classes = {0 = "license plate"}\n',
        GOOD.replace("detect", "pose") + 'classes = ["person"]\n',
        GOOD.replace("face = false\n", "") + 'classes = ["person"]\n',
        GOOD.replace("false", "true") + 'classes = ["person"]\n',
    ],
)
def test_a_forbidden_model_is_seen(text: str, tmp_path: Path) -> None:
    write(tmp_path, str(MANIFEST), text)
    assert len(wrong_models(tmp_path)) >= 1


def test_an_allowed_model_passes(tmp_path: Path) -> None:
    write(tmp_path, str(MANIFEST), GOOD + 'classes = ["person", "car"]\n')
    write(tmp_path, "models/small.pt", "")
    assert wrong_models(tmp_path) == []
    assert unlisted_weights(tmp_path) == []


def test_an_unlisted_weight_is_seen(tmp_path: Path) -> None:
    write(tmp_path, str(MANIFEST), GOOD + 'classes = ["person"]\n')
    write(tmp_path, "models/other.onnx", "")
    assert unlisted_weights(tmp_path) == ["other.onnx"]
