from dataclasses import replace

import pytest

from tests.desk.question_calls import GROUND
from tests.desk.records import count, denied, last, records
from tests.desk.refusing import check_of_case
from tests.desk.scene import HOUR, Office, crossing, hits
from vsa_core.domain.case import Act
from vsa_core.errors import Refused, WrongUsage

NAME = "Qui passe la porte de M. Untel ?"


def test_a_question_is_kept_listed_and_asked_again(ready: Office) -> None:
    d, who, where = ready.desks, ready.who, ready.where
    saved = d.saved.keep(who, where, "milieu", replace(crossing(), grounds=(GROUND,)))
    assert (saved.name, saved.query, saved.by) == ("milieu", crossing(), "alice")
    assert saved in d.saved.listed(who, where)
    assert last(ready.home)["act"] == Act.CONSULT
    assert d.saved.named(who, where, "milieu") == saved
    assert hits(ready, saved.query) == hits(ready)


def test_keeping_renaming_and_dropping_leave_a_record_without_the_name(ready: Office) -> None:
    d, who, where = ready.desks, ready.who, ready.where
    before = count(ready)
    d.saved.keep(who, where, NAME, crossing())
    d.saved.rename(who, where, NAME, NAME + "bis")
    d.saved.drop(who, where, NAME + "bis")
    told = records(ready.home)[before:]
    assert [one["act"] for one in told] == [Act.SAVE] * 3
    assert [one["about"]["done"] for one in told] == ["keep", "rename", "drop"]
    assert all(one["sealed"] for one in told)
    assert "Untel" not in str(told)
    assert all(one.name != NAME for one in d.saved.listed(who, where))


def test_a_name_is_short_printable_and_its_own(ready: Office) -> None:
    d, who, where = ready.desks, ready.who, ready.where
    for name in ("", "  ", "a" * 81, "a\nb", "a\u202eb"):
        with pytest.raises(WrongUsage, match="CAS-144"):
            d.saved.keep(who, where, name, crossing())
    d.saved.keep(who, where, " e\u0301cole ", crossing())
    with pytest.raises(WrongUsage, match="CAS-145"):
        d.saved.keep(who, where, "\u00e9cole", crossing())
    for call in (
        lambda: d.saved.rename(who, where, "rien", "autre"),
        lambda: d.saved.drop(who, where, "rien"),
        lambda: d.saved.named(who, where, "rien"),
    ):
        with pytest.raises(WrongUsage, match="CAS-146"):
            call()


def test_a_question_without_sense_is_not_kept(ready: Office) -> None:
    before = count(ready)
    with pytest.raises(WrongUsage, match="EVT-002"):
        ready.desks.saved.keep(ready.who, ready.where, "rien", replace(crossing(), place=None))
    assert count(ready) == before


def test_the_questions_of_a_case_are_not_those_of_another(ready: Office) -> None:
    for call in (
        lambda at: at.desks.saved.keep(at.who, at.where, "autre", crossing()),
        lambda at: at.desks.saved.listed(at.who, at.where),
        lambda at: at.desks.saved.named(at.who, at.where, "milieu"),
        lambda at: at.desks.saved.rename(at.who, at.where, "milieu", "b"),
        lambda at: at.desks.saved.drop(at.who, at.where, "milieu"),
    ):
        check_of_case(call, ready)


def test_a_closed_case_keeps_no_more_questions(ready: Office) -> None:
    archive = ready.desks.cases._tickets.archive(ready.who, ready.where)
    closed = replace(ready.where.case, closed=ready.where.case.opened + HOUR)
    where = ready.desks.cases._tickets.amend(ready.who, ready.where, closed)
    try:
        with pytest.raises(Refused, match="LAW-035"):
            ready.desks.saved.keep(ready.who, where, "tard", crossing())
        assert denied(ready.home) == ("alice", Act.SAVE, "LAW-035")
    finally:
        ready.desks.cases._tickets.amend(ready.who, where, ready.where.case)
    assert archive.catalogue.saved.get("tard") is None
