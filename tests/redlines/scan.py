"""How a red line reads the program: its names and its texts, never its comments."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import parsed

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def names(path: Path) -> Iterator[str]:
    """Every identifier of a file, imports and attributes included."""
    source = io.StringIO(path.read_text("utf-8"))
    for token in tokenize.generate_tokens(source.readline):
        if token.type == tokenize.NAME:
            yield token.string


def texts(path: Path) -> Iterator[str]:
    """Every text constant of a file but the docstrings, which may say what never happens."""
    tree = parsed(path)
    said = {id(statement.value) for statement in ast.walk(tree) if isinstance(statement, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def words(text: str) -> set[str]:
    """The words of a text, in lower case: FaceDetectorYN gives face, detector and yn."""
    return {word.lower() for word in WORD.findall(text)}
