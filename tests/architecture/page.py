"""The list of files in docs/architecture.md, made from the docstrings: `make page` rewrites it."""

import ast
from pathlib import Path

from tests.architecture.house import ROOT, modules, parsed

PAGE = Path("docs", "architecture.md")
BEGIN, END = "<!-- files: begin (make page) -->", "<!-- files: end -->"
FOLDERS = ("app", "vsa_core", "tools", "cluster", "resources", "models")


def listing(root: Path) -> str:
    """Every module with the first sentence of its docstring, room by room."""
    rooms: dict[str, list[str]] = {}
    for path in modules(root, FOLDERS):
        rooms.setdefault(str(path.parent.relative_to(root)), []).append(_line(path))
    blocks = [
        f"### `{room}/`\n\n{_sentence(root / room / '__init__.py')}\n\n" + "\n".join(lines)
        for room, lines in sorted(rooms.items())
    ]
    return "\n\n".join(blocks)


def _line(path: Path) -> str:
    return f"- `{path.name}`: {_sentence(path)}"


def _sentence(path: Path) -> str:
    if not path.exists():
        return ""
    return (ast.get_docstring(parsed(path)) or "").partition("\n")[0]


def rewritten(page: str, files: str) -> str:
    """The page with its list of files replaced; ValueError when it lacks the markers."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page lacks {BEGIN} or {END}")
    return f"{before}{BEGIN}\n\n{files}\n\n{END}{after}"


if __name__ == "__main__":
    path = ROOT / PAGE
    path.write_text(rewritten(path.read_text("utf-8"), listing(ROOT)), "utf-8")
