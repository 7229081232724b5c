"""What installs the house is pinned, complete and says one thing everywhere."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import PACKAGES, ROOT, modules, parsed, write

IMPORTED_AS = {
    "argon2-cffi": "argon2",
    "opencv-python": "cv2",
    "pyside6-essentials": "PySide6",
}
"""Import names that are not the package's own."""

NAME = re.compile(r"^[A-Za-z0-9._-]+")


def unpinned(root: Path) -> list[str]:
    """Packages that pyproject.toml names, the build backend too, and nothing pins."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    named = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for extra in project["project"].get("optional-dependencies", {}).values():
        named.extend(extra)
    pins = {_name(line) for line in _pins(root) if re.fullmatch(r"[\w.-]+==[\w.]+", line)}
    return sorted({_name(requirement) for requirement in named} - pins)


def _pins(root: Path) -> list[str]:
    return (root / "constraints.txt").read_text("utf-8").splitlines()


def _name(requirement: str) -> str:
    found = NAME.match(requirement)
    return found.group().lower().replace("_", "-") if found else requirement


def test_everything_named_is_pinned() -> None:
    assert unpinned(ROOT) == []


def test_what_is_not_pinned_is_seen(tmp_path: Path) -> None:
    write(
        tmp_path,
        "pyproject.toml",
        '[build-system]\nrequires = ["hatchling"]\n'
        '[project]\ndependencies = ["av>=18", "h5py", "numpy"]\n'
        "[project.optional-dependencies]\ntest = ['ruff']\n",
    )
    write(tmp_path, "constraints.txt", "av==18.1.0\nnumpy>=2\n")
    assert unpinned(tmp_path) == ["h5py", "hatchling", "numpy", "ruff"]


def undeclared(root: Path) -> list[str]:
    """Third parties that the program imports and pyproject.toml does not name.

    What the extra `bench` brings counts for the bench alone, and `cluster` for the cluster.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project.get("optional-dependencies", {})
    known, measured, joined = (
        {IMPORTED_AS.get(name, name.replace("-", "_")) for name in map(_name, requirements)}
        for requirements in (
            project["dependencies"],
            extras.get("bench", []),
            extras.get("cluster", []),
        )
    )
    joined |= {"dask"} if joined else set()  # one project in two packages, of one version
    used = {
        name
        for path in modules(root)
        for name in _imports(path)
        if not path.with_name(f"{name}.py").exists()  # cosign.py is run beside verify_audit.py
        and not (name in measured and path.parent == root / "vsa_core" / "bench")
        and not (name in joined and path.parent == root / "cluster")
    }
    return sorted(used - known - set(sys.stdlib_module_names) - set(PACKAGES))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_everything_imported_is_declared() -> None:
    assert undeclared(ROOT) == []


def test_an_undeclared_import_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", '[project]\ndependencies = ["opencv-python>=5", "av"]\n')
    write(tmp_path, "app/row.py", "import av, os, cv2\nfrom pandas.io import sql\n")
    assert undeclared(tmp_path) == ["pandas"]


def test_the_pins_are_sorted_and_single() -> None:
    names = [_name(line) for line in _pins(ROOT)]
    assert names == sorted(set(names))


def test_every_package_ships() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == set(PACKAGES)


def test_the_makefile_has_its_targets() -> None:
    listed = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for target in ("setup", "demo", "test", "check", "campaign", "offline", "clean"):
        assert f"make {target} " in listed


def test_ci_runs_the_check_and_the_tests_and_nothing_else() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").splitlines()[-1] == "make check && make test"


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text
    assert "13. Remote Network Interaction" in text


def test_what_the_cluster_brings_is_for_the_cluster_alone(tmp_path: Path) -> None:
    extra = '[project.optional-dependencies]\ncluster = ["distributed>=2026"]\n'
    write(tmp_path, "pyproject.toml", f"[project]\ndependencies = []\n{extra}")
    write(tmp_path, "cluster/line.py", "import dask\nimport distributed\n")
    assert undeclared(tmp_path) == []
    write(tmp_path, "vsa_core/pipeline/remote.py", "import distributed\n")
    assert undeclared(tmp_path) == ["distributed"]


def test_what_the_bench_brings_is_for_the_bench_alone(tmp_path: Path) -> None:
    extra = '[project.optional-dependencies]\nbench = ["duckdb>=2"]\n'
    write(tmp_path, "pyproject.toml", f"[project]\ndependencies = []\n{extra}")
    write(tmp_path, "vsa_core/bench/search.py", "import duckdb\n")
    assert undeclared(tmp_path) == []
    write(tmp_path, "vsa_core/search/lanes.py", "import duckdb\n")
    assert undeclared(tmp_path) == ["duckdb"]
