from dataclasses import replace
from fractions import Fraction

import pytest

from tests.desk.scene import START, Office, crossing, hits
from vsa_core.desk.archive import Archive
from vsa_core.desk.scope import LONGEST, Scope, Wish, scope_of
from vsa_core.domain.coverage import Coverage
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Footage, Stream
from vsa_core.domain.moment import ClockClaim, Span, Window
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import WrongUsage

SECOND = 1_000_000
TICKS = 12_800
FIRST = 1000
"""pts of the first picture of the long films."""

WISH = Wish((), "cour", None, 0, "", "", "fr")


def film(sample: Footage, name: str, start: int, seconds: int) -> Footage:
    """A film that exists in the catalogue alone: of it a wish needs only its place in time."""
    span = Span(FIRST, FIRST + seconds * TICKS)
    stream = Stream("h264", 320, 180, 0, Fraction(1, TICKS), span, 1, 1, 1, False, None, False)
    clock = ClockClaim(START + start * SECOND, 0, 0, "alice")
    return replace(
        sample, digest=name * 64, name=f"{name}.mp4", camera="cour", clock=clock, stream=stream
    )


@pytest.fixture(scope="module")
def archive(ready: Office) -> Archive:
    """A case whose second camera filmed twenty minutes in two files, and later one minute more."""
    archive = ready.desks.cases._tickets.archive(ready.who, ready.where)
    for name, start, seconds in (("a", 0, 600), ("b", 600, 600), ("c", 3000, 60)):
        archive.catalogue.footage.add(film(ready.footage, name, start, seconds))
    return archive


@pytest.fixture(scope="module")
def hit(ready: Office) -> Hit:
    (hit,) = hits(ready)
    return hit


def windowed(archive: Archive, start: float, end: float, camera: str = "cour") -> Scope:
    """The scope of a window, in seconds from START."""
    window = Window(START + round(start * SECOND), START + round(end * SECOND))
    return scope_of(archive, replace(WISH, camera=camera, window=window))


def shares(scope: Scope) -> list[tuple[str, float, float]]:
    """Each file's share, in seconds from its first picture."""
    return [
        (footage.name, (span.start - FIRST) / TICKS, (span.end - FIRST) / TICKS)
        for footage, span in scope.shares()
    ]


def test_a_window_within_one_file_is_one_share(archive: Archive) -> None:
    assert shares(windowed(archive, 10, 20)) == [("a.mp4", 10, 20)]


def test_a_window_over_a_cut_takes_a_share_of_both_files(archive: Archive) -> None:
    assert shares(windowed(archive, 598, 603)) == [("a.mp4", 598, 600), ("b.mp4", 0, 3)]


def test_a_window_that_begins_before_the_film_begins_with_it(archive: Archive) -> None:
    scope = windowed(archive, -30, 5)
    assert (scope.start, scope.end) == (START, START + 5 * SECOND)
    assert shares(scope) == [("a.mp4", 0, 5)]


def test_a_cut_begins_at_the_first_tick_inside(archive: Archive) -> None:
    ((_, span),) = windowed(archive, 10.000001, 20.000001).shares()
    assert span == Span(FIRST + 10 * TICKS + 1, FIRST + 20 * TICKS + 1)


def test_at_most_ten_minutes_leave(archive: Archive) -> None:
    assert windowed(archive, 0, 600).end - START == LONGEST
    with pytest.raises(WrongUsage, match="CAS-062"):
        windowed(archive, 0, 600.000001)


def test_where_nothing_was_filmed_there_is_nothing_to_take(archive: Archive) -> None:
    for start, end in ((1300, 1400), (-20, -10)):
        with pytest.raises(WrongUsage, match="CAS-063"):
            windowed(archive, start, end)
    with pytest.raises(WrongUsage, match="CAS-063"):
        windowed(archive, 0, 10, camera="toit")


@pytest.mark.parametrize(
    "wish", [WISH, replace(WISH, camera="", window=Window(START, START + SECOND))]
)
def test_a_wish_names_hits_or_a_camera_with_a_window(archive: Archive, wish: Wish) -> None:
    with pytest.raises(WrongUsage, match="CAS-060"):
        scope_of(archive, wish)


def test_a_hit_brings_its_margin(archive: Archive, hit: Hit, ready: Office) -> None:
    at = ready.footage.corrected(hit.event.start.pts)
    scope = scope_of(archive, replace(WISH, hits=(hit.name,), margin=2 * SECOND))
    assert (scope.start, scope.end) == (at - 2 * SECOND, at + 2 * SECOND)
    assert scope.hits == (hit,)
    assert scope.recording.camera == "rue"


def test_an_instant_without_a_margin_still_shows_a_picture(
    archive: Archive, hit: Hit, ready: Office
) -> None:
    at = ready.footage.corrected(hit.event.start.pts)
    scope = scope_of(archive, replace(WISH, hits=(hit.name,)))
    assert (scope.start, scope.end) == (at - SECOND // 2, at + SECOND // 2)


def test_a_margin_stays_within_the_recording(archive: Archive, hit: Hit) -> None:
    scope = scope_of(archive, replace(WISH, hits=(hit.name[:10],), margin=60 * SECOND))
    assert (scope.start, scope.end) == (START, START + 12 * SECOND)
    assert len(scope.shares()) == 1


def moved(hit: Hit, footage: str, camera: str, seconds: int, name: str) -> Hit:
    """The same event in another film."""
    stamp = replace(
        hit.event.start,
        footage=footage,
        pts=FIRST + seconds * TICKS,
        time_base=Fraction(1, TICKS),
    )
    event = replace(hit.event, camera=camera, recording=footage, start=stamp, end=stamp)
    return Hit(name * 64, event)


def test_several_hits_span_from_the_first_to_the_last(archive: Archive, hit: Hit) -> None:
    early, late = moved(hit, "a" * 64, "cour", 590, "1"), moved(hit, "b" * 64, "cour", 20, "2")
    archive.keep_answer(Receipt(9001, "", ""), crossing(), (early, late), Coverage(()))
    scope = scope_of(archive, replace(WISH, hits=(late.name, early.name), margin=SECOND))
    assert shares(scope) == [("a.mp4", 589, 600), ("b.mp4", 0, 21)]


def test_hits_of_several_recordings_do_not_leave_together(archive: Archive, hit: Hit) -> None:
    other, later = moved(hit, "a" * 64, "cour", 30, "3"), moved(hit, "c" * 64, "cour", 30, "4")
    archive.keep_answer(Receipt(9002, "", ""), crossing(), (other, later), Coverage(()))
    for pair in ((hit.name, other.name), (other.name, later.name)):
        with pytest.raises(WrongUsage, match="CAS-061"):
            scope_of(archive, replace(WISH, hits=pair))


def test_a_hit_of_a_file_that_is_gone_is_said(archive: Archive, hit: Hit) -> None:
    lost = moved(hit, "d" * 64, "cour", 30, "5")
    archive.keep_answer(Receipt(9003, "", ""), crossing(), (lost,), Coverage(()))
    with pytest.raises(WrongUsage, match="CAS-063"):
        scope_of(archive, replace(WISH, hits=(lost.name,)))


def test_an_unknown_hit_is_said(archive: Archive) -> None:
    with pytest.raises(WrongUsage, match="STO-012"):
        scope_of(archive, replace(WISH, hits=("f" * 64,)))


def test_a_sequence_from_one_camera_to_another_is_exported_camera_by_camera(
    archive: Archive, hit: Hit
) -> None:
    second = moved(hit, "a" * 64, "cour", 30, "6").event
    whole = replace(hit.event, kind="then", end=second.end, parts=(hit.event, second))
    pair = Hit("7" * 64, whole)
    archive.keep_answer(Receipt(9004, "", ""), crossing(), (pair,), Coverage(()))
    with pytest.raises(WrongUsage, match="CAS-061") as raised:
        scope_of(archive, replace(WISH, hits=(pair.name,)))
    assert raised.value.values["cameras"] == "rue, cour"
