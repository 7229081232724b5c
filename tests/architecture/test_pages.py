"""The documents are true to the tree: every module is named, every link and command exists."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup as Group
from typer.main import get_command

from app.cli.program import program
from tests.architecture.house import ROOT, write
from tests.architecture.page import BEGIN, END, PAGE, listing, rewritten

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
TARGET = re.compile(r"`make ([a-z]+)`")


def dead_links(root: Path) -> list[str]:
    """Links of the documents that lead to no file of the tree."""
    return [
        f"{page.name}: {link}"
        for page in _pages(root)
        for link in LINK.findall(page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]


def unknown_targets(root: Path) -> list[str]:
    """`make` targets that a document promises and the Makefile lacks."""
    makefile = (root / "Makefile").read_text("utf-8")
    known = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    return [
        f"{page.name}: make {target}"
        for page in _pages(root)
        for target in TARGET.findall(page.read_text("utf-8"))
        if target not in known
    ]


def _pages(root: Path) -> list[Path]:
    return sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")])


def test_every_module_is_named_in_the_page() -> None:
    page = (ROOT / PAGE).read_text("utf-8")
    assert rewritten(page, listing(ROOT)) == page, "run `make page`"


def test_a_new_module_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/store/__init__.py", '"""The archive."""\n')
    write(tmp_path, "vsa_core/store/sealed.py", '"""Bytes under a key.\n\nMore."""\n')
    page = rewritten(f"# House\n{BEGIN}{END}\n", listing(tmp_path))
    assert "### `vsa_core/store/`\n\nThe archive.\n\n- `sealed.py`: Bytes under a key.\n" in page
    write(tmp_path, "vsa_core/store/lock.py", '"""One at a time."""\n')
    assert rewritten(page, listing(tmp_path)) != page


def test_a_page_without_its_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks"):
        rewritten("# House\n", "")


def test_every_link_leads_somewhere() -> None:
    assert dead_links(ROOT) == []


def test_every_promised_target_exists() -> None:
    assert unknown_targets(ROOT) == []


def test_a_dead_link_and_an_unknown_target_are_seen(tmp_path: Path) -> None:
    write(tmp_path, "Makefile", "test: setup\n")
    write(tmp_path, "docs/a.md", "[b](b.md) [web](https://example.org) `make test` `make magic`\n")
    assert dead_links(tmp_path) == ["a.md: b.md"]
    assert unknown_targets(tmp_path) == ["a.md: make magic"]


def shape(page: str) -> list[str]:
    """The headings, table rows and list items of a page, without their words."""
    return [line.split()[0] for line in page.splitlines() if line.startswith(("#", "|", "-"))]


def test_the_two_readmes_have_one_shape() -> None:
    english, french = (ROOT / name for name in ("README.md", "README.fr.md"))
    assert shape(english.read_text("utf-8")) == shape(french.read_text("utf-8"))


def commands(group: Group, before: str = "") -> Iterator[str]:
    """Every command of the program, as it is typed."""
    for name, command in group.commands.items():
        typed = f"{before} {name}".strip()
        if isinstance(command, Group):
            yield from commands(command, typed)
        else:
            yield typed


@pytest.mark.parametrize("page", ["README.md", "README.fr.md"])
def test_every_command_is_in_the_readme(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    group = get_command(program())
    assert isinstance(group, Group)
    assert [
        typed for typed in commands(group) if not re.search(rf"`(relecture |make )?{typed}`", text)
    ] == []


def test_the_decisions_are_numbered_without_a_hole() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
