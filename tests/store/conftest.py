"""A case to keep things in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.samples import KEY, case
from vsa_core.store.catalog import Catalog


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """An open, empty catalogue in `tmp_path`."""
    made = Catalog.create(tmp_path, KEY, case())
    yield made
    made.close()
