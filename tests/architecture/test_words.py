"""Every code that the source raises has its words in French and in English, and none is idle."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.codes import (
    LANGUAGES,
    mentioned,
    placeholders,
    raised,
    sentences,
    words,
)
from tests.architecture.house import ROOT, write

NBSP = "\u00a0\u202f"


def wordless(root: Path) -> list[str]:
    """Codes in the source without three sentences in each language."""
    codes = mentioned(root) | {call.code for call in raised(root)}
    return [
        f"{code} ({language})"
        for language in LANGUAGES
        for code in sorted(codes - set(words(root, language)))
    ]


def idle(root: Path) -> list[str]:
    """Words for codes that the source never names."""
    codes = mentioned(root) | {call.code for call in raised(root)}
    return [
        f"{code} ({language})"
        for language in LANGUAGES
        for code in sorted(set(words(root, language)) - codes)
    ]


def misfilled(root: Path) -> list[str]:
    """Calls that do not pass a value which the words show; others only reach `--json`."""
    found = []
    for language in LANGUAGES:
        said = words(root, language)
        for call in raised(root):
            shown = said.get(call.code)
            if shown is not None and call.values is not None and shown - call.values:
                found.append(
                    f"{call.where} {call.code} ({language}):"
                    f" words show {sorted(shown)}, the call passes {sorted(call.values)}"
                )
    return found


def lopsided(root: Path) -> list[str]:
    """Sentences that one language lacks, or that show other values in it."""
    french, english = (sentences(root, language) for language in LANGUAGES)
    missing = sorted(set(french) ^ set(english))
    unequal = [
        key
        for key in sorted(set(french) & set(english))
        if placeholders(french[key]) != placeholders(english[key])
    ]
    return [*missing, *unequal]


def ill_set(root: Path) -> list[str]:
    """French sentences without a no-break space where French wants one."""
    wrong = re.compile(rf"[^{NBSP}\s!?][;?!](\s|$)| [:;?!»]|[^{NBSP}]»|«[^{NBSP}]")
    said = sentences(root, "fr")
    return [key for key, sentence in said.items() if wrong.search(sentence)]


CHECKS = [wordless, idle, misfilled, lopsided, ill_set]

SOURCE = '"""Full."""\nfrom vsa_core.errors import Refused\nraise Refused("ABC-001", name="x")\n'
FRENCH = """["ABC-001"]
cause = "Le fichier {name} est refusé\u00a0: il est vide."
consequence = "Rien n’a été fait."
next = "Donnez un autre fichier."
"""
ENGLISH = """["ABC-001"]
cause = "The file {name} is refused: it is empty."
consequence = "Nothing was done."
next = "Give another file."
"""


def _house(root: Path, source: str, french: str, english: str) -> Path:
    write(root, "vsa_core/full.py", source)
    write(root, "resources/i18n/fr/ABC.toml", french)
    write(root, "resources/i18n/en/ABC.toml", english)
    return root


@pytest.mark.parametrize("check", CHECKS)
def test_the_words_are_there(check: Callable[[Path], list[str]]) -> None:
    assert check(ROOT) == []


@pytest.mark.parametrize("check", CHECKS)
def test_a_sound_house_passes(check: Callable[[Path], list[str]], tmp_path: Path) -> None:
    assert check(_house(tmp_path, SOURCE, FRENCH, ENGLISH)) == []


@pytest.mark.parametrize(
    ("check", "source", "french", "english"),
    [
        (wordless, SOURCE.replace("001", "002"), FRENCH, ENGLISH),
        (wordless, 'CODE = "ABC-003"\n', FRENCH, ENGLISH),
        (wordless, SOURCE, FRENCH, ENGLISH.replace("next", "then")),
        (wordless, SOURCE, "", ENGLISH),
        (idle, "", FRENCH, ENGLISH),
        (misfilled, SOURCE.replace("name=", "path="), FRENCH, ENGLISH),
        (lopsided, SOURCE, FRENCH.replace("{name}", ""), ENGLISH),
        (lopsided, SOURCE, FRENCH + 'more = "plus"\n', ENGLISH),
        (ill_set, SOURCE, FRENCH.replace("\u00a0:", " :"), ENGLISH),
        (ill_set, SOURCE, FRENCH.replace("fait.", "fait !"), ENGLISH),
        (ill_set, SOURCE, FRENCH.replace("fait.", "fait!"), ENGLISH),
        (ill_set, SOURCE, FRENCH.replace("{name}", "« {name} »"), ENGLISH),
    ],
)
def test_the_check_bites(
    check: Callable[[Path], list[str]], source: str, french: str, english: str, tmp_path: Path
) -> None:
    assert check(_house(tmp_path, source, french, english)) != []
