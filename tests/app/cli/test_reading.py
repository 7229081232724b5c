import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.cli import reading
from vsa_core.domain.geometry import UNITS, Line, Point, Zone
from vsa_core.domain.moment import Window
from vsa_core.errors import WrongUsage

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine stands in Paris."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)),  # noqa: DTZ001
    st.integers(-14 * 60, 14 * 60),
)
def test_a_time_with_its_offset_is_that_very_microsecond(moment: datetime, minutes: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert reading.instant(aware.isoformat()) == (aware - EPOCH) // timedelta(microseconds=1)


def test_a_time_without_an_offset_is_local(paris: None) -> None:
    assert reading.instant("2024-11-21T18:07:33") == reading.instant("2024-11-21T17:07:33Z")
    assert reading.instant("2024-06-21T18:07:33") == reading.instant("2024-06-21T16:07:33Z")


@pytest.mark.parametrize(
    "text",
    ["", "noon", "2024-13-01T00:00:00", "2024-02-30T00:00:00", "25:00", "0001-01-01T00:00:00+14:00",
     "9999-12-31T23:59:59-14:00", "2024-11-21T18:07:33+25:00", "\u0662"],
)  # fmt: skip
def test_what_is_no_time_is_said(text: str) -> None:
    with pytest.raises(WrongUsage, match="USE-011"):
        reading.instant(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [("1500ms", 1500), ("15s", 15_000), ("2,5 min", 150_000), ("1h", 3_600_000), ("15", 15_000),
     (" 0.25 s ", 250), ("0", 0)],
)  # fmt: skip
def test_durations_as_people_write_them(text: str, told: int) -> None:
    assert reading.milliseconds(text) == told


@given(st.integers(0, 10**8), st.sampled_from(["ms", "s", "min", "h", ""]), st.booleans())
def test_a_duration_means_its_unit(number: int, unit: str, spaced: bool) -> None:
    factor = {"ms": 1, "s": 1000, "min": 60_000, "h": 3_600_000, "": 1000}[unit]
    text = f"{number}{' ' if spaced else ''}{unit}"
    assert reading.milliseconds(text) == number * factor
    assert reading.signed_microseconds(text) == number * factor * 1000
    assert reading.signed_microseconds(f"-{text}") == -number * factor * 1000
    assert reading.signed_microseconds(f"+{text}") == number * factor * 1000


WRONG_DURATIONS = ["", "s", "1 day", "1.5.5s", "--5s", "+-83s", "-+5s", "1e3s", "nan", "inf", "1s2",
                   "9" * 40, "1_0s", "0x1s"]  # fmt: skip


@pytest.mark.parametrize("text", WRONG_DURATIONS)
@pytest.mark.parametrize("read", [reading.milliseconds, reading.signed_microseconds])
def test_what_is_no_duration_is_said(text: str, read: Callable[[str], int]) -> None:
    with pytest.raises(WrongUsage, match="USE-013"):
        read(text)


@pytest.mark.parametrize("text", ["-5s", "+5s", " -1"])
def test_a_length_has_no_sign(text: str) -> None:
    with pytest.raises(WrongUsage, match="USE-013"):
        reading.milliseconds(text)


def test_a_window_has_two_ends_in_order() -> None:
    noon, one = "2024-03-05T12:00:00Z", "2024-03-05T13:00:00Z"
    assert reading.window(None, None) is None
    assert reading.window(noon, one) == Window(reading.instant(noon), reading.instant(one))
    for start, end in ((noon, None), (None, noon)):
        with pytest.raises(WrongUsage, match="USE-014"):
            reading.window(start, end)
    for start, end in ((one, noon), (noon, noon)):
        with pytest.raises(WrongUsage, match="USE-015"):
            reading.window(start, end)
    with pytest.raises(WrongUsage, match="USE-011"):
        reading.window(noon, "later")


FRACTIONS = st.decimals(0, 1, places=4)
SIZE = (1920, 1080)


@given(FRACTIONS, FRACTIONS, FRACTIONS, FRACTIONS)
def test_fractions_are_of_the_picture_whatever_its_size(
    ax: Decimal, ay: Decimal, bx: Decimal, by: Decimal
) -> None:
    assume((ax, ay) != (bx, by))
    text = f"{ax},{ay} {bx},{by}"
    a, b = (Point(round(x * UNITS), round(y * UNITS)) for x, y in ((ax, ay), (bx, by)))
    assert reading.place(text, None, None) == reading.place(text, None, SIZE) == Line(a, b)


@given(st.integers(2, 1920), st.integers(0, 1080), st.integers(0, 1920), st.integers(0, 1080))
def test_pixels_are_of_the_cameras_picture(ax: int, ay: int, bx: int, by: int) -> None:
    assume((ax, ay) != (bx, by))
    place = reading.place(f"{ax},{ay} {bx},{by}", None, SIZE)
    assert isinstance(place, Line)
    for point, (x, y) in ((place.a, (ax, ay)), (place.b, (bx, by))):
        assert abs(point.x - x * UNITS / 1920) <= 0.5
        assert abs(point.y - y * UNITS / 1080) <= 0.5


def test_zones_have_three_corners_or_more() -> None:
    zone = reading.place(None, "0,0 1,0 .5,1", None)
    assert zone == Zone((Point(0, 0), Point(UNITS, 0), Point(32768, UNITS)))
    assert reading.place(None, "0,0 1919,0 1919,1079 0,1079", SIZE) != zone
    assert reading.place(None, None, None) is None


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("0,0", None),
        ("0,0 1,1 1,0", None),
        ("0,0 0,0", None),
        ("a,b c,d", None),
        ("0 0 1 1", None),
        ("0,0,0 1,1,1", None),
        ("nan,0 1,1", None),
        ("inf,0 1,1", None),
        ("1e5,0 1,1", None),
        ("1e999999999,0 1,1", None),
        ("-0.1,0 1,1", None),
        ("0,0 1.01,1081", None),
        ("0,0 1921,0", None),
        ("0;0 1;1", None),
        (None, "0,0 1,1"),
        (None, "nothing"),
    ],
)
def test_what_is_no_place_is_said(line: str | None, zone: str | None) -> None:
    with pytest.raises(WrongUsage, match="USE-017"):
        reading.place(line, zone, SIZE)


def test_a_line_and_a_zone_are_two_questions() -> None:
    with pytest.raises(WrongUsage, match="USE-016"):
        reading.place("0,0 1,1", "0,0 1,0 1,1", None)


def test_pixels_without_a_size_are_said() -> None:
    with pytest.raises(WrongUsage, match="USE-018"):
        reading.place("160,0 160,180", None, None)


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_text_at_all_breaks_the_reader(first: str, second: str) -> None:
    readers: tuple[Callable[[], object], ...] = (
        lambda: reading.instant(first),
        lambda: reading.milliseconds(first),
        lambda: reading.signed_microseconds(first),
        lambda: reading.place(first, None, SIZE),
        lambda: reading.place(None, second, None),
        lambda: reading.pairs([first, second]),
        lambda: reading.window(first, second),
    )
    for read in readers:
        with suppress(WrongUsage):
            read()


def test_settings_are_pairs() -> None:
    assert reading.pairs([]) == {}
    assert reading.pairs(["minimum=15s", "a = b=c "]) == {"minimum": "15s", "a": "b=c"}
    for text in ("minimum", "=15s", ""):
        with pytest.raises(WrongUsage, match="USE-019"):
            reading.pairs([text])
