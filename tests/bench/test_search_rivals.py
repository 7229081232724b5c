"""Every rival has the one shape that the bench asks for."""

from pathlib import Path

from vsa_core.bench.search_duckdb import DuckDb
from vsa_core.bench.search_pandas import Pandas
from vsa_core.bench.search_rivals import Rival
from vsa_core.bench.search_sqlite import Sqlite


def test_each_has_a_file_of_its_own(tmp_path: Path) -> None:
    rivals: list[Rival] = [DuckDb(tmp_path), Sqlite(tmp_path), Pandas(tmp_path)]
    assert len({rival.path for rival in rivals}) == 3
    assert not any(rival.path.exists() for rival in rivals)
