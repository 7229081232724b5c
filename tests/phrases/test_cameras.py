import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.phrases.questions import LANGUAGES, lexicon, names
from tests.phrases.reading_of import at, fault
from vsa_core.phrases.cameras import camera_text, cameras, cameras_text


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.lists(names, min_size=1, max_size=4).map(tuple))
def test_cameras_survive_their_text(language: str, asked: tuple[str, ...]) -> None:
    cursor = at(cameras_text(lexicon(language), asked), language)
    assert cameras(cursor) == asked
    assert cursor.ended


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("3", "3"),
        ("Cam-12.b", "Cam-12.b"),
        ("Été", "Été"),
        ("rouge", '"rouge"'),
        ("Rue du Bac", '"Rue du Bac"'),
        ('"', '"\\""'),
        ("a\u202eb", '"a\\u{202e}b"'),
        ("e\u0301", '"e\\u{301}"'),
        ("", '""'),
    ],
)
def test_a_name_is_quoted_where_it_must_be(name: str, text: str) -> None:
    assert camera_text(lexicon("fr"), name) == text


@pytest.mark.parametrize(
    ("text", "asked", "after"),
    [
        ("caméra 3 et personne", ("3",), "et"),
        ("caméras 3, 4 et 5 et vélo", ("3", "4", "5"), "et"),
        ("caméras 3, 4, entre 2h", ("3", "4"), ","),
        ("sur la caméra «Rue A» vélo", ("Rue A",), "velo"),
    ],
)
def test_a_list_ends_where_no_name_can_stand(text: str, asked: tuple[str, ...], after: str) -> None:
    cursor = at(text)
    assert cameras(cursor) == asked
    assert cursor.token.text == after


def test_a_word_of_the_language_is_no_bare_name() -> None:
    assert fault(cameras, "caméra rouge") == ("PHR-005", "rouge")
    assert fault(cameras, "caméra") == ("PHR-006", "")
    assert cameras(at("vélo")) is None
