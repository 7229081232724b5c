from app.widgets.term_words import TermWords
from app.words import Words
from vsa_core.domain.term import CaseTerm, ShardTerm, Term, Terms

DAY = 1_709_640_000_000_000
PASSED = CaseTerm("2024/1", DAY, None, Term.PASSED)
OLD = ShardTerm("2024H1", DAY, Term.PASSED)


def test_only_what_is_late_is_told_on_the_line(words: Words) -> None:
    told = TermWords(words)
    assert told.alarm(Terms((), ())) == ""
    line = told.alarm(Terms((PASSED, PASSED), (OLD,)))
    assert "2" in line
    assert "1" in line
    assert "30" not in line
    soon = ShardTerm("2024H2", DAY, Term.SOON)
    assert "30" in told.alarm(Terms((), (soon,)))


def test_each_case_says_where_its_term_stands(words: Words) -> None:
    told = TermWords(words)
    closed = CaseTerm("2024/1", DAY, DAY, Term.PASSED)
    undated = CaseTerm("2024/1", None, None, Term.AHEAD)
    states = {told.case(one) for one in (PASSED, closed, undated)}
    assert len(states) == 3
    assert told.day(None) == "–"
    assert told.day(DAY) == "05/03/2024"


def test_each_volume_says_what_keeps_it(words: Words) -> None:
    told = TermWords(words)
    held = ShardTerm("2024H1", DAY, Term.PASSED, 2, ("2024/1", "2024/\u202e2"))
    nameless = ShardTerm("2024H1", DAY, Term.PASSED, 2)
    in_use = ShardTerm("2024H1", None, Term.AHEAD)
    ahead = ShardTerm("2024H1", DAY, Term.AHEAD)
    states = [told.shard(one) for one in (OLD, held, nameless, in_use, ahead)]
    assert len(set(states)) == 5
    assert "2024/1" in states[1]
    assert "\u202e" not in states[1]
    assert "2" in states[2]
