"""A view listens to what outlives it by methods of its own: Qt lets go of those when it dies."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, modules, parsed, write

LOOKING = ("app/views", "app/widgets")
FRAME = ("app/window.py", "app/workbench.py", "app/pages.py", "app/front.py")


def deaf(root: Path) -> list[str]:
    """Connections of a nameless function to a signal of what the constructor was given."""
    frame = [root / name for name in FRAME if (root / name).is_file()]
    return [
        f"{path.relative_to(root)}:{line}"
        for path in (*modules(root, LOOKING), *frame)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
        for line in _of_class(node)
    ]


def _of_class(node: ast.ClassDef) -> Iterator[int]:
    methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
    given: set[str] = set()
    for method in methods:
        if method.name == "__init__":
            arguments = (*method.args.args[1:], *method.args.kwonlyargs)
            given = {argument.arg for argument in arguments}
            given |= {f"self.{name}" for name in _kept(method, given)}
    for method in methods:
        known = given if method.name == "__init__" else {g for g in given if g.startswith("self.")}
        known = _spread(method, known)
        calls = (part for part in ast.walk(method) if isinstance(part, ast.Call))
        yield from (call.lineno for call in calls if _is_deaf(call, known))


def _kept(method: ast.FunctionDef, given: set[str]) -> Iterator[str]:
    """Attributes of self that hold what was given, or a part of it."""
    known = _spread(method, given)
    for target, value in _assignments(method):
        if isinstance(target, ast.Attribute) and _root(value) in known:
            yield target.attr


def _spread(method: ast.FunctionDef, known: set[str]) -> set[str]:
    """The names in a method that stand for what is known."""
    names = set(known)
    for target, value in _assignments(method):
        if isinstance(target, ast.Name) and _root(value) in names:
            names.add(target.id)
    return names


def _assignments(method: ast.FunctionDef) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is assigned, one by one; a loop over several assigns each of them."""
    for node in ast.walk(method):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _paired(target, node.value)
        elif isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
            for value in node.iter.elts:
                yield from _paired(node.target, value)


def _paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=False)
    else:
        yield target, value


def _root(node: ast.expr) -> str:
    """What an expression begins with: `hits` of hits.listed.modelReset, `self._hits` of its own."""
    path: list[str] = []
    while True:
        if isinstance(node, ast.Attribute):
            path.append(node.attr)
            node = node.value
        elif isinstance(node, ast.Call):
            node, path = node.func, []
        elif isinstance(node, ast.Subscript):
            node, path = node.value, []
        elif isinstance(node, ast.Name):
            return f"self.{path[-1]}" if node.id == "self" and path else node.id
        else:
            return ""


def _is_deaf(node: ast.Call, known: set[str]) -> bool:
    if not isinstance(node.func, ast.Attribute):
        return False
    heard = node.func.attr == "connect" and _root(node.func.value) in known
    return heard and any(isinstance(a, ast.Lambda) or _partial(a) for a in node.args)


def _partial(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _root(node) in ("partial", "functools")


VIEW = """class View:
    def __init__(self, state, theme):
        self._state = state
        self.button = Button(theme)
        {inside}
        self._connect()

    def _connect(self):
        {after}
"""
CAUGHT = [
    ("state.changed.connect(lambda: self.tell())", "pass"),
    ("pass", "self._state.changed.connect(lambda _: self.tell())"),
    ("pass", "self._state.pictures.arrived.connect(partial(self.tell, 1))"),
    ("pass", "state = self._state\n        state.changed.connect(lambda: self.tell())"),
    ("pass", "a, b = self._state, 1\n        a.changed.connect(lambda: self.tell())"),
    ("self.part = state.part", "self.part.changed.connect(lambda: self.tell())"),
    ("pass", "self._state.part().changed.connect(lambda: self.tell())"),
    ("for s in (state.left, state.entered): s.connect(lambda: 0)", "pass"),
]
LET_BE = [
    ("state.changed.connect(self.tell)", "pass"),
    ("pass", "self._state.changed.connect(self._tell)"),
    ("pass", "self.button.clicked.connect(lambda: self._state.ask())"),
    ("pass", "state = Button()\n        state.clicked.connect(lambda: 0)"),
    ("self.button.clicked.connect(partial(state.ask, 1))", "pass"),
]


def test_no_view_listens_by_a_nameless_function_to_what_outlives_it() -> None:
    assert deaf(ROOT) == []


def test_there_are_views_to_check() -> None:
    assert len(modules(ROOT, LOOKING)) > 50
    assert all((ROOT / name).is_file() for name in FRAME)


@pytest.mark.parametrize("folder", [*LOOKING, "app"])
@pytest.mark.parametrize(("inside", "after"), CAUGHT)
def test_a_nameless_listener_is_seen(folder: str, inside: str, after: str, tmp_path: Path) -> None:
    name = FRAME[0] if folder == "app" else f"{folder}/hits.py"
    write(tmp_path, name, VIEW.format(inside=inside, after=after))
    assert len(deaf(tmp_path)) == 1


@pytest.mark.parametrize(("inside", "after"), LET_BE)
def test_what_dies_with_the_view_is_let_be(inside: str, after: str, tmp_path: Path) -> None:
    write(tmp_path, "app/views/hits.py", VIEW.format(inside=inside, after=after))
    assert deaf(tmp_path) == []
