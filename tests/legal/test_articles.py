"""Every article that a refusal cites is in the data file, and numbered by the day."""

import re
from datetime import date
from pathlib import Path

import pytest

from vsa_core.legal import articles
from vsa_core.legal.articles import article_on, cited, recited
from vsa_core.legal.law_data import law

CODE = Path(__file__).resolve().parents[2] / "vsa_core"
TABLE = {
    "scope": {"cited": "CPP art. 230-20", "later": "CPP art. 9-1", "from": date(2029, 1, 1)},
    "unread": {"cited": "CPP art. 230-21", "later": "", "from": date(2029, 1, 1)},
    "kept": {"cited": "LIL art. 101", "later": ""},
}


def test_the_data_file_has_what_the_code_cites_and_nothing_else() -> None:
    named = {value for name, value in vars(articles).items() if name.isupper()}
    assert {entry["cited"] for entry in law("articles").values()} == named


def test_every_entry_says_its_subject_and_its_later_number() -> None:
    for entry in law("articles").values():
        assert entry["subject"]
        assert isinstance(entry["later"], str)


def test_a_number_changes_on_the_day_the_code_is_renumbered() -> None:
    assert article_on("scope", date(2028, 12, 31), TABLE) == "CPP art. 230-20"
    assert article_on("scope", date(2029, 1, 1), TABLE) == "CPP art. 9-1"
    assert recited("CPP art. 230-20", date(2030, 1, 1), TABLE) == "CPP art. 9-1"


@pytest.mark.parametrize("key", ["unread", "kept"])
def test_a_number_that_nobody_read_yet_stays_that_of_today(key: str) -> None:
    assert article_on(key, date(2031, 1, 1), TABLE) == TABLE[key]["cited"]


def test_what_is_no_article_of_ours_is_left_alone() -> None:
    assert recited("art. 12 of nothing", date(2030, 1, 1), TABLE) == "art. 12 of nothing"


def test_an_article_nobody_knows_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        cited("nothing")


def test_no_value_of_the_code_spells_an_article_out() -> None:
    spelt = re.compile(r'"[^"\n]*\bart\. (?:R\. )?\d[^"\n]*"')
    for path in (CODE / "legal").rglob("*.py"):
        found = [line for line in path.read_text("utf-8").splitlines() if spelt.search(line)]
        assert not [line for line in found if not line.lstrip().startswith('"""')], path
