from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.trial import FOOT, Asked, asked_of, scored
from tests.app.cli.labelled import SECOND, small_archive
from tests.desk.scene import START, Office, crossing, hits
from tools.sample.archive import SampleArchive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> SampleArchive:
    """Two files with their truths, and what only the joined files show."""
    return small_archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def asked(archive: SampleArchive) -> Asked:
    """The one question of the archive."""
    (question,) = asked_of(archive, named=True)
    return question


def test_a_question_holds_the_events_of_all_files_and_of_the_cuts(asked: Asked) -> None:
    assert asked.name == "franchissement"
    assert asked.tolerance == SECOND
    assert sorted(event.at - START for event in asked.events) == [
        4_470_000,
        12_500_000,
        16_470_000,
    ]


def test_events_lie_on_the_corrected_axis_not_on_the_recorders(asked: Asked) -> None:
    assert all(START < event.at < START + 30 * SECOND for event in asked.events)


def test_a_question_is_put_to_the_camera_of_its_file(asked: Asked) -> None:
    assert asked.query.cameras == ("rue",)
    assert asked.query.classes == ("person",)


def test_without_names_no_class_is_asked_for_and_feet_are_followed(
    archive: SampleArchive, asked: Asked
) -> None:
    (unnamed,) = asked_of(archive, named=False)
    assert unnamed.query.classes == ()
    assert unnamed.query.settings == (*asked.query.settings, FOOT)
    assert unnamed.events == asked.events
    assert unnamed.query.place == asked.query.place


def test_a_file_without_its_truth_is_said(archive: SampleArchive, tmp_path: Path) -> None:
    lost = replace(archive.files[0], path=tmp_path / "lost.mp4")
    with pytest.raises(FileNotFoundError):
        asked_of(replace(archive, files=(lost,)), named=True)


def test_hits_are_held_against_the_truth(ready: Office, asked: Asked) -> None:
    found = hits(ready, crossing())
    score = scored(asked, found)
    assert (len(score.matches), len(score.missed), len(score.false_alarms)) == (1, 2, 0)
    assert score.mean_error is not None
    assert score.mean_error < SECOND / 2


def test_a_hit_the_other_way_is_a_false_alarm(ready: Office, asked: Asked) -> None:
    back = tuple(replace(event, direction="left") for event in asked.events)
    score = scored(replace(asked, events=back), hits(ready, crossing()))
    assert (len(score.matches), len(score.false_alarms)) == (0, 1)


def test_nothing_found_misses_everything(asked: Asked) -> None:
    assert len(scored(asked, ()).missed) == 3
