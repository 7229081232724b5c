"""One made-up archive for all tests of the bench."""

from pathlib import Path

import pytest

from tests.bench.made_up import made_up


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a made-up case and its key."""
    return made_up(tmp_path_factory.mktemp("archive") / "a")
