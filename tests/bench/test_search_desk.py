"""A question at the desk of a made-up archive: its first batch, told once it is on the disk."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.made_up import asked, ours
from tests.desk.records import records
from vsa_core.bench.search_questions import LINE
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused


def test_the_first_batch_is_recorded_and_the_answer_ended(archive: Path, tmp_path: Path) -> None:
    over = ours(archive)
    desk = over.desk(tmp_path)
    line = next(one for one in asked(over) if one.sort == LINE)
    assert desk.first(line.query) > 0
    told = [Act(one["act"]) for one in records(tmp_path)]
    assert told[-3:] == [Act.QUERY, Act.BATCH, Act.ABORTED]
    desk.close()
    over.close()


def test_a_question_outside_the_basis_is_refused(archive: Path, tmp_path: Path) -> None:
    over = ours(archive)
    desk = over.desk(tmp_path)
    line = next(one for one in asked(over) if one.sort == LINE)
    with pytest.raises(Refused, match="LAW-"):
        desk.first(replace(line.query, window=Window(0, 1)))
    desk.close()
    over.close()
