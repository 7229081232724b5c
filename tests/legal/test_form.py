from datetime import date

from vsa_core.domain.case import Basis, Case
from vsa_core.legal.form import LANGUAGES, form
from vsa_core.legal.law_data import law

TODAY = date(2026, 11, 22)


def test_each_field_names_an_article_of_the_data_file_and_its_words() -> None:
    cited = {entry["cited"] for entry in law("articles").values()}
    for field in form(TODAY):
        assert field.article in cited
        assert set(field.words) == set(LANGUAGES)
        assert all(field.words.values())


def test_the_form_asks_for_every_fact_of_a_case_that_a_person_gives() -> None:
    given = set(Case.__dataclass_fields__) | set(Basis.__dataclass_fields__)
    given -= {"basis", "opened", "opened_by", "closed"}  # told by the program
    assert {field.key for field in form(TODAY)} == given


def test_the_assessment_and_the_date_of_erasure_are_always_asked() -> None:
    needed = {field.key for field in form(TODAY) if field.required}
    assert {"aipd", "erase_by", "framework", "magistrate", "cameras", "window"} <= needed
