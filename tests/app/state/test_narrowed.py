import pytest

from app.state.narrowed import between, measure, told, way_of
from app.words import Words, read_words
from vsa_core.domain.filters import RANGES, Colours, Filter, Heading, Hours, Range

ENGLISH = read_words("en")


@pytest.mark.parametrize(
    ("narrowed", "french"),
    [
        (Colours("upper", ("red", "blue")), "haut rouge ou bleu"),
        (Colours("any", ("red",)), "en rouge"),
        (Colours("whole", ("unknown",)), "couleur inconnue"),
        (Range("size", 100, None), "taille d’au moins 10 % de l’image"),
        (Range("metres", None, 1800), "hauteur d’au plus 1,8 m"),
        (Range("metric_speed", 1389, 2778), "vitesse de 5 km/h à 10 km/h"),
        (Range("speed", 500, None), "vitesse d’au moins 0,5 × sa hauteur/s"),
        (Range("duration", 90_000, None), "durée d’au moins 1 min 30 s"),
        (Heading(90, 30), "allant vers le bas (à 30° près)"),
        (Hours(1320, 300), "entre 22:00 et 05:00"),
        (Hours(1320, 300, (0, 6)), "entre 22:00 et 05:00, lundi, dimanche"),
    ],
)
def test_a_filter_is_told_in_a_few_words(words: Words, narrowed: Filter, french: str) -> None:
    assert told(narrowed, words).replace("\u00a0", " ") == french


@pytest.mark.parametrize("what", RANGES)
def test_every_range_has_a_unit_in_both_languages(words: Words, what: str) -> None:
    for language in (words, ENGLISH):
        text = between(Range(what, 10, 1000), language)
        assert measure(what, 10, language) in text
        assert measure(what, 1000, language) in text
        assert between(Range(what, None, None), language)


def test_the_nearest_of_eight_ways_is_named() -> None:
    assert [way_of(degrees) for degrees in (0, 22, 23, 91, 350)] == [0, 0, 45, 90, 0]
