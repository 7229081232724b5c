"""Whole looks and collages, with a detector that finds squares by their colour."""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.moment import Moment
from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import Frame, Picture
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.pipeline.gathering import MOST_WAITING, WHOLE_EVERY, Gathering, Looked

SIZE = (1280, 720)
MS = Fraction(1, 1000)
STEP = 200

Square = tuple[int, int, int, int]


@dataclass
class Street:
    """A black picture with white squares (left, top, right, bottom in pixels)."""

    at: Moment
    squares: tuple[Square, ...]
    key: bool = False

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        scale = (width or SIZE[0]) / SIZE[0]
        picture = np.zeros((height or SIZE[1], width or SIZE[0], 3), np.uint8)
        for square in self.squares:
            left, top, right, bottom = (round(side * scale) for side in square)
            picture[top:bottom, left:right] = 255
        return picture

    def luma(self, width: int) -> Picture:
        raise NotImplementedError(width)


@dataclass
class Squares:
    """A Detector: each white square is a person; it remembers what it was asked."""

    name: str = "squares"
    digest: str = "0" * 64
    asked: list[tuple[int, int]] = field(default_factory=list)

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        self.asked.append(size)
        white = frame.bgr(*size)[:, :, 0] == 255
        boxes = []
        while white.any():
            top, left = np.argwhere(white)[0]
            right = left + int(np.argmin(np.append(white[top, left:], False)))
            bottom = top + int(np.argmin(np.append(white[top:, left], False)))
            boxes.append((left, top, right, bottom))
            white[top:bottom, left:right] = False
        count = len(boxes)
        places = np.array(boxes, np.float32).reshape(-1, 4)
        return Sightings(places, np.full(count, 0.9, np.float32), np.full(count, PERSON, np.uint8))


def street(number: int, *squares: Square) -> Street:
    return Street(Moment(number * STEP, MS), squares)


def moving(*squares: Square) -> np.ndarray:
    return np.array(squares, np.float32).reshape(-1, 4) / np.array(SIZE * 2, np.float32)


def walker(number: int) -> Square:
    return 40 + 20 * number, 300, 80 + 20 * number, 400


PARKED: Square = (1000, 100, 1100, 180)


def looked(gathering: Gathering, count: int) -> list[Looked]:
    """A walker past something parked, and all that came of it, in order."""
    done: list[Looked] = []
    for number in range(count):
        squares = (walker(number), PARKED)
        done += gathering.take(street(number, *squares), moving(walker(number)))
    return [*done, *gathering.rest()]


def test_without_packing_every_picture_is_looked_at_whole_and_at_once() -> None:
    squares = Squares()
    gathering = Gathering(squares, SIZE, MS, packs=False)
    for number in range(3):
        ((frame, found),) = gathering.take(street(number, walker(number)), moving(walker(number)))
        assert frame.at.pts == number * STEP
        assert found.boxes.tolist() == [list(map(float, walker(number)))]
    assert squares.asked == [SIZE] * 3
    assert list(gathering.rest()) == []


def test_packed_pictures_come_in_order_with_what_was_found_in_each() -> None:
    squares = Squares()
    done = looked(Gathering(squares, SIZE, MS, packs=True), 10)
    assert [frame.at.pts for frame, _ in done] == [number * STEP for number in range(10)]
    for number, (_, found) in enumerate(done):
        rows = sorted(found.boxes.tolist())
        assert rows == [list(map(float, walker(number))), list(map(float, PARKED))]
    assert squares.asked == [SIZE, (640, 384)]


def test_only_so_many_pictures_wait_also_where_nothing_changes() -> None:
    gathering = Gathering(Squares(), SIZE, MS, packs=True)
    list(gathering.take(street(0), moving()))
    assert list(gathering.take(street(1, PARKED), moving(PARKED))) == []
    waiting = 1
    for number in range(2, 100):
        waiting += 1 - len(list(gathering.again(street(number, PARKED))))
        assert 0 <= waiting < MOST_WAITING
    assert waiting == 0


def test_what_was_still_counts_for_the_pictures_after_it_and_not_for_those_that_waited() -> None:
    gathering = Gathering(Squares(), SIZE, MS, packs=True)
    done: list[Looked] = list(gathering.take(street(0), moving()))
    for number in range(8, 11):
        squares = (walker(number), PARKED) if number == 10 else (walker(number),)
        done += gathering.take(street(number, *squares), moving(walker(number)))
    assert len(done) == 1
    done += gathering.rest()
    assert [len(found) for _, found in done] == [0, 1, 1, 2]


def test_a_picture_is_looked_at_whole_again_after_a_while() -> None:
    squares = Squares()
    looked(Gathering(squares, SIZE, MS, packs=True), 21)
    assert squares.asked.count(SIZE) == 1 + 20 * STEP // (1000 * WHOLE_EVERY)


def test_what_left_its_place_is_not_told_of_it_any_more() -> None:
    gathering = Gathering(Squares(), SIZE, MS, packs=True)
    ((_, first),) = gathering.take(street(0, PARKED), moving())
    assert len(first) == 1
    moved = (1010, 106, 1110, 186)
    assert list(gathering.take(street(1, moved), moving(PARKED, moved))) == []
    ((_, second),) = gathering.rest()
    assert second.boxes.tolist() == [list(map(float, moved))]


def test_the_cut_off_part_of_a_still_thing_is_not_a_second_one() -> None:
    gathering = Gathering(Squares(), SIZE, MS, packs=True)
    wide = (200, 200, 900, 400)
    list(gathering.take(street(0, wide), moving()))
    list(gathering.take(street(1, wide, (100, 420, 160, 560)), moving((100, 420, 160, 560))))
    ((_, found),) = gathering.rest()
    assert sorted(found.boxes.tolist()) == [[100, 420, 160, 560], [200, 200, 900, 400]]


def test_where_nothing_changed_what_was_there_is_still_there() -> None:
    gathering = Gathering(Squares(), SIZE, MS, packs=True)
    ((_, first),) = gathering.take(street(0, PARKED), moving())
    ((frame, again),) = gathering.again(street(1, PARKED))
    assert (frame.at.pts, again) == (STEP, first)
    assert list(gathering.take(street(2, walker(2)), moving(walker(2)))) == []
    assert list(gathering.again(street(3, walker(2)))) == []
    (_, here), (_, still) = gathering.rest()
    assert still is here


def test_a_picture_that_moves_all_over_is_looked_at_whole() -> None:
    squares = Squares()
    gathering = Gathering(squares, SIZE, MS, packs=True)
    everywhere = np.array([[0, 0, 1, 1], [0, 0, 0.5, 1]], np.float32)
    for number in range(2):
        assert len(list(gathering.take(street(number, walker(number)), everywhere))) <= 1
    list(gathering.rest())
    assert len(squares.asked) == 2


def test_motion_alone_has_nothing_to_pack() -> None:
    gathering = Gathering(None, SIZE, MS, packs=True)
    for number in range(2):
        ((_, found),) = gathering.take(street(number), moving(PARKED))
        assert found.kinds.tolist() == [0]


events = st.lists(st.sampled_from(["again", "quiet", "one", "many", "all"]), max_size=40)


@given(events)
def test_every_picture_comes_out_once_and_in_order(kinds: list[str]) -> None:
    regions = {
        "quiet": moving(),
        "one": moving(PARKED),
        "many": moving(*((100 * n, 100, 100 * n + 60, 260) for n in range(12))),
        "all": moving((0, 0, *SIZE)),
    }
    gathering = Gathering(Squares(), SIZE, MS, packs=True)
    done: list[Looked] = list(gathering.take(street(0), moving()))
    for number, kind in enumerate(kinds, start=1):
        frame = street(number, PARKED)
        done += gathering.again(frame) if kind == "again" else gathering.take(frame, regions[kind])
    done += gathering.rest()
    assert [frame.at.pts for frame, _ in done] == [n * STEP for n in range(len(kinds) + 1)]
    assert list(gathering.rest()) == []
    assert len(no_sightings()) == 0
