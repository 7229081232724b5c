"""pandas gives our counts, to the last one."""

from pathlib import Path

import pytest

from tests.bench.made_up import asked, ours
from vsa_core.bench.search_pandas import Pandas
from vsa_core.bench.search_points import flat


@pytest.fixture(scope="module")
def rival(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Pandas:
    over, made = ours(archive), Pandas(tmp_path_factory.mktemp("rival"))
    made.fill(flat(over.shelf, over.cameras))
    over.close()
    made.open()
    return made


def test_it_counts_what_we_count(archive: Path, rival: Pandas) -> None:
    over = ours(archive)
    found = {}
    for question in asked(over):
        camera = over.cameras.index(question.camera) if question.camera else None
        found[question.name] = (over.count(question), rival.count(question, camera))
    over.close()
    assert all(mine == theirs for mine, theirs in found.values()), found
    assert sum(mine > 0 for mine, _ in found.values()) >= 4, "questions that nothing answers"


def test_its_file_is_its_own(rival: Pandas) -> None:
    assert rival.path.exists()
