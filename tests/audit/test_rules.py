"""Article 25 as a table: each act has its mandatory fields, each answer its question."""

import pytest

from tests.audit.world import BEGUN, query
from vsa_core.audit.rules import (
    ANSWERS,
    OPENERS,
    REQUIRED,
    WHOLE,
    Opened,
    answered,
    fits,
    missing,
    opens,
)
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical

FULL: dict[str, Canonical] = {
    **query().fields(5, "", BEGUN, "b", 1),
    "about": {"of": 3, "recipient": "tribunal"},
    "models": ["ab"],
    "app": "1",
}
ASKED = Opened(3, Act.QUERY, str(FULL["question"]), 1, "alice", "2026/17")


def test_every_act_has_its_rule() -> None:
    assert set(REQUIRED) == set(Act)


@pytest.mark.parametrize("act", sorted(REQUIRED))
def test_a_full_record_lacks_nothing(act: Act) -> None:
    assert missing({**FULL, "act": act.value}) == ()


@pytest.mark.parametrize(
    ("act", "name"), [(a, n) for a in sorted(REQUIRED) for n in sorted(REQUIRED[a])]
)
def test_each_mandatory_field_is_missed(act: Act, name: str) -> None:
    inner = name in ("of", "recipient")
    blanks: dict[str, Canonical] = {"about": {}, "models": [], "basis": None}
    change = {"about": {"x": 1}} if inner else {name: blanks.get(name, " ")}
    assert name in missing({**FULL, "act": act.value, **change})


@pytest.mark.parametrize("act", [Act.QUERY, Act.VIEW, Act.EXAMINE, Act.MATCH, Act.EXPORT])
def test_consultation_and_disclosure_say_why_and_who(act: Act) -> None:
    assert {"who", "role", "case", "basis", "motive", "question"} <= REQUIRED[act]


def test_disclosure_names_its_recipient() -> None:
    lacking = missing({**FULL, "act": "export", "about": {"recipient": "  ", "clip": 1}})
    assert lacking == ("recipient",)


def test_an_answer_names_what_it_answers() -> None:
    assert answered({**FULL, "act": "result"}) == 3
    assert answered({**FULL, "act": "query"}) == -1
    assert answered({**FULL, "act": "result", "about": {"of": True}}) == -1
    assert answered({**FULL, "act": "result", "about": {"of": "3"}}) == -1


def test_an_answer_fits_its_question() -> None:
    answer = {**FULL, "act": "result"}
    assert fits(answer, ASKED)
    assert not fits(answer, None)
    assert not fits({**answer, "question": "other"}, ASKED)
    assert not fits({**answer, "case": "2026/18"}, ASKED)
    assert not fits({**answer, "act": "export_done"}, ASKED)


def test_an_abortion_may_leave_out_the_question() -> None:
    assert fits({**FULL, "act": "aborted", "question": "", "case": ""}, ASKED)
    assert not fits({**FULL, "act": "aborted", "question": "other"}, ASKED)


def test_what_can_be_answered_can_be_aborted() -> None:
    assert ANSWERS[Act.ABORTED] == OPENERS


def test_a_view_that_is_whole_in_one_record_opens_nothing() -> None:
    view = {**FULL, "act": "view"}
    assert opens(view)
    assert opens({**view, "about": {"what": "reel"}})
    assert opens({**view, "about": {"what": ["tracks"]}})
    for what in sorted(WHOLE):
        assert not opens({**view, "about": {"what": what}})
        assert opens({**FULL, "about": {"what": what}})
    assert not opens({**FULL, "act": "result"})
