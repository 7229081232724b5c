"""What a build is made of when it is unpacked: the names of its packages and of its files."""

import os
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path

from vsa_core.desk.capabilities_build import installed

Thing = tuple[str, str]
"""Where it lies, and its name."""


def beside() -> Path:
    """Where everything that is installed beside the program lies."""
    return Path(sysconfig.get_paths()["purelib"])


def packages(folder: Path) -> Iterator[str]:
    """Names of the packages in a folder of installed ones, or of wheels."""
    yield from (name for name, _ in installed([folder]))
    for wheel in folder.glob("*.whl"):
        yield wheel.name.partition("-")[0].replace("_", "-").lower()


def files(folder: Path) -> Iterator[Thing]:
    """Every file below a folder; of a wheel, every file in it too."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            yield place, name
            if name.endswith(".whl"):
                yield from _inside(Path(place, name))


def _inside(wheel: Path) -> Iterator[Thing]:
    with zipfile.ZipFile(wheel) as archive:
        for inner in archive.namelist():
            yield wheel.name, inner.rpartition("/")[2]
