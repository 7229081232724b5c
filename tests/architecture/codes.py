"""Which error codes the source raises, with which values, and which words answer them."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.house import modules, parsed

FAULTS = frozenset({"Refused", "Unreadable", "Tampered", "WrongUsage", "Bug"})
CODE = re.compile(r"[A-Z]{3}-\d{3}")
PARTS = ("cause", "consequence", "next")
LANGUAGES = ("fr", "en")
I18N = Path("resources", "i18n")


@dataclass(frozen=True, slots=True)
class Raised:
    """One place that raises a code; `values` is None where they are passed as a whole (`**`)."""

    code: str
    values: frozenset[str] | None
    where: str


def raised(root: Path) -> list[Raised]:
    """Every call of a fault by its name with a literal code."""
    return [found for path in modules(root) for found in _calls(path)]


def _calls(path: Path) -> Iterator[Raised]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and _name(node.func) in FAULTS and node.args:
            code = node.args[0]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield Raised(code.value, _values(node), f"{path.name}:{node.lineno}")


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _values(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def mentioned(root: Path) -> set[str]:
    """Every code that stands in the source as a text of its own."""
    return {
        node.value
        for path in modules(root)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
    }


def sentences(root: Path, language: str) -> dict[str, str]:
    """Every sentence of a language by its dotted key, the file's name first."""
    found: dict[str, str] = {}
    for path in sorted((root / I18N / language).glob("*.toml")):
        found.update(_flat(path.stem, tomllib.loads(path.read_text("utf-8"))))
    return found


def _flat(prefix: str, table: dict[str, object]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        name = f"{prefix}.{key}"
        flat.update(_flat(name, value) if isinstance(value, dict) else {name: str(value)})
    return flat


def placeholders(sentence: str) -> set[str]:
    """The names of the values that a sentence shows."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def words(root: Path, language: str) -> dict[str, set[str]]:
    """Each code of a language that has its three sentences, with the values that they show."""
    said = sentences(root, language)
    codes = {key.split(".")[1] for key in said if CODE.fullmatch(key.split(".")[1])}
    return {
        code: set().union(*(placeholders(said[_key(code, part)]) for part in PARTS))
        for code in codes
        if all(said.get(_key(code, part), "").strip() for part in PARTS)
    }


def _key(code: str, part: str) -> str:
    return f"{code[:3]}.{code}.{part}"
