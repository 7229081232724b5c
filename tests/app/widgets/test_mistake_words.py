from dataclasses import replace

import pytest

from app.widgets import mistake_words as tell
from app.words import Words, read_words
from tests.app.laboratory import mistakes


def test_a_miss_and_a_false_alarm_are_told_apart_in_words_and_icon() -> None:
    missed, false, *_ = mistakes()
    assert (tell.what(missed), tell.what(false)) == ("missed event", "false alarm")
    assert tell.LOOKS[True][0] != tell.LOOKS[False][0]


@pytest.mark.parametrize(
    ("direction", "told"),
    [
        ("left", "vers la gauche de l’image"),
        ("to_left", "vers la gauche de la ligne"),
        ("to_left up", "vers la gauche de la ligne, vers le haut de l’image"),
        ("", ""),
        ("unheard", "unheard"),
    ],
)
def test_the_way_is_told_in_the_words_of_the_kind_or_of_the_picture(
    words: Words, direction: str, told: str
) -> None:
    assert tell.way(replace(mistakes()[0], direction=direction), words) == told


def test_a_title_says_what_when_and_where_and_hides_nothing() -> None:
    one = replace(mistakes()[0], clip="a\u202eb.mp4")
    assert (
        tell.title(one, read_words("en")) == "Missed event · 0:01:14.480 · a⟨U+202E⟩b.mp4 · porte"
    )
