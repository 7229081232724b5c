"""Everybody is shown the same people of the same frames, each frame decoded once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from tests.search.archive import footage
from vsa_core.bench.trackers_shown import FLOOR, Eyes, Shown, people, watched
from vsa_core.domain.assessment import OWN, PUBLIC
from vsa_core.domain.footage import Footage, Gap
from vsa_core.domain.moment import Moment, Span
from vsa_core.domain.objects import PERSON, class_number
from vsa_core.domain.ports import Frame, Picture
from vsa_core.domain.track import Sightings
from vsa_core.errors import Unreadable

FILM = footage("a", length=1_000_000)
CAR = class_number("car")


@dataclass(frozen=True, slots=True)
class Still:
    """A frame whose picture is its number."""

    at: Moment
    key: bool = False

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        return np.full((2, 2, 3), self.at.pts, np.uint8)


@dataclass(slots=True)
class Source:
    """A film of so many pictures; one of them may fail."""

    pictures: int
    fails: int = -1
    closed: bool = False

    def frames(self) -> Iterator[Frame | Gap]:
        for pts in range(self.pictures):
            if pts == self.fails:
                yield Gap(Span(pts, pts + 1), "SRC-021")
            yield Still(Moment(pts, Fraction(1, 25)))  # type: ignore[misc]

    def close(self) -> None:
        self.closed = True


@dataclass(slots=True)
class Looker:
    """Sees a person, a car, and somebody too faint."""

    looks: list[int] = field(default_factory=list)

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        assert size == (768, 576)
        self.looks.append(frame.at.pts)
        boxes = np.float32([[0, 0, 10, 20]] * 3)
        scores = np.float32([0.9, 0.9, FLOOR - 0.01])
        return Sightings(boxes, scores, np.uint8([PERSON, CAR, PERSON]))


class Numbered:
    """The look of every box is its picture's number."""

    def embed(self, picture: Picture, boxes: np.ndarray) -> np.ndarray:
        return np.full((len(boxes), 1), picture[0, 0, 0], np.float32)


def eyes(detector: Looker | None, source: Source, film: Footage = FILM) -> Eyes:
    def opened(path: Path) -> tuple[Footage, Source]:
        assert path == Path("a.mp4")
        return film, source

    return Eyes(detector, {"number": Numbered()}, opened)  # type: ignore[arg-type]


def published(counts: list[int]) -> Shown:
    """So many people in each frame."""
    frame = np.repeat(np.arange(1, len(counts) + 1), counts)
    boxes = np.array([[0.0, 0, 10, 20]] * len(frame)).reshape(-1, 4)
    shown = people(frame, boxes, np.full(len(frame), 0.8), len(counts))
    return Shown(PUBLIC, shown)


def test_published_people_come_frame_by_frame_and_the_faintest_are_left_out() -> None:
    boxes = np.array([[k, 0.0, k + 5, 9] for k in range(4)])
    scores = np.array([0.9, FLOOR - 0.01, 0.3, 0.2])
    frames = people(np.array([1, 1, 3, 3]), boxes, scores, 4)
    assert [seen.boxes[:, 0].tolist() for seen in frames] == [[0], [], [2, 3], []]
    assert all((seen.kinds == PERSON).all() for seen in frames)


def test_nothing_published_is_as_many_empty_frames() -> None:
    empty = np.zeros(0, np.int64)
    assert len(people(empty, np.zeros((0, 4)), np.zeros(0), 3)) == 3


def test_a_film_is_seen_once_and_everybody_has_looks_of_the_right_picture() -> None:
    detector, source, heard = Looker(), Source(3), []
    public = published([1, 0, 2])
    (first, own), pictures = watched(eyes(detector, source), Path("a.mp4"), public, heard.append)
    assert (first, own.source, pictures) == (public, OWN, 3)
    assert source.closed
    assert detector.looks == [0, 1, 2]
    assert heard == [1, 2, 3]
    assert [len(seen) for seen in own.frames] == [1, 1, 1], "people alone, none too faint"
    assert [look.ravel().tolist() for look in public.looks["number"]] == [[0], [], [2, 2]]
    assert [look.ravel().tolist() for look in own.looks["number"]] == [[0], [1], [2]]
    assert own.looks_ms["number"] >= 0


def test_without_a_detector_there_are_only_published_people() -> None:
    public = published([1, 1])
    shown, _ = watched(eyes(None, Source(2)), Path("a.mp4"), public, lambda done: None)
    assert shown == [public]
    assert watched(eyes(None, Source(2)), Path("a.mp4"), None, lambda done: None) == ([], 2)


def test_a_film_longer_than_what_is_published_is_counted_to_its_end() -> None:
    _, pictures = watched(
        eyes(None, Source(5)), Path("a.mp4"), published([1, 1]), lambda done: None
    )
    assert pictures == 5


def test_a_picture_that_fails_ends_it_and_the_film_is_closed() -> None:
    source = Source(3, fails=1)
    with pytest.raises(Unreadable, match="SRC-022"):
        watched(eyes(None, source), Path("a.mp4"), None, lambda done: None)
    assert source.closed


def test_a_film_without_pictures_is_refused_for_its_own_reason() -> None:
    broken = SimpleNamespace(stream=None, reason="SRC-011", name="a.mp4")
    with pytest.raises(Unreadable, match="SRC-011"):
        watched(eyes(None, Source(0), broken), Path("a.mp4"), None, lambda done: None)  # type: ignore[arg-type]
