"""Offices are costly to furnish: one indexed case is shared by the tests that only read."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desk.scene import Office, indexed, office
from vsa_core.errors import Fault


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Office]:
    """A case with one film admitted, not indexed."""
    at = office(tmp_path)
    yield at
    left(at)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A case whose film is indexed, shared by a module."""
    at = indexed(office(tmp_path_factory.mktemp("office")))
    yield at
    left(at)


def left(at: Office) -> None:
    """Let go of what a test opened, if it left anything."""
    with suppress(Fault):
        at.desks.people.sign_out(at.who)
