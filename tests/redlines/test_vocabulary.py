"""The words that people read stay careful: nothing is called proof, and nobody a suspect."""

import re
from pathlib import Path

import pytest

from tests.architecture.codes import sentences
from tests.architecture.house import ROOT, write

CARELESS = {
    "fr": re.compile(
        r"preuve|suspect|coupable|délinquant|infraction constatée|identifi(é|ée|és|ées)\b"
        r"|personnes? reconnue|reconnaissance faciale|\bcertitude|verbalis|contravention|alerte",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"evidence|proof|suspect|culprit|guilty|offender|identified|person recogni[sz]ed"
        r"|face recognition|\bcertainty|\bfine\b|ticket|\balert",
        re.IGNORECASE,
    ),
}


ALLOWED = ("capabilities.cannot.", "capabilities.module.", "cli.audit.prove", "cli.audit.proof")
"""Where the program names what it cannot do, and where the journal proves itself: a Merkle proof
is about records, never about what a detector found."""


def careless(root: Path) -> list[str]:
    """Sentences that say more than a detector can know."""
    return [
        f"{key} ({language}): {found.group()}"
        for language, wrong in CARELESS.items()
        for key, sentence in sentences(root, language).items()
        if not key.startswith(ALLOWED) and (found := wrong.search(sentence))
    ]


def test_the_words_are_careful() -> None:
    assert careless(ROOT) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Une preuve a été trouvée."),
        ("fr", "Le suspect est identifié."),
        ("en", "A person recognised twice."),
        ("en", "An alert was raised."),
    ],
)
def test_a_careless_word_is_seen(language: str, sentence: str, tmp_path: Path) -> None:
    write(tmp_path, f"resources/i18n/{language}/USE.toml", f'hit = "{sentence}"\n')
    assert len(careless(tmp_path)) == 1


def test_a_careful_sentence_passes(tmp_path: Path) -> None:
    write(tmp_path, "resources/i18n/fr/USE.toml", 'hit = "Élément à vérifier."\n')
    assert careless(tmp_path) == []
