import dataclasses
import inspect
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import acts, count, denied, enrol, last, records
from tests.desk.scene import HOUR, MOTIVE, RATE, START, FixedClock, Office, hits, indexed, office
from tests.desk.test_cutting import admitted
from vsa_core.desk.playing import Reel, Shot
from vsa_core.domain.case import Act, Role
from vsa_core.domain.moment import ClockClaim, Window
from vsa_core.domain.ports import Picture
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused, WrongUsage

SECOND = 1_000_000


def opened(at: Office, first: int = 0, last: int = 12) -> Reel:
    """The camera, open for playing from one second of the film to another."""
    window = Window(START + first * SECOND, START + last * SECOND)
    return at.desks.playing.open(at.who, at.where, "rue", window, MOTIVE)


def shot(at: Office, reel: Reel, picture: int, width: int = 0) -> Shot:
    """The nth picture of the reel's first file."""
    part = reel.parts[0]
    pts = int(part.pts[picture])
    return at.desks.playing.shot(at.who, at.where, reel, part.footage.digest, pts, width)


def examine(at: Office, reel: Reel, first: int, last: int, track: int = 0) -> None:
    """Lift the walker's mask from one second to another."""
    span = Window(START + first * SECOND, START + last * SECOND)
    at.desks.playing.examine(at.who, at.where, reel, track, span, "M02")


def head(picture: Picture, number: int) -> float:
    """How bright the walker's head is on the nth picture of the film."""
    left = 6 * (number - 2 * RATE)
    return float(picture[84:94, left + 4 : left + 20].mean())


def test_a_reel_tells_its_pictures_and_tracks(ready: Office) -> None:
    reel = opened(ready, 4, 5)
    (part,) = reel.parts
    assert part.footage.digest == ready.footage.digest
    assert part.at.tolist() == [START + 4 * SECOND + 100_000 * n for n in range(10)]
    assert reel.window == Window(START + 4 * SECOND, START + 5 * SECOND)
    assert reel.tracks.number.tolist() == [0]
    assert reel.track_of(ready.footage.digest, 0) == 0
    assert reel.matched == frozenset()
    assert (reel.camera, part.base) == ("rue", 0)


def test_every_picture_of_a_reel_is_masked_and_dated(ready: Office) -> None:
    reel = opened(ready)
    for number in (30, 45, 46, 45, 60):
        shown = shot(ready, reel, number)
        assert head(shown.picture, number) == 0
        assert (shown.masked, shown.revealed, shown.examined) == (1, (), False)
        assert shown.at.corrected == shown.shown == START + 100_000 * number
    assert shot(ready, reel, 45, width=160).picture.shape == (90, 160, 3)


def test_what_the_recorder_showed_is_not_what_it_was(fresh: Office) -> None:
    indexed(fresh)
    slow = ClockClaim(START - 7 * SECOND, 7 * SECOND, 0, "alice")
    fresh.desks.footage.claim_clock(fresh.who, fresh.where, fresh.footage.digest, slow, MOTIVE)
    shown = shot(fresh, opened(fresh), 45)
    assert shown.at.corrected == START + 4_500_000
    assert shown.shown == START + 4_500_000 - 7 * SECOND


def test_opening_is_one_view_and_a_shot_leaves_no_record(ready: Office) -> None:
    before = count(ready)
    reel = opened(ready, 2, 8)
    shot(ready, reel, 5)
    assert acts(ready, before) == [Act.VIEW]
    record = last(ready.home)
    assert record["seq"] == reel.receipt.sequence
    assert record["motive"] == MOTIVE
    assert record["about"] == {
        "what": "reel",
        "camera": "rue",
        "window_us": [START + 2 * SECOND, START + 8 * SECOND],
        "files": 1,
    }


def test_what_was_really_shown_is_recorded_at_the_closing(ready: Office) -> None:
    reel = opened(ready, 2, 8)
    for number in (5, 6, 7, 6):
        shot(ready, reel, number)
    before = count(ready)
    ready.desks.playing.close(ready.who, ready.where, reel)
    assert acts(ready, before) == [Act.VIEW_CLOSE]
    record = last(ready.home)
    assert record["question"] == reel.receipt.question
    pts = reel.parts[0].pts
    told = {"pictures": 3, "first": int(pts[5]), "last": int(pts[7])}
    assert record["about"] == {
        "of": reel.receipt.sequence,
        "pictures": 3,
        "files": [{"footage": ready.footage.digest, **told}],
        "masked": 1,
        "revealed": [],
        "examined": [],
    }


def test_after_the_closing_nothing_is_shown(ready: Office) -> None:
    reel = opened(ready)
    ready.desks.playing.close(ready.who, ready.where, reel)
    for call in (
        lambda: shot(ready, reel, 5),
        lambda: examine(ready, reel, 4, 5),
        lambda: ready.desks.playing.close(ready.who, ready.where, reel),
    ):
        with pytest.raises(Refused, match="CAS-072"):
            call()


def test_examining_lifts_one_mask_over_one_span_and_is_a_record_of_its_own(ready: Office) -> None:
    reel = opened(ready)
    before = count(ready)
    examine(ready, reel, 4, 5)
    assert acts(ready, before) == [Act.EXAMINE]
    record = last(ready.home)
    assert record["motive"] == "M02"
    assert record["about"] == {
        "view": reel.receipt.sequence,
        "camera": "rue",
        "recording": ready.footage.digest,
        "track": 0,
        "window_us": [START + 4 * SECOND, START + 5 * SECOND],
    }
    for number, lifted in ((39, False), (40, True), (49, True), (50, False)):
        shown = shot(ready, reel, number)
        assert shown.examined is lifted
        assert (head(shown.picture, number) > 200) is lifted
    assert not shot(ready, opened(ready), 45).examined
    ready.desks.playing.close(ready.who, ready.where, reel)
    assert last(ready.home)["about"]["examined"][0]["window_us"][0] == START + 4 * SECOND


@pytest.mark.parametrize(("first", "last", "track"), [(1, 5, 0), (4, 9, 0), (4, 5, 99)])
def test_only_what_is_in_the_reel_can_be_examined(
    ready: Office, first: int, last: int, track: int
) -> None:
    reel = opened(ready, 2, 8)
    before = count(ready)
    with pytest.raises(WrongUsage, match="CAS-074"):
        examine(ready, reel, first, last, track)
    assert count(ready) == before


def test_an_examined_shot_has_no_way_out() -> None:
    """Neither the shot nor the desk gives its bytes in any form."""
    from vsa_core.desk.desks import Desks

    takers = [
        f"{room}.{name}"
        for room, kind in inspect.get_annotations(Desks).items()
        for name, call in inspect.getmembers(kind, inspect.isfunction)
        if any("Shot" in str(told) for told in inspect.get_annotations(call).values())
    ]
    assert takers == ["playing.glimpse", "playing.shot"]
    assert {field.type for field in dataclasses.fields(Shot)}.isdisjoint({bytes, "bytes"})


@pytest.mark.parametrize("motive", ["", "M99"])
def test_without_a_motive_nothing_is_opened(motive: str, ready: Office) -> None:
    d, who, where = ready.desks.playing, ready.who, ready.where
    window = Window(START, START + SECOND)
    with pytest.raises(Refused, match="LAW"):
        d.open(who, where, "rue", window, motive)
    with pytest.raises(Refused, match="LAW"):
        d.thumbnails(who, where, (hits(ready)[0].name,), motive)
    with pytest.raises(Refused, match="LAW"):
        d.background(who, where, "rue", motive)
    reel = opened(ready)
    with pytest.raises(Refused, match="LAW"):
        d.examine(who, where, reel, 0, window, motive)
    assert shot(ready, reel, 45).revealed == ()


def test_one_view_covers_ten_minutes_at_most(ready: Office) -> None:
    opened(ready, 0, 600)
    before = count(ready)
    with pytest.raises(WrongUsage, match="CAS-070"):
        opened(ready, 0, 601)
    assert count(ready) == before


def test_where_nothing_was_recorded_there_is_nothing_to_play(ready: Office) -> None:
    with pytest.raises(WrongUsage, match="CAS-071"):
        opened(ready, 60, 120)


def test_a_reel_ends_where_the_basis_ends(tmp_path: Path) -> None:
    at = indexed(office(tmp_path, window=Window(START - HOUR, START + 5 * SECOND)))
    reel = opened(at, 0, 12)
    assert reel.window == Window(START, START + 5 * SECOND)
    assert int(reel.parts[0].at[-1]) < START + 5 * SECOND
    with pytest.raises(Refused, match="LAW-008"):
        opened(at, 6, 12)
    assert denied(at.home) == ("alice", "view", "LAW-008")
    window = Window(START, START + SECOND)
    with pytest.raises(Refused, match="LAW-007"):
        at.desks.playing.open(at.who, at.where, "cour", window, MOTIVE)


def test_a_basis_that_expires_ends_the_playing(tmp_path: Path) -> None:
    clock = FixedClock()
    at = indexed(office(tmp_path, clock))
    reel = opened(at)
    shot(at, reel, 45)
    clock.time = START + 49 * HOUR
    with pytest.raises(Refused, match="LAW-005"):
        shot(at, reel, 46)
    assert denied(at.home) == ("alice", "view", "LAW-005")
    at.desks.playing.close(at.who, at.where, reel)
    assert last(at.home)["about"]["pictures"] == 1


def test_a_file_without_a_clock_is_not_played(fresh: Office, tmp_path: Path) -> None:
    """Nobody looked at it either: whether it lies in the basis is not known."""
    admitted(fresh, tmp_path / "loose.mp4", None, 2)
    window = Window(SECOND, 3 * SECOND)
    with pytest.raises(Refused, match="LAW-008"):
        fresh.desks.playing.open(fresh.who, fresh.where, "rue", window, MOTIVE)
    assert len(opened(indexed(fresh), 0, 600).parts) == 1


def test_a_reel_goes_on_over_a_pause_of_the_recorder(fresh: Office, tmp_path: Path) -> None:
    later = admitted(fresh, tmp_path / "later.mp4", 60 * SECOND, 2)
    indexed(fresh)
    reel = opened(fresh, 3, 64)
    first, second = reel.parts
    assert (first.footage.digest, second.footage.digest) == (fresh.footage.digest, later.digest)
    other = reel.track_of(later.digest, 0)
    assert other == second.base > 0
    assert {0, other} <= set(reel.tracks.number.tolist())
    span = Window(START + 60 * SECOND, START + 64 * SECOND)
    fresh.desks.playing.examine(fresh.who, fresh.where, reel, other, span, MOTIVE)
    assert last(fresh.home)["about"]["recording"] == later.digest
    pts = int(second.pts[30])
    shown = fresh.desks.playing.shot(fresh.who, fresh.where, reel, later.digest, pts)
    assert (shown.revealed, shown.examined) == ((other,), True)


def test_a_track_accepted_before_is_shown_and_told(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    fresh.desks.reviews.judge(fresh.who, fresh.where, hit.name, Verdict.MATCH, "M02")
    shown = shot(fresh, reel := opened(fresh), 45)
    assert reel.matched == {hit.event.track}
    assert (shown.revealed, shown.examined) == ((hit.event.track,), False)


def test_leaving_closes_what_is_open_and_records_it(fresh: Office) -> None:
    indexed(fresh)
    bob = enrol(fresh.desks, "bob", Role.ANALYST)
    reels = [opened(fresh), opened(fresh, 2, 8)]
    shot(fresh, reels[0], 45)
    fresh.desks.people.sign_out(bob)
    before = count(fresh)
    fresh.desks.people.sign_out(fresh.who)
    assert acts(fresh, before) == [Act.VIEW_CLOSE, Act.VIEW_CLOSE, Act.SESSION_CLOSE]
    told = [record["about"] for record in records(fresh.home)[before:-1]]
    assert [(one["of"], one["pictures"]) for one in told] == [
        (reels[0].receipt.sequence, 1),
        (reels[1].receipt.sequence, 0),
    ]
    with pytest.raises(Refused, match="CAS-001"):
        shot(fresh, reels[0], 45)


def test_a_reel_is_for_who_opened_it(ready: Office) -> None:
    reel = opened(ready)
    bob = enrol(ready.desks, "bob", Role.ANALYST)
    pts = int(reel.parts[0].pts[0])
    with pytest.raises(Refused, match="CAS-002"):
        ready.desks.playing.shot(bob, ready.where, reel, ready.footage.digest, pts)
    with pytest.raises(Refused, match="CAS-002"):
        ready.desks.playing.close(bob, ready.where, reel)
    forged = replace(reel, number=reel.number + 1000)
    with pytest.raises(Refused, match="CAS-072"):
        shot(ready, forged, 0)


def test_a_reel_that_gives_itself_more_than_was_opened_shows_no_more(ready: Office) -> None:
    narrow, wide = opened(ready, 2, 4), opened(ready)
    forged = replace(narrow, parts=wide.parts, window=wide.window)
    with pytest.raises(Refused, match="CAS-073"):
        shot(ready, forged, 60)
    with pytest.raises(WrongUsage, match="CAS-074"):
        examine(ready, forged, 5, 6)
