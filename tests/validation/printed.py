"""What a story of the printed report says, paragraph by paragraph, before it becomes pages."""

from collections.abc import Iterable

from reportlab.platypus import Flowable, Image, Paragraph, Table

from app.words import read_words
from vsa_core.validation.report_words import Voice

FRENCH, ENGLISH = (Voice(read_words(language)) for language in ("fr", "en"))


def said(story: Iterable[Flowable]) -> list[str]:
    """The plain text of every paragraph, those in tables too."""
    return [one.getPlainText() for one in found(story) if isinstance(one, Paragraph)]


def pictures(story: Iterable[Flowable]) -> list[Image]:
    """Every picture."""
    return [one for one in found(story) if isinstance(one, Image)]


def found(story: Iterable[Flowable]) -> list[Flowable]:
    """Every flowable, those in the cells of tables too, in the order of reading."""
    every: list[Flowable] = []
    for one in story:
        every.append(one)
        if isinstance(one, Table):
            for row in one._cellvalues:
                for cell in row:
                    every += found(cell if isinstance(cell, list | tuple) else [cell])
    return [one for one in every if isinstance(one, Flowable)]
