"""The closed list of motives, and the words of motives and refusals in both languages."""

import re
import tomllib
from pathlib import Path

import pytest

from vsa_core.errors import Refused
from vsa_core.legal.motives import MOTIVES, check_motive

ROOT = Path(__file__).resolve().parents[2]


def words(language: str, name: str) -> dict[str, dict[str, str]]:
    path = ROOT / "resources" / "i18n" / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_motive_has_its_words(language: str) -> None:
    assert tuple(words(language, "motives")) == MOTIVES


@pytest.mark.parametrize("code", ["", "M00", "m01", "M1", "because", "M01 "])
def test_a_motive_is_one_of_the_list(code: str) -> None:
    check_motive("M01")
    with pytest.raises(Refused, match="LAW-020"):
        check_motive(code)


@pytest.mark.parametrize(("prefix", "room"), [("LAW", "legal"), ("AUD", "audit")])
def test_every_code_has_its_words_and_the_reverse(prefix: str, room: str) -> None:
    sources = (ROOT / "vsa_core" / room).glob("*.py")
    raised = {code for path in sources for code in found(path.read_text("utf-8"), prefix)}
    assert set(words("fr", prefix)) == set(words("en", prefix)) == raised


@pytest.mark.parametrize("prefix", ["LAW", "AUD"])
def test_both_languages_fill_the_same_places(prefix: str) -> None:
    french, english = words("fr", prefix), words("en", prefix)
    for code, parts in french.items():
        assert list(parts) == list(english[code]) == ["cause", "consequence", "next"]
        assert places(parts) == places(english[code]), code


@pytest.mark.parametrize("name", ["LAW", "AUD", "motives"])
def test_french_has_its_no_break_spaces(name: str) -> None:
    text = (ROOT / "resources" / "i18n" / "fr" / f"{name}.toml").read_text(encoding="utf-8")
    assert not re.search(r"[^\u00a0][;?!»]|«[^\u00a0]|[^\u00a0\"]:", text)


def found(text: str, prefix: str) -> list[str]:
    return re.findall(rf'"({prefix}-\d{{3}})"', text)


def places(parts: dict[str, str]) -> set[str]:
    return {place for text in parts.values() for place in re.findall(r"{(\w+)}", text)}
