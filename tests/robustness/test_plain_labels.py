"""No widget is handed a text that Qt might read as markup: labels, tips and boxes are plain."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, parsed, python_files

LABEL = "app/widgets/label.py"
"""Where a QLabel may be named: it is told there to read nothing."""

TIPS = frozenset({"setToolTip", "setWhatsThis", "setStatusTip"})
BOXES = frozenset({"setText", "setInformativeText"})
SHOWING = frozenset({"about", "critical", "information", "question", "warning"})
RICH = frozenset({"setHtml", "insertHtml", "appendHtml", "setMarkdown", "RichText", "AutoText"})
PLAIN = frozenset({"plain_tip", "tr", "translate"})
"""What gives a text that is ours, or made plain."""


def complaints(root: Path) -> list[str]:
    """Each place in the window's code where a text might be read as markup."""
    return [
        f"{path.relative_to(root)}:{line}: {what}"
        for path in python_files(root, ("app",))
        for line, what in _found(parsed(path), str(path.relative_to(root)))
    ]


def _found(tree: ast.Module, file: str) -> Iterator[tuple[int, str]]:
    boxed = _guesses(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in RICH:
            yield node.lineno, node.attr
        if isinstance(node, ast.Name) and node.id == "QLabel" and file != LABEL:
            yield node.lineno, "QLabel"
        if isinstance(node, ast.Call):
            yield from ((node.lineno, what) for what in [_called(node, boxed)] if what)


def _guesses(tree: ast.Module) -> bool:
    """Whether the file makes message boxes that are not told to read plain text."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    told = any(isinstance(n, ast.Attribute) and n.attr == "PlainText" for n in ast.walk(tree))
    return "QMessageBox" in names and not told


def _called(call: ast.Call, boxed: bool) -> str:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    shown = name in TIPS or (boxed and name in BOXES)
    if shown and not (call.args and _is_plain(call.args[-1])):
        return name
    return f"QMessageBox.{name}" if name in SHOWING and _of_box(call.func) else ""


def _of_box(function: ast.expr) -> bool:
    owner = function.value if isinstance(function, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id == "QMessageBox"


def _is_plain(text: ast.expr) -> bool:
    """Whether an argument is a text of ours, or one that was made plain."""
    if isinstance(text, ast.Constant):
        return True
    if isinstance(text, ast.IfExp):
        return _is_plain(text.body) and _is_plain(text.orelse)
    if not isinstance(text, ast.Call):
        return False
    function = text.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in PLAIN


def test_no_text_of_the_window_can_be_read_as_markup() -> None:
    assert complaints(ROOT) == []


@pytest.mark.parametrize(
    "fault",
    [
        "from PySide6.QtWidgets import QLabel\nQLabel(name)\n",
        "class Title(QLabel):\n    pass\n",
        "widget.setToolTip(name)\n",
        "item.setToolTip(0, name if name else '')\n",
        "item.setToolTip(0, self.tr('File {name}').format(name=name))\n",
        "QMessageBox.warning(None, 'Relecture', name)\n",
        "box = QMessageBox(self)\nbox.setText(name)\n",
        "box = QMessageBox()\nbox.setInformativeText(f'<b>{name}</b>')\n",
        "label.setTextFormat(Qt.TextFormat.RichText)\n",
        "document.setHtml(name)\n",
    ],
)
def test_a_text_that_could_be_is_seen(fault: str, tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app/seeded.py").write_text(fault, "utf-8")
    assert complaints(tmp_path)


def test_what_the_house_does_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    tips = "a.setToolTip(plain_tip(x) if x else '')\nb.setToolTip(self.tr('Speed'))\n"
    box = "box = QMessageBox()\nbox.setTextFormat(Qt.TextFormat.PlainText)\nbox.setText(name)\n"
    (tmp_path / "app/sound.py").write_text(tips + box, "utf-8")
    assert complaints(tmp_path) == []
