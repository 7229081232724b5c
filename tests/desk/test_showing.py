from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.records import count, denied, last
from tests.desk.scene import HOUR, START, FixedClock, Office, indexed, office
from tests.desk.test_playing import head, opened, shot
from vsa_core.desk.playing import Reel, Shot
from vsa_core.domain.case import Act
from vsa_core.errors import Refused


def glimpse(at: Office, reel: Reel, picture: int, within: int | None = None) -> Shot | None:
    """The nth picture of the reel's first file, or one beside it."""
    part = reel.parts[0]
    pts = int(part.pts[picture])
    return at.desks.playing.glimpse(at.who, at.where, reel, part.footage.digest, pts, within=within)


def warm(at: Office, reel: Reel, picture: int, way: int = 0) -> None:
    """Have the nth picture ready, or those before it."""
    part = reel.parts[0]
    at.desks.playing.warm(
        at.who, at.where, reel, part.footage.digest, int(part.pts[picture]), way=way
    )


def test_what_is_had_at_once_is_masked_dated_by_itself_and_counted(ready: Office) -> None:
    reel = opened(ready)
    beside = glimpse(ready, reel, 45)
    assert beside is not None
    number = (beside.at.corrected or 0) - START
    assert (beside.exact, number) == (False, 4_000_000)
    assert head(beside.picture, 40) == 0
    assert (beside.masked, beside.shown) == (1, beside.at.corrected)
    assert shot(ready, reel, 45).exact
    ready.desks.playing.close(ready.who, ready.where, reel)
    (told,) = last(ready.home)["about"]["files"]
    pts = reel.parts[0].pts
    assert (told["pictures"], told["first"], told["last"]) == (2, int(pts[40]), int(pts[45]))


def test_what_is_no_nearer_than_wanted_is_neither_shown_nor_counted(ready: Office) -> None:
    reel = opened(ready)
    assert glimpse(ready, reel, 45, within=500_000) is None
    assert glimpse(ready, reel, 45, within=500_001) is not None
    ready.desks.playing.close(ready.who, ready.where, reel)
    assert last(ready.home)["about"]["pictures"] == 1


def test_what_is_prepared_is_not_counted_and_comes_at_once(ready: Office) -> None:
    reel = opened(ready)
    before = count(ready)
    warm(ready, reel, 45)
    warm(ready, reel, 45, way=-1)
    for number in (45, 44, 39, 30):
        found = glimpse(ready, reel, number)
        assert found is not None
        assert (found.exact, found.masked) == (True, 1)
    assert count(ready) == before
    ready.desks.playing.close(ready.who, ready.where, reel)
    assert last(ready.home)["about"]["pictures"] == 4


def test_a_key_picture_outside_the_reel_is_not_shown_for_one_inside(ready: Office) -> None:
    reel = opened(ready, 4, 6)
    part = reel.parts[0]
    assert int(part.at[3]) == START + 4_300_000
    assert glimpse(ready, reel, 3) is not None
    late = ready.desks.playing.open(
        ready.who,
        ready.where,
        "rue",
        type(reel.window)(START + 4_500_000, START + 6_000_000),
        "M01",
    )
    assert glimpse(ready, late, 2) is None
    assert shot(ready, late, 2).exact


def test_closed_or_expired_nothing_is_had_nor_prepared(tmp_path: Path) -> None:
    clock = FixedClock()
    at = indexed(office(tmp_path, clock))
    reel = opened(at)
    asked: tuple[Callable[[], object], ...] = (
        lambda: glimpse(at, reel, 45),
        lambda: warm(at, reel, 45),
    )
    for call in asked:
        clock.time = START + 49 * HOUR
        with pytest.raises(Refused, match="LAW-005"):
            call()
        assert denied(at.home) == ("alice", "view", "LAW-005")
    at.desks.playing.close(at.who, at.where, reel)
    assert last(at.home)["act"] == Act.VIEW_CLOSE
    for call in asked:
        with pytest.raises(Refused, match="CAS-072"):
            call()
