from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import av
import numpy as np
import pytest

from tests.desk.records import acts, count, denied, enrol, last, quiet, records
from tests.desk.scene import HOUR, MOTIVE, RATE, START, Office, hits, indexed
from vsa_core.desk.reviews import Judged
from vsa_core.desk.viewing import Look
from vsa_core.domain.case import Act, Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import ClockClaim
from vsa_core.domain.ports import Picture
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused, WrongUsage


def look(at: Office, hit: str, examine: bool = False) -> Look:
    """Look at a hit."""
    return at.desks.viewing.look(at.who, at.where, hit, MOTIVE, examine)


def judge(at: Office, hit: str, accepted: bool) -> int:
    """Accept or reject a hit; the track's number."""
    return at.desks.reviews.judge(
        at.who, at.where, hit, Verdict.MATCH if accepted else Verdict.REJECT, "M02"
    ).track


def head(picture: Picture, look: Look) -> float:
    """How bright the walker's head is: he is 24 wide, 70 high, and walks 60 px/s from second 2."""
    number = round(look.at.pts * look.at.time_base * RATE)
    left = 6 * (number - 2 * RATE)
    return float(picture[84:94, left + 4 : left + 20].mean())


def feet(picture: Picture, look: Look) -> float:
    """How bright his feet are."""
    number = round(look.at.pts * look.at.time_base * RATE)
    left = 6 * (number - 2 * RATE)
    return float(picture[130:146, left + 4 : left + 20].mean())


@pytest.fixture
def name(ready: Office) -> Iterator[str]:
    """The hit of the shared case, judged by nobody before and after."""
    (hit,) = hits(ready)
    yield hit.name
    judge(ready, hit.name, accepted=False)


def test_a_head_is_filled_and_the_rest_is_shown(ready: Office, name: str) -> None:
    shown = look(ready, name)
    assert shown.picture.shape == (180, 320, 3)
    assert head(shown.picture, shown) == 0
    assert feet(shown.picture, shown) > 200
    assert (len(shown.tracks), shown.masked, shown.revealed) == (1, 1, ())
    assert not shown.examined


def test_a_matched_track_is_shown_and_a_rejected_one_masked_again(ready: Office, name: str) -> None:
    track = judge(ready, name, accepted=True)
    shown = look(ready, name)
    assert head(shown.picture, shown) > 200
    assert (shown.masked, shown.revealed) == (0, (track,))
    judge(ready, name, accepted=False)
    again = look(ready, name)
    assert head(again.picture, again) == 0
    assert again.revealed == ()


def test_examining_lifts_the_mask_for_one_look_only(ready: Office, name: str) -> None:
    shown = look(ready, name, examine=True)
    assert head(shown.picture, shown) > 200
    assert shown.examined
    after = look(ready, name)
    assert head(after.picture, after) == 0


def test_examining_is_recorded_before_the_view(ready: Office, name: str) -> None:
    before = count(ready)
    look(ready, name, examine=True)
    assert acts(ready, before) == [Act.EXAMINE, Act.VIEW]
    examined, viewed = records(ready.home)[-2:]
    assert examined["about"]["track"] is not None
    assert examined["motive"] == viewed["motive"] == MOTIVE
    assert examined["about"]["hit"] == name


def test_a_plain_look_names_no_track(ready: Office, name: str) -> None:
    before = count(ready)
    shown = look(ready, name)
    assert acts(ready, before) == [Act.VIEW]
    record = last(ready.home)
    assert record["about"]["track"] is None
    assert record["about"]["camera"] == "rue"
    assert shown.receipt.sequence == record["seq"]


def test_what_was_shown_is_recorded_at_the_end(ready: Office, name: str) -> None:
    shown = look(ready, name)
    ready.desks.viewing.close(ready.who, ready.where, shown)
    record = last(ready.home)
    assert record["act"] == Act.VIEW_CLOSE
    assert record["about"] == {
        "of": shown.receipt.sequence, "tracks": 1, "masked": 1, "revealed": [],
    }  # fmt: skip


def test_a_masked_picture_becomes_a_file_with_its_mask(ready: Office, name: str) -> None:
    shown = look(ready, name)
    with av.open(BytesIO(ready.desks.viewing.png(shown))) as file:
        (frame,) = file.decode(video=0)
        assert np.array_equal(frame.to_ndarray(format="bgr24"), shown.picture)


def test_an_examined_picture_never_becomes_a_file(ready: Office, name: str) -> None:
    with pytest.raises(Refused, match="CAS-051"):
        ready.desks.viewing.png(look(ready, name, examine=True))


def test_a_hit_may_be_named_by_its_beginning(ready: Office, name: str) -> None:
    assert look(ready, name[:8]).at == look(ready, name).at
    for unknown in ("0" * 64, name[:3], "../etc"):
        with pytest.raises(WrongUsage, match="STO-012"):
            look(ready, unknown)


def test_a_judgement_is_recorded_with_its_motive(ready: Office, name: str) -> None:
    for accepted, act in ((True, Act.MATCH), (False, Act.REJECT)):
        track = judge(ready, name, accepted)
        record = last(ready.home)
        assert (record["act"], record["motive"]) == (act, "M02")
        assert record["about"]["hit"] == name
        assert record["about"]["track"] == track


@pytest.mark.parametrize("motive", ["", "M99"])
def test_without_a_motive_nothing_is_shown_or_judged(motive: str, ready: Office, name: str) -> None:
    with pytest.raises(Refused):
        ready.desks.viewing.look(ready.who, ready.where, name, motive)
    with pytest.raises(Refused):
        ready.desks.reviews.judge(ready.who, ready.where, name, Verdict.MATCH, motive)
    shown = look(ready, name)
    assert shown.revealed == ()


def test_a_moment_nobody_looked_at_closely_is_not_shown(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    fresh.desks.indexing.index(fresh.who, fresh.where, Level.SCAN, (), MOTIVE, quiet, lambda: False)
    with pytest.raises(Refused, match="CAS-050"):
        look(fresh, hit.name)
    with pytest.raises(Refused, match="CAS-050"):
        look(fresh, hit.name, examine=True)


def test_a_moment_outside_the_basis_is_not_shown(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    late = ClockClaim(START, 2 * HOUR, 0, "alice")
    fresh.desks.footage.claim_clock(fresh.who, fresh.where, fresh.footage.digest, late, MOTIVE)
    with pytest.raises(Refused, match="LAW-008"):
        look(fresh, hit.name)
    assert denied(fresh.home) == ("alice", "view", "LAW-008")
    with pytest.raises(Refused, match="LAW-008"):
        look(fresh, hit.name, examine=True)
    assert denied(fresh.home) == ("alice", "examine", "LAW-008")


def test_a_match_follows_the_thing_when_tracks_are_renumbered(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    judge(fresh, hit.name, accepted=True)
    fresh.desks.indexing.index(
        fresh.who, fresh.where, Level.STANDARD, (), MOTIVE, quiet, lambda: False
    )
    (again,) = hits(fresh)
    assert again.name != hit.name
    shown = look(fresh, again.name)
    assert head(shown.picture, shown) > 200
    assert shown.masked == 0


def test_tracks_of_a_camera_are_told_without_pictures_and_recorded(ready: Office) -> None:
    (followed,) = ready.desks.viewing.tracks(ready.who, ready.where, "rue", MOTIVE)
    assert followed.recording.name == ready.footage.digest
    assert len(followed.tracks) >= 1
    record = last(ready.home)
    assert (record["act"], record["about"]["what"]) == (Act.VIEW, "tracks")
    with pytest.raises(Refused, match="LAW-007"):
        ready.desks.viewing.tracks(ready.who, ready.where, "cour", MOTIVE)


def test_who_left_closes_no_look(ready: Office, name: str) -> None:
    shown = look(ready, name)
    other = enrol(ready.desks, "bob", Role.ANALYST)
    before = count(ready)
    with pytest.raises(Refused, match="CAS-002"):
        ready.desks.viewing.close(other, ready.where, replace(shown, masked=99))
    assert count(ready) == before


def test_what_was_judged_is_told_as_last_judged_and_recorded(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    assert fresh.desks.reviews.judged(fresh.who, fresh.where) == ()
    track = judge(fresh, hit.name, accepted=True)
    before = count(fresh)
    assert fresh.desks.reviews.judged(fresh.who, fresh.where) == (
        Judged(hit.name, track, "rue", Verdict.MATCH),
    )
    assert acts(fresh, before) == [Act.CONSULT]
    judge(fresh, hit.name, accepted=False)
    (judged,) = fresh.desks.reviews.judged(fresh.who, fresh.where)
    assert not judged.accepted
