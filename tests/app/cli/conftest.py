"""A terminal on a bare machine, and one on a case whose film was looked at."""

from pathlib import Path

import pytest

from tests.app.cli.terminal import Terminal
from tests.desk.scene import Office, indexed, office


@pytest.fixture
def terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """A machine where nobody was enrolled yet."""
    return Terminal(tmp_path, monkeypatch, capsys)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An indexed case that alice left, shared by a module."""
    folder = tmp_path_factory.mktemp("office")
    at = indexed(office(folder))
    at.desks.people.sign_out(at.who)
    return at


@pytest.fixture
def case(
    left: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """A terminal in the shared case."""
    return Terminal(left.home.parent, monkeypatch, capsys)
