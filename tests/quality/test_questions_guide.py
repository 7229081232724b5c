"""What the guide to questions in words tells one to type is compiled as it is written there."""

import re
from pathlib import Path

import pytest

from tests.phrases.questions import lexicon
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.phrases.reading import read
from vsa_core.phrases.writing import write

ROOT = Path(__file__).resolve().parents[2]
GUIDES = {
    language: ROOT / "docs" / "guides" / f"questions.{language}.md" for language in ("fr", "en")
}
WORDS = 1_100
"""Two pages."""


def examples(language: str) -> list[str]:
    """The numbered examples of a guide."""
    return re.findall(r"^\d+\. `(.*)`$", GUIDES[language].read_text("utf-8"), re.MULTILINE)


def refused(language: str) -> list[str]:
    """The texts of a guide that are told to be refused."""
    return re.findall(r"^- `(.*?)`", GUIDES[language].read_text("utf-8"), re.MULTILINE)


def compiled(language: str) -> list[Query]:
    """The examples of a guide as questions."""
    return [read(lexicon(language), text) for text in examples(language)]


@pytest.mark.parametrize("language", GUIDES)
def test_the_guides_are_two_pages_each_with_twenty_examples(language: str) -> None:
    assert len(GUIDES[language].read_text("utf-8").split()) <= WORDS
    assert len(examples(language)) == 20


@pytest.mark.parametrize("language", GUIDES)
def test_every_example_is_compiled_and_survives_its_canonical_text(language: str) -> None:
    for query in compiled(language):
        assert read(lexicon(language), write(lexicon(language), query)) == query


def test_both_guides_ask_the_same_questions() -> None:
    for french, english in zip(compiled("fr"), compiled("en"), strict=True):
        assert len({write(lexicon("fr"), query) for query in (french, english)}) == 1 or (
            (french.cameras, english.cameras) == (("Rue du Bac",), ("Main Street",))
        )


@pytest.mark.parametrize("language", GUIDES)
def test_what_is_told_to_be_refused_is_refused(language: str) -> None:
    assert len(refused(language)) == 5
    for text in refused(language):
        with pytest.raises(WrongUsage, match=r"PHR-00[67]"):
            read(lexicon(language), text)


@pytest.mark.parametrize("language", GUIDES)
def test_every_kind_has_its_example(language: str) -> None:
    kinds = {leaf.kind for query in compiled(language) for leaf in query.leaves()}
    words = lexicon(language).tables["verb"].every
    assert kinds == {phrase.key for phrase in words}
