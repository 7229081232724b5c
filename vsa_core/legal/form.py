"""What is asked when a case is opened, and which article asks for it: data, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vsa_core.legal.articles import article_on
from vsa_core.legal.law_data import law

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of the form: its key, the article that asks for it, its words by language."""

    key: str
    article: str
    required: bool
    words: Mapping[str, str]


def form(day: date) -> tuple[Asked, ...]:
    """The fields in the form's order, with the articles as they are numbered on that day."""
    return tuple(
        Asked(
            key=field["key"],
            article=article_on(field["article"], day),
            required=field["required"],
            words={language: field[language] for language in LANGUAGES},
        )
        for field in law("form")["field"]
    )
