import pytest
from hypothesis import given

from tests.phrases.questions import LANGUAGES, hours, lexicon, windows
from tests.phrases.reading_of import at, fault
from vsa_core.domain.filters import Hours
from vsa_core.domain.moment import Window
from vsa_core.phrases.periods import hours_text, is_zone, period, window_text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("whole_dates", [False, True])
@given(windows)
def test_a_window_survives_its_text(language: str, whole_dates: bool, window: Window) -> None:
    cursor = at(window_text(lexicon(language), window, whole_dates), language)
    read = period(cursor)
    assert read is not None
    assert (read.window, read.hours, cursor.ended) == (window, None, True)
    assert not (whole_dates and read.whole)


@pytest.mark.parametrize("language", LANGUAGES)
@given(hours)
def test_hours_survive_their_text(language: str, daily: Hours) -> None:
    cursor = at(hours_text(lexicon(language), daily), language)
    read = period(cursor)
    assert read is not None
    assert (read.window, read.hours, cursor.ended) == (None, daily, True)


@pytest.mark.parametrize(
    ("text", "daily"),
    [
        ("entre 22h et 5h", Hours(1320, 300)),
        ("de 8h à 9h30", Hours(480, 570)),
        ("le lundi", Hours(0, 1440, (0,))),
        ("les lundis et mardis entre 8h et 9h", Hours(480, 540, (0, 1))),
        ("entre 8h et 9h le samedi ou le dimanche", Hours(480, 540, (5, 6))),
        ("du vendredi au dimanche", Hours(0, 1440, (4, 5, 6))),
        ("du samedi au lundi", Hours(0, 1440, (5, 6, 0))),
        ("le week-end entre 0h et 24h", Hours(0, 1440, (5, 6))),
        ("en semaine de 8h à 18h", Hours(480, 1080, (0, 1, 2, 3, 4))),
        ('entre 1h et 2h fuseau "Europe/London"', Hours(60, 120, (), "Europe/London")),
    ],
)
def test_the_ways_to_say_hours(text: str, daily: Hours) -> None:
    cursor = at(text)
    read = period(cursor)
    assert read is not None
    assert (read.hours, cursor.ended) == (daily, True)


def test_a_day_of_the_change_to_winter_time_has_25_hours() -> None:
    read = period(at("le 27 octobre 2024"))
    assert read is not None
    assert read.window is not None
    assert read.window.end - read.window.start == 25 * 3_600_000_000
    assert read.whole


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("le 5 mars 2024 entre 15h et 15h", "PHR-013", "le 5 mars 2024 entre 15h et 15h"),
        ("période(9; 9)", "PHR-013", "période(9; 9)"),
        ("entre 14h vélo", "PHR-005", "vélo"),
        ("entre 14h", "PHR-006", ""),
        ("entre le 5 mars 2024 et", "PHR-005", "et"),
        ("entre 14:00:30 et 15h", "PHR-012", "14:00:30"),
        ("entre 14h+01:00 et 15h", "PHR-012", "14h+01:00"),
        ('entre 1h et 2h fuseau "Lune"', "PHR-012", '"Lune"'),
        ("entre 1h et 2h fuseau Lune", "PHR-005", "Lune"),
        ("le 27 octobre 2024 entre 2h30 et 4h", "PHR-007", "2h30"),
    ],
)
def test_a_period_that_is_none_is_pointed_at(text: str, code: str, word: str) -> None:
    assert fault(period, text) == (code, word)


def test_the_offset_settles_an_hour_that_comes_twice() -> None:
    ends = []
    for offset in ("+02:00", "+01:00"):
        read = period(at(f"le 27 octobre 2024 entre 2h30{offset} et 4h"))
        assert read is not None
        assert read.window is not None
        ends.append(read.window.start)
    assert ends[1] - ends[0] == 3_600_000_000


def test_a_zone_is_one_of_the_machines() -> None:
    assert is_zone("Europe/Paris")
    assert not any(map(is_zone, ["", "Nowhere/None", "../../etc/passwd", "a\x00"]))
