"""Files and functions stay small, are named for what they are, and say it in one sentence."""

import ast
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.architecture.house import PACKAGES, ROOT, functions, modules, parsed, python_files, write

EVERYWHERE = (*PACKAGES, "tests")
BANNED = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"})


def long_files(root: Path) -> list[str]:
    """Files of more than 300 lines."""
    counted = [
        (path, len(path.read_text("utf-8").splitlines())) for path in python_files(root, EVERYWHERE)
    ]
    return [f"{path.name}: {lines} lines" for path, lines in counted if lines > 300]


def long_functions(root: Path) -> list[str]:
    """Functions of more than 60 lines."""
    return [
        f"{path.name}: {name} has {lines} lines"
        for path in python_files(root, EVERYWHERE)
        for name, lines in functions(path)
        if lines > 60
    ]


def median_function(root: Path) -> float:
    """The median length of a function of the program, in lines."""
    lengths = [lines for path in python_files(root) for _, lines in functions(path)]
    return median(lengths) if lengths else 0.0


def banned_names(root: Path) -> list[str]:
    """Files and folders whose name says nothing."""
    return [
        str(path.relative_to(root))
        for path in python_files(root, EVERYWHERE)
        if BANNED & {part.removesuffix(".py") for part in path.relative_to(root).parts}
    ]


def busy_fronts(root: Path) -> list[str]:
    """`__init__.py` files that hold anything but a docstring."""
    fronts = [path for path in python_files(root, EVERYWHERE) if path.name == "__init__.py"]
    return [str(path.relative_to(root)) for path in fronts if not _only_docstring(parsed(path))]


def _only_docstring(tree: ast.Module) -> bool:
    return len(tree.body) == 1 and ast.get_docstring(tree) is not None


def mute_modules(root: Path) -> list[str]:
    """Modules whose docstring is missing, or does not open with one sentence on one line."""
    found = []
    for path in python_files(root):
        first = (ast.get_docstring(parsed(path)) or "").partition("\n")[0]
        if not first.endswith((".", "?", ":")):
            found.append(str(path.relative_to(root)))
    return found


def frontless(root: Path) -> list[str]:
    """Folders of Python files without an `__init__.py`: no import contract sees them."""
    folders = {path.parent for path in python_files(root, EVERYWHERE)}
    return sorted(
        str(folder.relative_to(root)) for folder in folders if not (folder / "__init__.py").exists()
    )


CHECKS = [frontless, long_files, long_functions, banned_names, busy_fronts, mute_modules]

SEEDS: list[tuple[Callable[[Path], list[str]], str, str]] = [
    (frontless, "vsa_core/store/sealed.py", '"""Sealed."""\n'),
    (long_files, "vsa_core/long.py", '"""Long."""\n' + "x = 1\n" * 300),
    (long_functions, "app/deep.py", '"""Deep."""\ndef f():\n' + "    x = 1\n" * 60),
    (banned_names, "vsa_core/store/helpers.py", '"""Helps."""\n'),
    (banned_names, "app/common/row.py", '"""A row."""\n'),
    (busy_fronts, "vsa_core/store/__init__.py", '"""Store."""\nfrom vsa_core import errors\n'),
    (busy_fronts, "vsa_core/store/__init__.py", ""),
    (mute_modules, "vsa_core/mute.py", "x = 1\n"),
    (mute_modules, "vsa_core/mute.py", '"""no sentence"""\n'),
]


@pytest.mark.parametrize("check", CHECKS)
def test_the_house_keeps_to_it(check: Callable[[Path], list[str]]) -> None:
    assert check(ROOT) == []


@pytest.mark.parametrize(("check", "name", "text"), SEEDS)
def test_the_check_bites(
    check: Callable[[Path], list[str]], name: str, text: str, tmp_path: Path
) -> None:
    write(tmp_path, name, text)
    assert len(check(tmp_path)) == 1


def test_the_median_function_is_short() -> None:
    assert median_function(ROOT) <= 10


def test_the_median_is_counted(tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/deep.py", '"""Deep."""\ndef f():\n' + "    x = 1\n" * 20)
    assert median_function(tmp_path) == 21


def test_there_is_a_house_to_check() -> None:
    assert len(modules(ROOT)) > 10
