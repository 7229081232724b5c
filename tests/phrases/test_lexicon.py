from itertools import combinations
from pathlib import Path

import pytest

from tests.phrases.questions import LANGUAGES, lexicon
from vsa_core.domain.objects import CLASSES, COLOURS
from vsa_core.errors import Bug
from vsa_core.events.combining import COMBINATIONS
from vsa_core.events.registry import KINDS
from vsa_core.phrases.lexicon import lexicon_of, read_lexicon

BY_KIND = {"direction", "setting", "said", "choice"}
"""Tables of which only some keys may stand at one place."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_direction_setting_class_and_colour_has_its_words(language: str) -> None:
    words = lexicon(language)
    for kind in KINDS:
        assert words.say("verb", kind.KIND)
        assert all(words.say("direction", one) for one in kind.DIRECTIONS)
        assert all(words.has("setting", one.name) for one in kind.PARAMETERS), kind.KIND
    for made in COMBINATIONS:
        assert words.say("joint", made.KIND)
    assert all(words.say("class", name) for name in CLASSES)
    assert all(words.say("colour", name) for name in COLOURS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_says_two_things_at_one_place(language: str) -> None:
    for name, table in lexicon(language).tables.items():
        if name in BY_KIND:
            continue
        for one, other in combinations(table.every, 2):
            assert one.words != other.words or one.key == other.key, (name, one, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_of_one_kind_have_words_of_their_own(language: str) -> None:
    table = lexicon(language).tables["setting"]
    for kind in (*KINDS, *COMBINATIONS):
        keys = {p.name for p in kind.PARAMETERS} | {
            f"{kind.KIND}_{p.name}" for p in kind.PARAMETERS
        }
        said = [phrase.words for phrase in table.every if phrase.key in keys]
        assert len(said) == len(set(said)), kind.KIND


@pytest.mark.parametrize("language", LANGUAGES)
def test_directions_of_one_kind_have_words_of_their_own(language: str) -> None:
    table = lexicon(language).tables["direction"]
    for kind in KINDS:
        said = [phrase.words for phrase in table.every if phrase.key in kind.DIRECTIONS]
        assert len(said) == len(set(said)), kind.KIND


def test_the_first_phrase_is_the_one_that_is_written() -> None:
    words = lexicon_of("en", {"verb": {"a": ["goes to", "goes"]}, "meaning": {}, "hint": {}})
    assert words.say("verb", "a") == "goes to"
    assert words.tables["verb"].every[0].rest(1) == "to"
    assert [phrase.surface for phrase in words.tables["verb"].by_first["goes"]] == [
        "goes to", "goes",
    ]  # fmt: skip
    with pytest.raises(KeyError):
        words.say("verb", "b")


def test_decimals_are_those_of_the_language() -> None:
    assert (lexicon("fr").number("1.5"), lexicon("en").number("1.5")) == ("1,5", "1.5")


def test_words_that_are_absent_are_our_fault(tmp_path: Path) -> None:
    with pytest.raises(Bug, match="PHR-090"):
        read_lexicon(tmp_path, "fr")
