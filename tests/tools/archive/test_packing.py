"""Made-up walks as segments: sound, cut at the hours, and no point lost."""

import numpy as np

from tools.archive.packing import SPAN, Sealed, file_of, segments
from tools.archive.scene import scene_of
from tools.archive.walks import Walks, walks
from vsa_core.domain.footage import recordings
from vsa_core.pipeline.packing import occupancy
from vsa_core.store.soundness import fault_of

FILES = tuple(file_of(1, 5, hour) for hour in range(48))
FOUND: Walks = walks(scene_of(1, 5), 2, 30_000, np.random.default_rng(5))


def _sealed(enough: int = 5000) -> list[Sealed]:
    return list(segments(FOUND, FILES, enough))


def test_the_files_of_a_camera_are_one_recording() -> None:
    (recording,) = recordings(FILES)
    assert len(recording.files) == 48


def test_every_segment_is_sound_and_large_enough() -> None:
    made = _sealed()
    assert [fault_of(one.segment) for one in made] == [""] * len(made)
    assert all(len(one.segment.points) >= 5000 for one in made)
    assert sum(len(one.segment.points) for one in made) == len(FOUND.look)


def test_a_track_is_cut_where_its_file_ends() -> None:
    for one in _sealed():
        table = one.segment.table
        assert (table["t0"] >= 0).all()
        assert (table["t1"] < SPAN.end).all()
        assert len(one.hours) == len(one.segment.parts)


def test_what_the_rows_tell_is_what_indexing_would() -> None:
    segment = _sealed()[0].segment
    for row in segment.table[:20]:
        points = segment.points[int(row["offset"]) : int(row["offset"] + row["count"])]
        assert int(row["mask"]) == occupancy(points["x"], points["y"])
        assert int(row["extent"][3]) == int(points["y"].max())
