"""What an erasure is about to destroy: a case's files with their digests, noted beforehand."""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vsa_core.desk.cases import NAME_FILE
from vsa_core.desk.machine import Machine
from vsa_core.desk.signed_file import read_signed, write_signed
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused, Unreadable

FOLDER = "erasures"
_PIECE = 2**20


@dataclass(frozen=True, slots=True)
class Doomed:
    """One file of a case: its path in the folder, the SHA-256 (hex) and size of its ciphertext."""

    name: str
    digest: str
    size: int

    def fields(self) -> dict[str, Canonical]:
        """The file as canonical fields."""
        return {"name": self.name, "sha256": self.digest, "bytes": self.size}


@dataclass(frozen=True, slots=True)
class Plan:
    """A case folder as it stood when its erasure began."""

    request: str
    number: str
    folder: str
    commitment: str
    files: tuple[Doomed, ...]

    def fields(self) -> dict[str, Canonical]:
        """The plan as canonical fields."""
        return {
            "request": self.request,
            "number": self.number,
            "folder": self.folder,
            "commitment": self.commitment,
            "files": [one.fields() for one in self.files],
        }


def named(folder: Path) -> tuple[str, str]:
    """The number of the case in a folder, and the commitment to its key (hex).

    Raises Unreadable (CAS-023) when the folder holds no case.
    """
    try:
        fields = json.loads((folder / NAME_FILE).read_text(encoding="utf-8"))
        return str(fields["number"]), str(fields["commitment"])
    except (OSError, ValueError, KeyError, TypeError):
        raise Unreadable("CAS-023", folder=str(folder)) from None


def planned(request: str, folder: Path) -> Plan:
    """The plan for a case folder, every file of it hashed; links are named, never followed.

    Raises Unreadable (CAS-023, CAS-084).
    """
    number, commitment = named(folder)
    try:
        found = sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
        files = tuple(_doomed(folder, path) for path in found)
    except OSError as error:
        raise Unreadable("CAS-084", folder=str(folder), why=error.strerror or "") from error
    return Plan(request, number, str(folder), commitment, files)


def keep_plan(machine: Machine, plan: Plan) -> None:
    """Keep a plan, signed, until long after its erasure."""
    (machine.home / FOLDER).mkdir(mode=0o700, exist_ok=True)
    write_signed(_path(machine, plan.request), machine, plan.fields())


def kept_plan(machine: Machine, request: str) -> Plan:
    """The plan of an erasure that has begun. Raises Refused (CAS-085), Tampered (CAS-010)."""
    fields = read_signed(_path(machine, request), machine)
    if fields is None:
        raise Refused("CAS-085", name=request[:16])
    return _plan(fields)


def unlink(plan: Plan) -> None:
    """Remove everything below the case folder, and the folder; what is gone is gone already.

    Links are removed, never followed. Raises Unreadable (CAS-084).
    """
    try:
        for top, folders, files in os.walk(plan.folder, topdown=False):
            for name in files:
                Path(top, name).unlink(missing_ok=True)
            for name in folders:
                path = Path(top, name)
                path.unlink() if path.is_symlink() else path.rmdir()
        if Path(plan.folder).is_dir():
            Path(plan.folder).rmdir()
    except OSError as error:
        raise Unreadable("CAS-084", folder=plan.folder, why=error.strerror or "") from error


def _path(machine: Machine, request: str) -> Path:
    return machine.home / FOLDER / f"{request}.plan"


def _doomed(folder: Path, path: Path) -> Doomed:
    name = os.fsencode(path.relative_to(folder)).decode("utf-8", "replace")
    if path.is_symlink():
        return Doomed(name, "", 0)
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return Doomed(name, digest.hexdigest(), size)


def _plan(fields: dict[str, Any]) -> Plan:
    files = tuple(Doomed(one["name"], one["sha256"], one["bytes"]) for one in fields["files"])
    return Plan(fields["request"], fields["number"], fields["folder"], fields["commitment"], files)
