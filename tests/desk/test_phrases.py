import pytest

from tests.phrases.questions import I18N
from vsa_core.desk.phrases import Phrases, phrases_in
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.phrases.lexicon import Lexicon, read_lexicon


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return phrases_in(I18N)


def test_a_text_of_one_language_is_written_in_the_other(phrases: Phrases) -> None:
    query = phrases.read("white car faster than 50 km/h camera 3", "en")
    assert phrases.write(query, "fr") == "voiture en blanc vitesse au moins 50 km/h caméra 3"
    assert phrases.read(phrases.write(query, "fr"), "fr") == query


def test_completions_come_in_the_language_asked(phrases: Phrases) -> None:
    assert "personne" in [one.text for one in phrases.complete("pers", 4, "fr")]
    assert "person" in [one.text for one in phrases.complete("pers", 4, "en")]


def test_another_language_is_refused_by_name(phrases: Phrases) -> None:
    for call in (
        lambda: phrases.read("person", "de"),
        lambda: phrases.write(Query("seen"), "de"),
        lambda: phrases.complete("", 0, "de"),
    ):
        with pytest.raises(WrongUsage, match="PHR-016") as raised:
            call()
        assert raised.value.values["known"] == "fr, en"


def test_the_words_of_a_language_are_read_once_and_when_first_needed() -> None:
    read: list[str] = []

    def words() -> Lexicon:
        read.append("fr")
        return read_lexicon(I18N, "fr")

    some = Phrases({"fr": words})
    assert read == []
    some.read("vélo", "fr")
    some.read("moto", "fr")
    assert read == ["fr"]
