"""Our answers over a made-up archive, and what decrypting it alone costs."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.made_up import SIZE, asked, ours
from vsa_core.domain.filters import Range
from vsa_core.errors import Bug


def test_it_tells_the_archive_it_stands_on(archive: Path) -> None:
    over = ours(archive)
    assert over.cameras == SIZE.names
    assert 0.9 * SIZE.points < over.points <= SIZE.points
    assert over.window.start < SIZE.window.start
    over.close()


def test_decrypting_gives_more_bytes_for_all_cameras_than_for_one(archive: Path) -> None:
    over = ours(archive)
    one, everything = (over.sealed(camera) for camera in (over.cameras[0], None))
    assert set(one) < set(everything)
    assert 0 < over.unsealed(one) < over.unsealed(everything)
    over.close()


def test_a_question_that_no_lane_counts_is_not_measured(archive: Path) -> None:
    over = ours(archive)
    question = asked(over)[0]
    fast = replace(question.query, filters=(Range("speed", 1000, None),))
    with pytest.raises(Bug, match="ASK-006"):
        over.count(replace(question, query=fast))
    over.close()
