"""The validation room on rendered films whose truth is known."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, settings
from tests.validation import eyes
from tests.validation.labelled_films import (
    LENGTH,
    with_events,
    with_film_pictures,
    with_stills,
    with_tracks,
)
from vsa_core import engine
from vsa_core.domain.assessment import ALL, OWN, PUBLIC, Assessment
from vsa_core.domain.coverage import Level
from vsa_core.errors import Refused, Unreadable, WrongUsage
from vsa_core.validation.room import validate
from vsa_core.validation.tools import Tools


def never() -> bool:
    return False


def measured(
    folder: Path,
    labelled: Path,
    tools: Tools | None = None,
    cancel: Callable[[], bool] = never,
    heard: list[str] | None = None,
) -> Assessment:
    """By motion alone, or with the detector of `tools`."""
    made = settings(folder / "home")
    return validate(
        engine.desks(made, CHEAP),
        labelled,
        folder / "case",
        Level.FULL,
        tools or engine.examiners(made),
        lambda done, total, what: (heard if heard is not None else []).append(what),
        cancel,
    )


def test_a_true_crossing_is_counted_once_and_what_was_looked_at_is_told(tmp_path: Path) -> None:
    found = measured(tmp_path, with_events(tmp_path / "films", [4.5]))
    (figures,) = found.events
    assert (figures.matched, figures.missed, figures.false_alarms) == (1, 0, 0)
    assert (found.mistakes, found.tracked, found.boxes) == ((), (), ())
    assert found.subject.detector == "motion"
    assert not found.subject.named
    assert (found.folder, found.made > 0) == ("films", True)
    (clip,) = found.clips
    assert clip.name == "walk.mp4"
    assert (len(clip.digest), len(clip.truth)) == (64, 64)
    assert (clip.looked, clip.skipped, clip.undecodable) == (12_000_000, 0, 0)
    assert clip.pictures == 0


def test_one_film_may_have_several_truths_and_namesakes_elsewhere(tmp_path: Path) -> None:
    films = with_events(tmp_path / "films", [4.5])
    (films / "again.truth.json").write_bytes((films / "walk.truth.json").read_bytes())
    other = with_events(films / "other", [])
    (other / "walk.mp4").write_bytes((films / "walk.mp4").read_bytes() + b"\0")
    found = measured(tmp_path, films)
    assert [one.matched for one in found.events] == [1, 0, 1]
    assert [one.false_alarms for one in found.events] == [0, 1, 0]
    assert [one.clip for one in found.events] == [clip.name for clip in found.clips]
    assert len({clip.name for clip in found.clips}) == 3


def test_misses_and_false_alarms_are_named_and_shown(tmp_path: Path) -> None:
    found = measured(tmp_path, with_events(tmp_path / "films", [9.0]))
    assert [(one.missed, one.at // 1_000_000) for one in found.mistakes] == [(True, 9), (False, 4)]
    assert all(one.picture for one in found.mistakes)
    assert found.unpictured == 0


def test_a_folder_without_truth_is_refused(tmp_path: Path) -> None:
    (tmp_path / "films").mkdir()
    with pytest.raises(Refused, match="VAL-040"):
        measured(tmp_path, tmp_path / "films")


def test_truth_of_another_film_is_refused_before_it_is_looked_at(tmp_path: Path) -> None:
    heard: list[str] = []
    with pytest.raises(WrongUsage, match="EVT-030"):
        measured(tmp_path, with_events(tmp_path / "films", [4.5], length=60.0), heard=heard)
    assert heard == []


def test_a_sequence_of_another_length_is_refused_before_it_is_looked_at(tmp_path: Path) -> None:
    heard: list[str] = []
    with pytest.raises(Unreadable, match="VAL-010"):
        measured(tmp_path, with_tracks(tmp_path / "walk", length=LENGTH + 1), heard=heard)
    assert heard == []


def test_a_film_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="SRC-005"):
        measured(tmp_path, with_events(tmp_path / "films", [4.5], clip="absent.mp4"))


def test_a_sequence_without_its_film_is_measured_on_its_public_detections(tmp_path: Path) -> None:
    found = measured(tmp_path, with_tracks(tmp_path / "text-only", filmed=False))
    (tracked,) = found.tracked
    assert tracked.source == PUBLIC
    assert tracked.figures.idf1 > 0.95
    (clip,) = found.clips
    assert (clip.digest, clip.looked, clip.pictures) == ("", 0, 0)
    assert not (tmp_path / "case").exists()


def test_a_film_gives_tracks_of_its_own_and_boxes(tmp_path: Path) -> None:
    tools = eyes.tools(settings(tmp_path / "home"))
    heard: list[str] = []
    found = measured(tmp_path, with_tracks(tmp_path / "walk"), tools, heard=heard)
    assert [one.source for one in found.tracked] == [OWN, PUBLIC]
    (whole,) = [one for one in found.boxes if one.size == ALL]
    assert (whole.clip, whole.kind, whole.ap50) == ("walk", "person", 1)
    (clip,) = found.clips
    assert (clip.pictures, clip.looked) == (LENGTH, 12_000_000)
    assert heard[-1] == "walk"


def test_boxes_of_stills_and_of_films_are_measured_without_a_case(tmp_path: Path) -> None:
    with_stills(tmp_path / "films" / "stills")
    with_film_pictures(tmp_path / "films" / "film", 30, 60)
    found = measured(tmp_path, tmp_path / "films", eyes.tools(settings(tmp_path / "home")))
    assert {one.clip: one.ap50 for one in found.boxes if one.size == ALL} == {
        "walk.coco.json": 1, "stills.coco.json": 1,
    }  # fmt: skip
    assert [clip.pictures for clip in found.clips] == [2, 2]
    assert not (tmp_path / "case").exists()


def test_motion_alone_measures_no_boxes_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "films"
    with_tracks(folder / "walk")
    with_stills(folder)
    found = measured(tmp_path, folder)
    assert (found.subject.named, found.boxes) == (False, ())
    assert [(clip.name, clip.pictures) for clip in found.clips] == [
        ("walk", 0),
        ("stills.coco.json", 0),
    ]


def test_boxes_alone_are_refused_where_nothing_gives_names(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="VAL-042"):
        measured(tmp_path, with_stills(tmp_path / "films"))


@pytest.mark.parametrize("after", [0, 3, 200])
def test_it_stops_when_asked(tmp_path: Path, after: int) -> None:
    asked = [0]

    def cancel() -> bool:
        asked[0] += 1
        return asked[0] > after

    tools = eyes.tools(settings(tmp_path / "home"))
    with pytest.raises(Refused, match="VAL-041"):
        measured(tmp_path, with_film_pictures(with_tracks(tmp_path / "walk"), 30), tools, cancel)


def test_it_stops_in_the_middle_of_the_boxes(tmp_path: Path) -> None:
    heard: list[str] = []
    tools = eyes.tools(settings(tmp_path / "home"))
    with pytest.raises(Refused, match="VAL-041"):
        measured(
            tmp_path, with_film_pictures(tmp_path / "films", 90), tools,
            lambda: len(heard) > 9, heard,
        )  # fmt: skip
    assert len(heard) == 10
