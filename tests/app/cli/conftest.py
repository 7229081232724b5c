"""A case whose film was looked at, and a terminal in it."""

import pytest

from tests.app.cli.terminal import Terminal
from tests.desk.scene import Office, indexed, office


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An indexed case that alice left, shared by a module."""
    folder = tmp_path_factory.mktemp("office")
    at = indexed(office(folder))
    at.desks.people.sign_out(at.who)
    return at


@pytest.fixture
def case(left: Office, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in the shared case."""
    return Terminal(left.home.parent, monkeypatch)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An indexed case in which alice still is, shared by a module."""
    return indexed(office(tmp_path_factory.mktemp("office")))
