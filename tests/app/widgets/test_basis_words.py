from dataclasses import replace

from app.widgets.basis_words import BasisWords
from app.words import Words
from tests.desk.scene import AIPD, HOUR, START, basis
from vsa_core.domain.case import Case, Framework

CASE = Case("2024/17", basis(), ("alice", "bob"), START + 100 * HOUR, START, "alice", AIPD)


def test_everything_that_the_law_asked_is_told(words: Words) -> None:
    rows = dict(BasisWords(words).rows(CASE))
    assert rows["Requisition"] == CASE.basis.requisition
    assert rows["People"] == "alice, bob"
    assert AIPD.reference in rows["Impact assessment (AIPD)"]
    assert rows["Closed"] == "–"


def test_a_closed_case_says_since_when(words: Words) -> None:
    rows = dict(BasisWords(words).rows(replace(CASE, closed=START + HOUR)))
    assert rows["Closed"] != "–"


def test_an_authorisation_is_told_or_deemed_given(words: Words) -> None:
    given = replace(CASE.basis, framework=Framework.PRELIMINARY, authorisation="A 12\u202e")
    assert dict(BasisWords(words).rows(replace(CASE, basis=given)))["Authorisation"] == (
        "A 12⟨U+202E⟩"
    )
    deemed = replace(CASE.basis, authorisation="")
    assert dict(BasisWords(words).rows(replace(CASE, basis=deemed)))["Authorisation"]
