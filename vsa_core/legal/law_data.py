"""The law as data: resources/law, read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "law"


@cache
def law(name: str) -> dict[str, Any]:
    """The tables of resources/law/`name`.toml."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
