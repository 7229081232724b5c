import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal


@pytest.fixture
def watched(case: Terminal) -> Terminal:
    """The shared case, on whose machine a DPO is enrolled."""
    case("people", "add", "dan", "--role", "dpo", "--habilitation", "H-9")
    case.set("USER", "dan")
    return case


def test_the_overview_is_told_with_its_rule(watched: Terminal) -> None:
    (seen,) = watched("audit", "overview", "--json").of("overview")
    assert seen["rule"] == {"hours": [7, 20], "wide_hours": 24, "wide_classes": 3}
    assert seen["unit"] == "day"
    assert sum(sum(one["counts"].values()) for one in seen["bins"]) == sum(seen["acts"].values())
    assert set(seen) >= {"refusals", "out_of_hours", "broad", "reasons"}
    said = watched("audit", "overview").out
    assert WORDS.say("cli.audit.overview.purpose").split(".")[0][:40] in said
    assert "25 § 2" in said


def test_the_rule_is_what_one_says(watched: Terminal) -> None:
    words = ("--hours", "0", "1", "--wide-hours", "1", "--wide-classes", "1", "--json")
    (seen,) = watched("audit", "overview", *words).of("overview")
    assert seen["rule"] == {"hours": [0, 1], "wide_hours": 1, "wide_classes": 1}
    assert seen["out_of_hours"]["total"] > 0
    fact = seen["out_of_hours"]["facts"][0]
    assert set(fact) == {"place", "us", "act", "who", "case", "why"}
    said = watched("audit", "overview", *words[:-1]).out
    assert WORDS.say("journal.why.out_of_hours") in said


def test_hours_that_are_none_are_told(watched: Terminal) -> None:
    said = watched("audit", "overview", "--hours", "20", "7", "--json")
    assert (said.status, said.code) == (2, "CAS-100")


def test_a_period_without_acts_has_none(watched: Terminal) -> None:
    long_ago = ("--from", "2020-01-01T00:00:00Z", "--to", "2021-01-01T00:00:00Z")
    (seen,) = watched("audit", "overview", *long_ago, "--json").of("overview")
    assert seen["acts"] == {}


def test_an_analyst_is_refused(case: Terminal) -> None:
    said = case("audit", "overview", "--json")
    assert (said.status, said.code) == (3, "LAW-001")
