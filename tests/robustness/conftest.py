"""The hostile case, made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.scene import Office
from tests.robustness.hostile_case import entered, hostile_office, looked_at


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the hostile installation (`home`) and case (`case`); nobody is inside."""
    folder = tmp_path_factory.mktemp("hostile")
    at = looked_at(hostile_office(folder))
    at.desks.cases.leave(at.who, at.where)
    at.desks.people.sign_out(at.who)
    return folder


@pytest.fixture
def hostile_copy(hostile_folder: Path, tmp_path: Path) -> Path:
    """A copy of that folder without its films, which stay where they are."""
    for part in ("home", "case"):
        shutil.copytree(hostile_folder / part, tmp_path / part)
    return tmp_path


@pytest.fixture
def hostile(hostile_copy: Path) -> Iterator[Office]:
    """Its analyst, inside the case."""
    at = entered(hostile_copy)
    yield at
    at.desks.cases.leave(at.who, at.where)
