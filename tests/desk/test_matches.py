from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from tests.desk.scene import MOTIVE, Office, hits, indexed
from tests.search.archive import footage
from vsa_core.desk.archive import Archive
from vsa_core.desk.matches import closely, found_again, matched
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.footage import Recording, recordings
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Wanted
from vsa_core.domain.track import Part, Tracks
from vsa_core.domain.verdict import Verdict

SECOND = 1_000_000
FILM = footage("a")
RECORDING = Recording("north", (FILM,))


def tracks(*boxes: tuple[float, float, float, float], first: int = 7) -> Tracks:
    """Standing things (left, top, width, height) for ten seconds, numbered from `first`."""
    n = len(boxes)
    ends = np.tile(np.array([0, 10 * SECOND], np.int64), n) + FILM.corrected(0)
    twice = np.repeat(np.array(boxes, np.float64).reshape(n, 4), 2, axis=0)
    assert FILM.stream is not None
    part = Part(FILM.digest, FILM.stream.time_base, FILM.stream.span)
    return Tracks(
        parts=(part,),
        number=np.arange(first, first + n, dtype=np.uint32),
        kind=np.ones(n, np.uint8),
        score=np.full(n, 200, np.uint8),
        colours=np.zeros((n, 8), np.uint8),
        starts=np.arange(0, 2 * n + 1, 2, dtype=np.int64),
        t=ends,
        pts=np.zeros(2 * n, np.int64),
        part=np.zeros(2 * n, np.uint16),
        x=twice[:, 0] + twice[:, 2] / 2,
        y=twice[:, 1] + twice[:, 3],
        w=twice[:, 2],
        h=twice[:, 3],
    )


def seen(
    box: tuple[int, int, int, int], seconds: int = 5, name: str = FILM.digest
) -> dict[str, object]:
    """The fields of an event that began with this box."""
    base = FILM.stream.time_base if FILM.stream else Fraction(1)
    return {"start": {"footage": name, "pts": int(seconds / base)}, "box": list(box)}


def test_a_thing_is_found_again_under_another_number() -> None:
    world = tracks((0, 0, 500, 900), (1000, 1000, 500, 900))
    assert found_again(RECORDING, world, seen((1020, 990, 500, 900))) == 8
    assert found_again(RECORDING, world, seen((0, 0, 510, 900))) == 7


def test_a_thing_half_elsewhere_is_another_thing() -> None:
    world = tracks((1000, 1000, 500, 900))
    assert found_again(RECORDING, world, seen((1170, 1000, 500, 900))) is None
    assert found_again(RECORDING, world, seen((1160, 1000, 500, 900))) == 7


def test_of_two_that_overlap_the_nearer_is_meant() -> None:
    world = tracks((1000, 1000, 500, 900), (1050, 1000, 500, 900))
    assert found_again(RECORDING, world, seen((1049, 1000, 500, 900))) == 8


def test_a_box_without_area_is_nothing() -> None:
    assert found_again(RECORDING, tracks((5, 5, 0, 0)), seen((5, 5, 0, 0))) is None


def test_where_nothing_is_at_that_time_nothing_is_found() -> None:
    world = tracks((0, 0, 500, 900))
    assert found_again(RECORDING, world, seen((0, 0, 500, 900), seconds=11)) == 7
    assert found_again(RECORDING, world, seen((0, 0, 500, 900), seconds=12)) is None
    assert found_again(RECORDING, tracks(), seen((0, 0, 500, 900))) is None


def test_a_hit_of_another_file_is_not_of_this_recording() -> None:
    world = tracks((0, 0, 500, 900))
    assert found_again(RECORDING, world, seen((0, 0, 500, 900), name="b" * 64)) is None


@pytest.mark.parametrize(
    ("looked", "level", "masked"),
    [
        (Looked.LOOKED, Level.FULL, True),
        (Looked.LOOKED, Level.STANDARD, True),
        (Looked.CALM, Level.STANDARD, True),
        (Looked.LOOKED, Level.SCAN, False),
        (Looked.SKIPPED, Level.SCAN, False),
        (Looked.UNDECODABLE, Level.FULL, False),
        (Looked.NOT_INDEXED, None, False),
    ],
)
def test_only_a_close_look_tells_whom_to_mask(
    looked: Looked, level: Level | None, masked: bool
) -> None:
    assert closely(Stretch(Span(0, 1), looked, level)) is masked


def archive_of(at: Office) -> tuple[Archive, Recording, Tracks]:
    archive = at.desks.cases._tickets.archive(at.who, at.where)
    (recording,) = recordings(archive.catalogue.footage.all())
    return archive, recording, archive.shelf().tracks(recording, Wanted())


def test_the_last_word_on_a_hit_holds(ready: Office) -> None:
    (hit,) = hits(ready)
    assert matched(*archive_of(ready)) == frozenset()
    for accepted in (True, False, True, True, False):
        ready.desks.reviews.judge(
            ready.who, ready.where, hit.name, Verdict.MATCH if accepted else Verdict.REJECT, MOTIVE
        )
        expected = frozenset({hit.event.track}) if accepted else frozenset()
        assert matched(*archive_of(ready)) == expected


def test_a_match_that_no_track_covers_any_more_unmasks_nothing(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    fresh.desks.reviews.judge(fresh.who, fresh.where, hit.name, Verdict.MATCH, MOTIVE)
    archive, recording, world = archive_of(fresh)
    moved = replace(world, x=world.x + 20_000)
    assert matched(archive, recording, moved) == frozenset()
