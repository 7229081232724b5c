"""A terminal on a bare machine."""

from pathlib import Path

import pytest

from tests.app.cli.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A machine where nobody was enrolled yet."""
    return Terminal(tmp_path, monkeypatch)
