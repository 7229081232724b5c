"""RL9. No number plate is read: there is no reader, and no basis makes one appear."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, modules, write
from tests.redlines.scan import names, texts, words
from vsa_core.errors import Fault
from vsa_core.vision.weights import Entry

READING = frozenset("anpr alpr lpr ocr tesseract easyocr paddleocr".split())
PLATE = frozenset({"plate", "plates"})
OF_CARS = frozenset("license licence number registration vehicle car read reader text".split())
"""Beside which a plate is that of a car; alone it may be the ground of a label, or of a picture."""

READERS = frozenset("easyocr fast-plate-ocr openalpr paddleocr pytesseract rapidocr".split())
SAYS_NO = {
    "vsa_core/vision/names.py": "the class names that no model may have",
    "vsa_core/desk/capabilities_list.py": "the signed list of absences",
    "vsa_core/legal/modules.py": "the closed list of modules that a basis must name",
}


def readers(root: Path) -> list[str]:
    """Names and texts of the program that speak of plates, and packages that read them."""
    found = []
    for path in modules(root):
        place = str(path.relative_to(root))
        if place not in SAYS_NO:
            found += sorted({f"{place}: {text[:40]}" for text in _said(path) if _of_plates(text)})
    pins = (root / "constraints.txt").read_text("utf-8").lower().replace("_", "-").split()
    return found + sorted(READERS & {line.partition("==")[0] for line in pins})


def _said(path: Path) -> set[str]:
    """The file's own name, every identifier in it and every text."""
    return {path.stem, *names(path), *texts(path)}


def _of_plates(text: str) -> bool:
    said = words(text)
    return bool(said & READING) or bool(said & PLATE and (said & OF_CARS or said <= {"plates"}))


def built(root: Path) -> list[str]:
    """Modules that the law knows, and that this version says it has."""
    form = tomllib.loads((root / "resources" / "law" / "form.toml").read_text("utf-8"))
    return sorted(name for name, module in form["module"].items() if module["built"])


def told(root: Path) -> list[str]:
    """Sentences that promise to read a plate; those that say there is none may name it."""
    promise = re.compile(r"(lire|lecture|read|recogni[sz]e).{0,20}(plaque|plate)", re.IGNORECASE)
    return [
        f"{path.name}: {line.strip()[:60]}"
        for path in sorted((root / "resources" / "i18n").rglob("*.toml"))
        if path.name != "capabilities.toml"
        for line in path.read_text("utf-8").splitlines()
        if promise.search(line)
    ]


def knows_plates(checked: Callable[[str], object]) -> list[str]:
    """Class names of plates that a list of models takes."""
    taken = []
    for name in ("license plate", "licence_plate", "number plate", "Vehicle registration plate"):
        try:
            checked(name)
        except Fault:
            continue
        taken.append(name)
    return taken


def listed(name: str) -> Entry:
    """A model that names this class, as a list of the house takes it."""
    return Entry("a", "a.pt", "0" * 64, "MIT", "", "detect", ("car", name), 640, False).checked()


def test_no_line_and_no_package_reads_a_plate() -> None:
    assert readers(ROOT) == []


def test_the_module_that_the_law_knows_is_not_built() -> None:
    assert built(ROOT) == []


def test_no_sentence_promises_one() -> None:
    assert told(ROOT) == []


def test_no_model_that_knows_plates_is_listed() -> None:
    assert knows_plates(listed) == []


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A program without plates."""
    write(tmp_path, "constraints.txt", "numpy==2.4.6\n")
    write(tmp_path, "vsa_core/vision/yolo.py", "templates = 1\nplate = ground(label)\n")
    write(tmp_path, "resources/law/form.toml", "[module.plates]\nbuilt = false\n")
    return tmp_path


def test_a_program_without_plates_passes(tree: Path) -> None:
    assert (readers(tree), built(tree), told(tree)) == ([], [], [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("vsa_core/vision/plates.py", ""),
        ("vsa_core/vision/crop.py", "def read_plate(picture): ...\n"),
        ("vsa_core/vision/crop.py", "NET = 'licence-plate.pt'\n"),
        ("vsa_core/events/anpr.py", "import easyocr\n"),
        ("constraints.txt", "numpy==2.4.6\nfast_plate_ocr==1.0\n"),
    ],
)
def test_a_reader_of_plates_is_seen(name: str, text: str, tree: Path) -> None:
    write(tree, name, text)
    assert readers(tree) != []


def test_a_module_that_is_built_is_seen(tree: Path) -> None:
    write(tree, "resources/law/form.toml", "[module.plates]\nbuilt = true\n")
    assert built(tree) == ["plates"]


def test_a_promise_is_seen(tree: Path) -> None:
    write(tree, "resources/i18n/fr/kinds.toml", 'a = "Lecture de la plaque"\n')
    assert len(told(tree)) == 1


def test_a_list_that_takes_plates_is_seen() -> None:
    assert len(knows_plates(lambda name: name)) == 4
