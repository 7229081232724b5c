"""SQLite gives our counts, to the last one."""

from pathlib import Path

import pytest

from tests.bench.made_up import filled, it_counts_what_we_count
from vsa_core.bench.search_sqlite import Sqlite


@pytest.fixture(scope="module")
def rival(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Sqlite:
    made = Sqlite(tmp_path_factory.mktemp("rival"))
    filled(made, archive)
    return made


def test_it_counts_what_we_count(archive: Path, rival: Sqlite) -> None:
    it_counts_what_we_count(rival, archive)


def test_its_file_is_its_own(rival: Sqlite) -> None:
    assert rival.path.exists()
