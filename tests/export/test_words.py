"""The words of an export: complete in both languages, careful, and found or refused."""

import string
import tomllib
from pathlib import Path

import pytest

from tests.export.world import I18N, english, french
from vsa_core.domain.objects import CLASSES
from vsa_core.errors import Bug
from vsa_core.export.words import KEYS, read_words

CODES = {f"EXP-{n:03}" for n in (*range(1, 10), 11, 12, 13, *range(101, 107))}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_fill_the_same_placeholders(key: str) -> None:
    assert placeholders(french().texts[key]) == placeholders(english().texts[key])


def test_every_class_has_a_name() -> None:
    assert len(french().classes) == len(english().classes) == len(CLASSES)


def test_words_are_careful() -> None:
    for words in (french(), english()):
        said = " ".join((*words.texts.values(), *words.classes)).casefold()
        assert not {"preuve", "suspect", "coupable", "proof", "evidence"} & set(said.split())


def test_a_missing_text_is_our_fault(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    whole = (I18N / "fr" / "export.toml").read_text(encoding="utf-8")
    (tmp_path / "fr" / "export.toml").write_text(whole.replace("matched =", "mached ="))
    with pytest.raises(Bug, match="EXP-012"):
        read_words(tmp_path, "fr")
    with pytest.raises(Bug, match="EXP-012"):
        read_words(tmp_path, "de")


def test_french_puts_no_break_spaces_before_high_signs() -> None:
    for name in ("export.toml", "EXP.toml"):
        for line in (I18N / "fr" / name).read_text(encoding="utf-8").splitlines():
            text = line.replace("%H:%M", "")
            for sign in (" :", " ;", " ?", " !", "« ", " »"):
                assert sign not in text, line


def test_every_code_has_three_sentences_in_both_languages() -> None:
    tables = [
        tomllib.loads((I18N / language / "EXP.toml").read_text(encoding="utf-8"))
        for language in ("fr", "en")
    ]
    for table in tables:
        assert set(table) == CODES
        assert all(set(entry) == {"cause", "consequence", "next"} for entry in table.values())
    for code in CODES:
        told = [set().union(*map(placeholders, table[code].values())) for table in tables]
        assert told[0] == told[1], code
