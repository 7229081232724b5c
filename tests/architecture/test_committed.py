"""What is committed names no path of a machine, and only the journal makes receipts."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, modules, parsed, write

PLACES = ("work", "tmp", "home", "root", "farm")
A_PLACE = re.compile(r"(?<![\w./~$})*-])/(" + "|".join(PLACES) + r")/[\w.]")


def committed(root: Path) -> list[Path]:
    """The files that git tracks or would add; skips where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout: nobody can say what is committed")
    names = listed.stdout.decode().split("\0")
    return [root / name for name in names if name and (root / name).is_file()]


def machine_paths(files: list[Path]) -> list[str]:
    """Lines of text files that name a folder of some machine."""
    found = []
    for path in files:
        for number, line in enumerate(_lines(path), 1):
            if A_PLACE.search(line):
                found.append(f"{path.name}:{number}")
    return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        return []


def receipt_makers(root: Path) -> list[str]:
    """Files that construct a Receipt."""
    return [str(path.relative_to(root)) for path in modules(root) if _makes_receipts(path)]


def _makes_receipts(path: Path) -> bool:
    calls = [node.func for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    return any(
        (isinstance(called, ast.Name) and called.id == "Receipt")
        or (isinstance(called, ast.Attribute) and called.attr == "Receipt")
        for called in calls
    )


def test_no_committed_file_names_a_machine() -> None:
    assert machine_paths(committed(ROOT)) == []


def test_a_machine_path_is_seen(tmp_path: Path) -> None:
    slash = "/"
    bad = write(tmp_path, "bad.md", f"see {slash}work/notes.md\nopen('{slash}tmp/x')\n")
    good = write(tmp_path, "good.md", f"tests{slash}tmp/x\nhttps:{slash}/example/home/x\n~/tmp/\n")
    assert machine_paths([bad]) == ["bad.md:1", "bad.md:2"]
    assert machine_paths([good]) == []


def test_only_the_journal_makes_receipts() -> None:
    assert receipt_makers(ROOT) == ["vsa_core/audit/journal.py"]


def test_a_forged_receipt_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/desk/queries.py", 'r = Receipt(1, "", "")\n')
    write(tmp_path, "vsa_core/search/run.py", 'r = receipt.Receipt(1, "", "")\n')
    write(tmp_path, "vsa_core/search/plan.py", "def f(r: Receipt) -> Receipt: ...\n")
    assert receipt_makers(tmp_path) == ["vsa_core/desk/queries.py", "vsa_core/search/run.py"]
