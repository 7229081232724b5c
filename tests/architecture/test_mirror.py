"""Every source file has its test file of the same name, and the reverse."""

from pathlib import Path

from tests.architecture.house import ROOT, modules, write

MIRRORED = ("app", "vsa_core", "tools", "cluster", "resources")
ELSEWHERE = frozenset(
    {
        "architecture",
        "campaign",
        "contracts",
        "golden",
        "offline",
        "quality",
        "redlines",
        "robustness",
        "roads",
        "screens",
        "verifier",
    }
)
"""Folders of tests that answer to the whole house rather than to one file."""


def mirror_of(source: Path) -> Path:
    """Where the test of a source file lies; both relative to the repository."""
    if source.parent == Path("resources", "verifier"):
        return Path("tests", "verifier", f"test_{source.stem}.py")
    folder = source.parent.parts[1:] if source.parts[0] == "vsa_core" else source.parent.parts
    return Path("tests", *folder, f"test_{source.stem.strip('_')}.py")


def untested(root: Path) -> list[str]:
    """Source files without their test file."""
    sources = [path.relative_to(root) for path in modules(root, MIRRORED)]
    return [str(source) for source in sources if not (root / mirror_of(source)).is_file()]


def orphans(root: Path) -> list[str]:
    """Test files of the mirror whose source file does not exist."""
    expected = {mirror_of(path.relative_to(root)) for path in modules(root, MIRRORED)}
    found = [path.relative_to(root) for path in sorted((root / "tests").rglob("test_*.py"))]
    return [str(path) for path in found if path.parts[1] not in ELSEWHERE and path not in expected]


def test_every_source_file_has_its_test_file() -> None:
    assert untested(ROOT) == []


def test_every_test_file_has_its_source_file() -> None:
    assert orphans(ROOT) == []


def test_a_file_without_a_test_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/store/sealed.py", "")
    write(tmp_path, "app/__main__.py", "")
    write(tmp_path, "tests/app/test_main.py", "")
    assert untested(tmp_path) == ["vsa_core/store/sealed.py"]
    write(tmp_path, "tests/store/test_sealed.py", "")
    assert untested(tmp_path) == []
    assert orphans(tmp_path) == []


def test_a_test_without_a_file_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "tests/store/test_gone.py", "")
    write(tmp_path, "tests/redlines/test_faces.py", "")
    assert orphans(tmp_path) == ["tests/store/test_gone.py"]
