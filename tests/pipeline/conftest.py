"""The desk's small world serves the tests of the corridor too."""

from pathlib import Path

import pytest

from tests.desk.scene import Office, office


@pytest.fixture
def fresh(tmp_path: Path) -> Office:
    """A case with one film admitted, not indexed."""
    return office(tmp_path)
