from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.records import acts, count, last, quiet
from tests.desk.scene import HOUR, MOTIVE, START, Office, crossing, film, hits, indexed, office
from tests.desk.test_watched import archive_of
from vsa_core.desk.footage import Admission
from vsa_core.desk.page import around, wanted
from vsa_core.desk.playing import MOST, Thumbnail
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level
from vsa_core.domain.event import Hit
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.moment import ClockClaim
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import WrongUsage

SECOND = 1_000_000
Side = st.integers(0, UNITS)


def page(at: Office, *found: Hit, width: int = 320) -> tuple[Thumbnail, ...]:
    """The thumbnails of some hits."""
    names = tuple(hit.name for hit in found)
    return at.desks.playing.thumbnails(at.who, at.where, names, MOTIVE, width)


@given(
    left=Side,
    top=Side,
    wide=Side,
    high=Side,
    size=st.tuples(st.integers(1, 3000), st.integers(1, 3000)),
    least=st.integers(1, 640),
)
def test_a_cut_lies_in_the_picture_and_is_as_wide_as_a_thumbnail_where_that_is_possible(
    left: int, top: int, wide: int, high: int, size: tuple[int, int], least: int
) -> None:
    width, height = size
    a, b, c, d = around((left, top, wide, high), size, least)
    assert 0 <= a < c <= width
    assert 0 <= b < d <= height
    assert c - a >= min(least, width, int(height * 16 / 9))
    if c - a >= 160:
        assert abs((c - a) / (d - b) - 16 / 9) < 0.05


def test_a_cut_shows_the_box_in_its_middle_with_as_much_around_it() -> None:
    box = (UNITS // 2 - UNITS // 20, UNITS // 2 - UNITS // 20, UNITS // 10, UNITS // 10)
    left, top, right, bottom = around(box, (1920, 1080), 320)
    assert abs((left + right) / 2 - 960) <= 2
    assert abs((top + bottom) / 2 - 540) <= 2
    assert abs((right - left) - 2.5 * 192) <= 2


def test_a_small_thing_is_not_blown_up() -> None:
    left, top, right, bottom = around((100, 100, 200, 200), (1920, 1080), 320)
    assert (left, top, right, bottom) == (0, 0, 320, 180)


def test_a_thumbnail_shows_the_moment_of_the_crossing_masked(ready: Office) -> None:
    (hit,) = hits(ready)
    (small,) = page(ready, hit)
    assert (small.hit, small.code) == (hit.name, "")
    assert small.picture is not None
    assert small.picture.shape == (180, 320, 3)
    shown = ready.desks.viewing.look(ready.who, ready.where, hit.name, MOTIVE)
    assert (small.picture == shown.picture).all()


def test_a_thumbnail_is_as_small_as_asked(ready: Office) -> None:
    (hit,) = hits(ready)
    (small,) = page(ready, hit, width=100)
    assert small.picture is not None
    assert small.picture.shape == (56, 100, 3)


def test_accepting_a_hit_shows_its_head_on_the_page(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    (masked,) = page(fresh, hit)
    fresh.desks.reviews.judge(fresh.who, fresh.where, hit.name, Verdict.MATCH, "M02")
    (shown,) = page(fresh, hit)
    assert masked.picture is not None
    assert shown.picture is not None
    differing = (masked.picture != shown.picture).any(axis=2)
    assert np.count_nonzero(differing) > 100
    assert masked.picture[differing].max() == 0


@pytest.fixture
def several(tmp_path: Path) -> Office:
    """A case with two files a minute apart, each with somebody crossing."""
    at = office(tmp_path)
    second = film(tmp_path / "later.mp4", 12, seed=2)
    new = Admission(str(second), "rue", "S2", ClockClaim(START + 60 * SECOND, 0, 0, "alice"))
    at.desks.footage.admit(at.who, at.where, new, MOTIVE)
    return indexed(at)


def test_one_file_that_fails_does_not_spoil_the_page(several: Office) -> None:
    first, second = hits(several)
    Path(several.footage.path).write_bytes(b"this is no film")
    told = page(several, second, first)
    assert [one.hit for one in told] == [second.name, first.name]
    assert told[0].picture is not None
    assert (told[1].picture, told[1].code) == (None, "SRC-009")


def test_each_file_is_opened_once_for_a_page(
    several: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = hits(several)
    opened: list[str] = []
    projector = several.desks.playing._projector
    opener = projector._opener

    def counting(footage, packets):  # type: ignore[no-untyped-def]  # as the opener's
        opened.append(footage.name)
        return opener(footage, packets)

    monkeypatch.setattr(projector, "_opener", counting)
    zone = hits(several, replace(crossing(), direction="to_left"))
    right = hits(several, replace(crossing(), direction="to_right"))
    page(several, first, second, *zone, *right)
    assert sorted(opened) == ["later.mp4", "rue.mp4"]


def test_a_hit_outside_the_basis_or_unknown_has_a_code(several: Office) -> None:
    first, second = hits(several)
    late = ClockClaim(START, 2 * HOUR, 0, "alice")
    several.desks.footage.claim_clock(
        several.who, several.where, several.footage.digest, late, MOTIVE
    )
    told = several.desks.playing.thumbnails(
        several.who, several.where, (first.name, second.name, "0" * 64), MOTIVE
    )
    assert [one.code for one in told] == ["LAW-008", "", "STO-012"]
    basis = replace(several.where.case.basis, cameras=("cour",))
    assert wanted(archive_of(several), basis, second.name) == "LAW-007"


def test_where_nobody_looked_closely_any_more_there_is_a_code(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    fresh.desks.indexing.index(fresh.who, fresh.where, Level.SCAN, (), MOTIVE, quiet, lambda: False)
    (small,) = page(fresh, hit)
    assert (small.picture, small.code) == (None, "CAS-050")


def test_a_page_of_thumbnails_is_one_view(ready: Office) -> None:
    (hit,) = hits(ready)
    before = count(ready)
    d = ready.desks.playing
    told = d.thumbnails(ready.who, ready.where, (hit.name, hit.name[:12], "0" * 64), MOTIVE)
    assert [one.hit for one in told] == [hit.name, hit.name[:12], "0" * 64]
    assert [one.code for one in told] == ["", "", "STO-012"]
    assert acts(ready, before) == [Act.VIEW]
    assert last(ready.home)["about"] == {
        "what": "thumbnails",
        "cameras": ["rue"],
        "hits": [hit.name, hit.name],
        "left_out": 1,
    }


def test_a_page_has_an_end(ready: Office) -> None:
    with pytest.raises(WrongUsage, match="CAS-075"):
        ready.desks.playing.thumbnails(ready.who, ready.where, ("0" * 64,) * (MOST + 1), MOTIVE)
    assert ready.desks.playing.thumbnails(ready.who, ready.where, (), MOTIVE) == ()
