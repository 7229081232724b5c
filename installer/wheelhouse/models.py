"""Carries the models of a wheelhouse: the list, the weights beside it that are listed, their cards.

    python models.py FROM TO

Refuses a file of weights whose bytes nobody listed, and one that the list calls shipped and that
is not there. Standard library only.
"""

import hashlib
import shutil
import sys
import tomllib
from pathlib import Path

LIST = "manifest.toml"
CARD = ".md"
"""How the name of a model's card ends: what it was trained on, and how right it is."""

OURS = frozenset({LIST, "__init__.py", "__pycache__"})


def carry(source: Path, target: Path) -> list[str]:
    """Copy the list and its weights; what is wrong with them, and then nothing is copied."""
    listed = {
        str(model["file"]): model
        for model in tomllib.loads((source / LIST).read_text("utf-8")).get("model", [])
    }
    beside = sorted(path.name for path in source.iterdir() if path.name not in OURS)
    cards = [name for name in beside if name.endswith(CARD)]
    there = [name for name in beside if name not in cards]
    wrong = [f"{name}: not listed" for name in there if name not in listed]
    for name, model in listed.items():
        if name in there and _digest(source / name) != model["sha256"]:
            wrong.append(f"{name}: its bytes are not the listed ones")
        if name not in there and model.get("shipped", True):
            wrong.append(f"{name}: listed as shipped, and not there")
    if not wrong:
        target.mkdir(parents=True, exist_ok=True)
        for name in (LIST, *cards, *there):
            shutil.copyfile(source / name, target / name)
    return wrong


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    told = carry(Path(sys.argv[1]), Path(sys.argv[2]))
    for line in told:
        print(f"wheelhouse: {line}", file=sys.stderr)
    sys.exit(bool(told))
