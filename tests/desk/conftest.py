"""Offices are costly to furnish: one indexed case is shared by the tests that only read."""

from pathlib import Path

import pytest

from tests.desk.scene import Office, indexed, office


@pytest.fixture
def fresh(tmp_path: Path) -> Office:
    """A case with one film admitted, not indexed."""
    return office(tmp_path)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A case whose film is indexed, shared by a module."""
    return indexed(office(tmp_path_factory.mktemp("office")))
