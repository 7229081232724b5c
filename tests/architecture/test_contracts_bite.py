"""Each import contract is broken on purpose in a copy of the house, and is seen to bite.

A contract that guards the wrong name stays "kept" for ever: a large Qt
application has one that lets Qt into its engine. So each violation must break
the contracts named for it, and no other (but the one on cycles).
"""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, write

SOURCES = ("app", "vsa_core", "tools", "cluster")
CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}

LINT = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"

VIOLATIONS = [
    # importer, what it must not import, contracts that must break
    ("vsa_core.domain.moment", "vsa_core.store.layout", "floors segments"),
    ("vsa_core.errors", "vsa_core.domain.moment", "floors"),
    ("vsa_core.legal.basis", "vsa_core.events.dwell", "floors"),
    ("vsa_core.pipeline.levels", "vsa_core.desk.queries", "floors"),
    ("vsa_core.desk.queries", "vsa_core.validation.tracks", "floors"),
    ("vsa_core.unplaced_room", "vsa_core.errors", "floors"),
    ("vsa_core.desk.queries", "vsa_core.checkup", "floors"),
    ("vsa_core.stock", "vsa_core.looking", "floors"),
    ("vsa_core.engine", "vsa_core.worker", "floors"),
    ("vsa_core.worker", "vsa_core.engine", "floors"),
    ("vsa_core.stint", "vsa_core.worker", "floors"),
    ("vsa_core.looking", "vsa_core.stint", "floors"),
    ("vsa_core.offline", "vsa_core.pipeline.post", "floors"),
    ("vsa_core.looking", "vsa_core.checkup", "floors"),
    ("vsa_core.desk.models", "vsa_core.stock", "floors"),
    ("vsa_core.checkup", "vsa_core.export.clip", "export"),
    ("vsa_core.validation.tracks", "app.words", "ground"),
    ("tools.sample.view", "app.words", "ground"),
    ("vsa_core.domain.moment", "tools.sample.view", "ground tools"),
    ("app.times", "tools.sample.view", "tools"),
    ("app.words", "app.times", "front"),
    ("app.theme", "app.tasks", "front"),
    ("app.tasks", "app.state.session", "front"),
    ("app.state.session", "app.widgets.label", "front"),
    ("app.cli.telling", "app.views.player", "no-qt"),
    ("app.views.hits", "vsa_core.desk.queries", "looking"),
    ("app.widgets.canvas", "app.tasks", "looking"),
    ("app.views.hits", "app.views.player", "views"),
    ("app.state.session", "threading", "threads"),
    ("app.views.player", "concurrent.futures", "threads"),
    ("tools.training.loss", "multiprocessing", "threads"),
    ("app.words", "app.faults", "front"),
    ("app.panel", "app.words", "front"),
    ("app.times", "vsa_core.store.layout", "desk-only segments"),
    ("app.times", "vsa_core.settings", "desk-only settings"),
    ("app.times", "vsa_core.engine", "desk-only"),
    ("app.diagnosis", "vsa_core.checkup", "desk-only"),
    ("app.libraries", "app.words", "front"),
    ("app.diagnosis", "PySide6.QtGui", "no-qt"),
    ("app.faults", "vsa_core.validation.tracks", "desk-only"),
    ("app.window", "vsa_core.events.dwell", "desk-only"),
    ("app.window", "vsa_core.bench.detect", "desk-only"),
    ("app.window", "vsa_core.bench.trackers", "desk-only"),
    ("vsa_core.desk.queries", "vsa_core.bench.detect", "floors"),
    ("vsa_core.validation.tracks", "vsa_core.bench.detect", "floors"),
    ("vsa_core.desk.queries", "PySide6.QtCore", "no-qt"),
    ("app.words", "PySide6.QtWidgets", "no-qt"),
    ("vsa_core.desk.viewing", "vsa_core.search.run", "search"),
    ("vsa_core.desk.explaining", "vsa_core.search.plan", "search"),
    ("vsa_core.desk.saved", "vsa_core.search.run", "search"),
    ("vsa_core.engine", "vsa_core.search", "search"),
    ("vsa_core.desk.queries", "vsa_core.export.clip", "export"),
    ("vsa_core.desk.queries", "vsa_core.phrases.reading", "phrases"),
    ("vsa_core.engine", "vsa_core.phrases.lexicon", "phrases"),
    ("vsa_core.phrases.reading", "vsa_core.search.plan", "floors search"),
    ("app.words", "vsa_core.phrases.lexicon", "desk-only phrases"),
    ("vsa_core.pipeline.levels", "vsa_core.decode.pyav", "brands"),
    ("tools.sample.view", "vsa_core.vision.yolo", "brands"),
    ("vsa_core.desk.queries", "vsa_core.vision.yolo", "brands"),
    ("vsa_core.desk.models", "vsa_core.vision.weights", "brands"),
    ("vsa_core.bench.trackers", "vsa_core.vision.twostage", "brands"),
    ("vsa_core.bench.bytetrack", "vsa_core.vision.kalman", "brands"),
    ("vsa_core.desk.queries", "vsa_core.store.shelf", "segments"),
    ("vsa_core.pipeline.index", "vsa_core.store.reader", "segments"),
    ("vsa_core.search.run", "vsa_core.audit.journal", "journal"),
    ("vsa_core.export.clip", "vsa_core.audit.journal", "journal"),
    ("vsa_core.desk.queries", "vsa_core.settings", "settings"),
    ("vsa_core.pipeline.hands", "vsa_core.settings", "settings"),
    ("vsa_core.pipeline.looker", "vsa_core.decode.pyav", "brands"),
    ("vsa_core.events.dwell", "vsa_core.events.zone_entry", "kinds"),
    ("vsa_core.events.count", "vsa_core.events.line_crossing", "kinds"),
    ("vsa_core.vision.yolo", "urllib.request", "offline"),
    ("vsa_core.desk.queries", "socket", "offline"),
    ("app.times", "requests", "offline"),
    ("vsa_core.pipeline.levels", "av", "av"),
    ("vsa_core.domain.geometry", "cv2", "cv2"),
    ("app.times", "cv2", "cv2"),
    ("vsa_core.pipeline.levels", "torch", "torch"),
    ("vsa_core.bench.trackers", "ultralytics", "torch"),
    ("vsa_core.bench.looks_limit", "torch", "torch"),
    ("vsa_core.vision.deepsort", "ultralytics", "torch"),
    ("vsa_core.vision.openvino", "torch", "torch"),
    ("vsa_core.vision.readers", "torch", "torch"),
    ("vsa_core.vision.pytorch", "ultralytics", "torch"),
    ("vsa_core.vision.readers", "safetensors", "safetensors"),
    ("vsa_core.vision.yolo", "openvino", "openvino"),
    ("vsa_core.pipeline.levels", "deep_sort_realtime", "deepsort"),
    ("vsa_core.store.catalog", "h5py", "shelves"),
    ("vsa_core.store.layout", "sqlcipher3", "shelves"),
    ("vsa_core.store.catalog", "sqlite3", "shelves"),
    ("vsa_core.bench.search", "sqlite3", "shelves"),
    ("vsa_core.bench.search", "duckdb", "engines"),
    ("vsa_core.search.lanes", "pandas", "engines"),
    ("vsa_core.bench.search_questions", "vsa_core.search.lanes", "search"),
    ("vsa_core.audit.journal", "cryptography.hazmat", "ciphers"),
    ("vsa_core.desk.people", "argon2", "ciphers"),
    ("vsa_core.desk.queries", "trackeval", "truth"),
    ("vsa_core.desk.exports", "reportlab.platypus", "paper"),
    ("vsa_core.validation.report_json", "reportlab", "paper"),
    ("vsa_core.desk.queries", "rich.table", "terminal"),
    ("vsa_core.desk.queries", "platformdirs", "terminal"),
    ("vsa_core.pipeline.remote", "distributed", "offline"),
    ("app.cli.footage", "dask", "offline"),
    ("vsa_core.pipeline.remote", "cluster.gateway", "floors ground"),
    ("app.cli.footage", "cluster.papers", "ground"),
    ("cluster.gateway", "vsa_core.keys.subkeys", "rack"),
    ("cluster.working", "vsa_core.store.sealed", "rack"),
    ("cluster.station", "app.cli.telling", "rack"),
    ("cluster.station", "cryptography.hazmat", "ciphers"),
    ("cluster.working", "av", "av"),
    ("cluster.gateway", "vsa_core.settings", "settings"),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source and of the contracts."""
    root = tmp_path_factory.mktemp("house")
    for folder in SOURCES:
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root / "pyproject.toml")
    return root


@pytest.fixture(scope="module")
def before(house: Path) -> set[str]:
    """What the house breaks as it stands: nothing, says the first test."""
    return broken(house)


def broken(house: Path) -> set[str]:
    """The names of the contracts that the copy breaks; fails when the linter did not run."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-logo", "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(house), "COLUMNS": "200", "PATH": ""},
    )
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return set(re.findall(r"^(.*) BROKEN(?: \(.*\))?$", done.stdout, re.MULTILINE))


def stand_in(house: Path, module: str) -> list[Path]:
    """Make the module, and the packages above it, where the house lacks it; what was made."""
    *parents, name = module.split(".")
    fronts = [house.joinpath(*parents[: depth + 1], "__init__.py") for depth in range(len(parents))]
    path = house.joinpath(*parents, f"{name}.py")
    if house.joinpath(*parents, name).is_dir():
        path = house.joinpath(*parents, name, "__init__.py")
    made = [file for file in (*fronts, path) if not file.exists()]
    for file in made:
        write(house, str(file.relative_to(house)), '"""Stands in."""\n')
    return made


def inject(house: Path, importer: str, imported: str) -> set[str]:
    """Add one import to the copy, lint, and put the copy back as it was."""
    made = stand_in(house, importer)
    if imported.split(".")[0] in SOURCES:
        made += stand_in(house, imported)
    path = house.joinpath(*importer.split(".")).with_suffix(".py")
    before = path.read_text("utf-8")
    path.write_text(f"{before}\nimport {imported}\n", "utf-8")
    try:
        return broken(house)
    finally:
        path.write_text(before, "utf-8")
        for file in reversed(made):
            file.unlink()


def test_the_house_keeps_its_contracts(before: set[str]) -> None:
    assert before == set()


@pytest.mark.parametrize(("importer", "imported", "contracts"), VIOLATIONS)
def test_a_violation_breaks_its_contract(
    house: Path, before: set[str], importer: str, imported: str, contracts: str
) -> None:
    expected = before | {CONTRACTS[contract] for contract in contracts.split()}
    # An import upwards also closes a circle, where the way down is in use.
    assert expected <= inject(house, importer, imported) <= expected | {CONTRACTS["cycles"]}


def test_a_cycle_breaks_the_contract(house: Path, before: set[str]) -> None:
    first, second = "vsa_core.domain.moment", "vsa_core.domain.errand"
    stand_in(house, second)
    path = house / "vsa_core" / "domain" / "errand.py"
    path.write_text(f'"""Goes round."""\nimport {first}\n', "utf-8")
    try:
        assert inject(house, first, second) == before | {CONTRACTS["cycles"]}
    finally:
        path.unlink()


def test_every_contract_is_broken_once() -> None:
    tried = {contract for *_, contracts in VIOLATIONS for contract in contracts.split()}
    assert tried | {"cycles"} == set(CONTRACTS)
