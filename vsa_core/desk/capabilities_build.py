"""The program as it lies on this disk: its own files under one digest, and what is beside them."""

import hashlib
import platform
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vsa_core.errors import Unreadable

PACKAGES = ("app", "vsa_core", "resources", "models", "tools", "cluster")
"""What a wheel of Relecture holds, and a source tree too."""

COMPILED = "__pycache__"
"""Made from the sources by Python as it goes: it says nothing that they do not."""

_INSTALLED = re.compile(r"([A-Za-z0-9._]+)-([^-]+)\.dist-info")
_BETWEEN = re.compile(r"[-_.]+")


@dataclass(frozen=True, slots=True)
class Build:
    """The program: name and version, how many files of its own, their digest, Python, the others.

    digest: SHA-256 (hex) of what `sha256sum` prints of every file, in order of
    name; parties: name and version of each package installed beside it.
    """

    program: str
    files: int
    digest: str
    python: str
    parties: tuple[tuple[str, str], ...]


@cache
def build(program: str, root: Path) -> Build:
    """What this process was started from; read once, for a program does not change as it runs.

    root: the folder of the packages. Raises Unreadable (CAS-120) when a file
    of the program cannot be read.
    """
    sums = tuple(_sums(root))
    return Build(
        program=program,
        files=len(sums),
        digest=hashlib.sha256("".join(sums).encode()).hexdigest(),
        python=platform.python_version(),
        parties=installed(Path(entry) for entry in sys.path),
    )


def installed(folders: Iterable[Path]) -> tuple[tuple[str, str], ...]:
    """Name and version of what is installed in these folders, in order of name.

    The name of its .dist-info folder tells both (PyPA: recording installed
    projects); to read each one's metadata would take longer than the program
    takes to start.
    """
    found: dict[str, str] = {}
    for folder in folders:
        for path in folder.glob("*.dist-info"):
            told = _INSTALLED.fullmatch(path.name)
            if told:
                found.setdefault(_BETWEEN.sub("-", told[1]).lower(), told[2])
    return tuple(sorted(found.items()))


def _sums(root: Path) -> Iterable[str]:
    """One line a file, as `sha256sum` prints it."""
    for path in _files(root):
        try:
            data = path.read_bytes()
        except OSError as error:
            raise Unreadable("CAS-120", file=path.name, why=error.strerror or "") from error
        yield f"{hashlib.sha256(data).hexdigest()}  {path.relative_to(root).as_posix()}\n"


def _files(root: Path) -> list[Path]:
    """Every file of the program, in order of name; what was compiled from it is left out."""
    found = [
        path
        for package in PACKAGES
        for path in (root / package).rglob("*")
        if path.is_file() and COMPILED not in path.parts
    ]
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())
