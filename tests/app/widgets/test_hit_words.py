from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.theme import ICONS
from app.widgets import hit_words
from app.words import Words
from tests.app.answers import hit
from tests.app.state.stage import film
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.verdict import Verdict


def test_a_time_is_that_of_paris_whatever_the_machine_says(
    words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert hit_words.at(1_732_208_853_040_000, words) == "21/11/2024 18:07:33,040"
    assert ZoneInfo(hit_words.ZONE).key == "Europe/Paris"


def test_the_hour_that_comes_twice_says_which_one_it_is(words: Words) -> None:
    first = 1_729_987_200_000_000  # 2024-10-27 00:00:00 UTC, 02:00 in summer time
    told = [hit_words.at(first + hours * 3_600_000_000, words) for hours in (0, 1)]
    assert told[0] != told[1]
    assert all("02:00:00,000" in one for one in told)


def test_without_a_clock_the_time_counts_from_the_first_picture(words: Words) -> None:
    footage = film("a" * 64, (500, 540))
    stamp = hit(None, recording="a" * 64).event.start
    late = type(stamp)(stamp.footage, 4700, stamp.time_base, None)
    assert "0:00:04,200" in hit_words.when(late, words, {footage.digest: footage})
    assert "0:00:04,700" in hit_words.when(late, words, {})


@given(st.integers(0, 1000))
def test_a_score_is_a_word_and_a_number(per_mille: int) -> None:
    told = hit_words.grade(per_mille)
    word = "high" if per_mille >= 750 else "medium" if per_mille >= 500 else "low"
    assert told == f"{word}, {per_mille} ‰"
    assert hit_words.score(per_mille) == f"score: {told}"


def test_every_class_has_an_icon_and_every_decision_another(words: Words) -> None:
    icons = {hit_words.class_icon(name) for name in CLASSES}
    assert len(icons) == len(CLASSES), "a car and what is only a vehicle look different"
    assert all((ICONS / f"{icon}.svg").is_file() for icon in icons)
    looks = [hit_words.looks(verdict) for verdict in (None, *Verdict)]
    assert len({icon for icon, _ in looks}) == 4
    assert len({hit_words.decision(verdict) for verdict in (None, *Verdict)}) == 4


def test_a_crossing_has_a_way_and_a_stay_has_a_length(words: Words) -> None:
    crossing, stay = hit(0).event, hit(0, lasting=61_400).event
    assert hit_words.course(crossing, words) == "vers la droite de la ligne"
    assert hit_words.course(stay, words) == "for 0:01:01,400"
    assert hit_words.lasting(hit(None, lasting=61_400).event, words) == ""


def test_a_screen_reader_hears_everything(words: Words) -> None:
    one = hit(0, camera="rue\u202edron", score=900, object_class="car")
    said = hit_words.spoken(one.event, Verdict.MATCH, words, {})
    assert said == (
        "Franchissement de ligne, 05/03/2024 13:00:00,000, rue⟨U+202E⟩dron, voiture,"
        " vers la droite de la ligne, score: high, 900 ‰, matched"
    )
