"""Which words the command line asks for, read from its source."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.house import ROOT, modules, parsed

DYNAMIC = ast.JoinedStr


@dataclass(frozen=True, slots=True)
class Asked:
    """One call that asks for words: the keys it may ask for, and the values it passes.

    `prefix` is the beginning of keys that are put together at run time, else "".
    """

    where: str
    keys: tuple[str, ...]
    prefix: str
    values: frozenset[str]


def asked(root: Path = ROOT) -> list[Asked]:
    """Every call of the app that asks for words."""
    return [found for path in modules(root, ("app",)) for found in _file(path)]


def rooms(root: Path = ROOT) -> set[str]:
    """The rooms whose words are asked for by `name`, one technical word each."""
    return {
        str(call.args[0].value)
        for path in modules(root, ("app",))
        for call in _calls(parsed(path))
        if _name(call) == "name" and isinstance(call.args[0], ast.Constant)
    }


def _file(path: Path) -> Iterator[Asked]:
    tree = parsed(path)
    short = _shortened(tree)
    texts = _assigned(tree)
    for call in _calls(tree):
        before = _before(call, short)
        if before is None or not call.args:
            continue
        values = frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
        where = f"{path.name}:{call.lineno}"
        keys, prefix = _keys(call.args[0], texts)
        if keys or prefix:
            yield Asked(
                where,
                tuple(before + key for key in keys),
                before + prefix if prefix else "",
                values,
            )


def _before(call: ast.Call, short: dict[str, str]) -> str | None:
    """What the called function puts before its key; None when it asks for no words."""
    name = _name(call)
    if name in short and isinstance(call.func, ast.Name):
        return short[name]
    if name in ("say", "table") and isinstance(call.func, ast.Attribute):
        spoken = _speaker(call.func.value)
        return {"words": "", "teller": "cli."}.get(spoken)
    return None


def _speaker(value: ast.expr) -> str:
    """Who is asked: `WORDS`, `words`, `self._words`, `teller`; an empty state says its own."""
    name = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
    return str(name).lower().removeprefix("_")


def _shortened(tree: ast.Module) -> dict[str, str]:
    """Functions of one file that put something before a key: `_say(key)` and the like."""
    short: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and len(node.args.args) == 1:
            for call in _calls(node):
                if _name(call) == "say" and isinstance(call.args[0], ast.JoinedStr):
                    first = call.args[0].values[0]
                    if isinstance(first, ast.Constant) and len(call.args[0].values) == 2:
                        short[node.name] = str(first.value)
    return short


def _assigned(tree: ast.Module) -> dict[str, list[str]]:
    """Names that hold one of several texts: `key = "a" if x else "b"`."""
    texts: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found = _texts(node.value)
            if found:
                texts.setdefault(node.targets[0].id, []).extend(found)
    return texts


def _texts(value: ast.expr) -> list[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return [value.value]
    if isinstance(value, ast.IfExp):
        return _texts(value.body) + _texts(value.orelse)
    return []


def _keys(key: ast.expr, texts: dict[str, list[str]]) -> tuple[list[str], str]:
    if isinstance(key, ast.Name):
        return texts.get(key.id, []), ""
    if isinstance(key, ast.JoinedStr):
        first = key.values[0]
        return [], str(first.value) if isinstance(first, ast.Constant) else ""
    return _texts(key), ""


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
