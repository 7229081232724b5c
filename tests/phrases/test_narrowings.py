import pytest
from hypothesis import given

from tests.phrases.questions import LANGUAGES, lexicon, narrowings
from tests.phrases.reading_of import at, fault
from vsa_core.domain.filters import WHERE, Colours, Filter, Heading, Range
from vsa_core.phrases.narrowings import is_bare_duration, narrowing, narrowing_text


@pytest.mark.parametrize("language", LANGUAGES)
@given(narrowings)
def test_a_filter_survives_its_text(language: str, told: Filter) -> None:
    cursor = at(narrowing_text(lexicon(language), told), language)
    assert narrowing(cursor) == told
    assert cursor.ended


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("haut bleu", Colours("upper", ("blue",))),
        ("bas noir ou marron sur au moins 40 %", Colours("lower", ("black", "brown"), 400)),
        ("de couleur inconnue", Colours("whole", ("unknown",))),
        ("plus de 1,80 m", Range("metres", 1800, None)),
        ("plus petite que 120 cm", Range("metres", None, 1200)),
        ("taille plus de 1,5 m", Range("metres", 1500, None)),
        ("taille au moins 10 % et au plus 30 %", Range("size", 100, 300)),
        ("vitesse entre 1 hauteur/s et 2 hauteurs/s", Range("speed", 1000, 2000)),
        ("plus vite que 36 km/h et moins de 20 m/s", Range("metric_speed", 10_000, 20_000)),
        ("durée moins de 2 min", Range("duration", None, 120_000)),
        ("allant vers le bas", Heading(90)),
        ("va vers 37° plus ou moins 20 degrés", Heading(37, 20)),
    ],
)
def test_the_ways_to_say_a_filter(text: str, told: Filter) -> None:
    cursor = at(text)
    assert narrowing(cursor) == told
    assert cursor.ended


def test_a_colour_without_its_part_is_of_any_part() -> None:
    assert narrowing(at("en rouge ou bleu sur 30 %")) == Colours("any", ("red", "blue"), 300)
    assert narrowing(at("blanche")) == Colours("any", ("white",))


def test_what_only_begins_like_a_filter_is_left_alone() -> None:
    for text in ("en semaine", "durée minimale 20 s", "haut", "sur la même caméra"):
        cursor = at(text)
        assert narrowing(cursor) is None
        assert cursor.index == 0
    cursor = at("haut rouge sur la même caméra")
    assert narrowing(cursor) == Colours("upper", ("red",))
    assert cursor.token.text == "sur"


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("plus de 50 %", "PHR-007", "plus de 50 %"),
        ("taille entre 5 % et 2 %", "PHR-013", "taille entre 5 % et 2 %"),
        ("taille plus de 5 km/h", "PHR-005", "km"),
        ("vitesse au moins vélo", "PHR-005", "vélo"),
        ("allant vers", "PHR-006", ""),
    ],
)
def test_a_filter_that_is_none_is_pointed_at(text: str, code: str, word: str) -> None:
    assert fault(narrowing, text) == (code, word)


def test_a_bare_duration_has_no_word_of_its_own() -> None:
    for text, bare in (("plus de 20 s", True), ("durée plus de 20 s", False)):
        cursor = at(text)
        narrowing(cursor)
        assert is_bare_duration(cursor, 0) is bare


def test_colours_are_written_with_their_part() -> None:
    told = [narrowing_text(lexicon("fr"), Colours(where, ("red",))) for where in WHERE]
    assert told == ["en rouge", "haut rouge", "bas rouge", "de couleur rouge"]
