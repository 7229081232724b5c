"""Where the house's source files lie, and how a check reads them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("app", "vsa_core", "tools", "cluster", "resources", "models")
DEF = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(root: Path, folders: tuple[str, ...] = PACKAGES) -> list[Path]:
    """Every Python file below the named folders of `root`, in order."""
    return sorted(path for folder in folders for path in (root / folder).rglob("*.py"))


def modules(root: Path, folders: tuple[str, ...] = PACKAGES) -> list[Path]:
    """Every Python file that holds code: all but the `__init__.py` files."""
    return [path for path in python_files(root, folders) if path.name != "__init__.py"]


def parsed(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=path.name)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a file with its length in lines, its docstring included."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, DEF):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def write(root: Path, name: str, text: str) -> Path:
    """Write one file of a sample tree."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
