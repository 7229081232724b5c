from vsa_core.domain.term import CaseTerm, ShardTerm, Term, Terms

PASSED = CaseTerm("2024/1", 5, None, Term.PASSED)
AHEAD = CaseTerm("2024/2", 99, None, Term.AHEAD)
IN_USE = ShardTerm("2024H2", None, Term.AHEAD)


def test_a_volume_goes_when_its_years_are_over_and_no_case_holds_it() -> None:
    assert ShardTerm("2024H1", 5, Term.PASSED).may_go
    assert not ShardTerm("2024H1", 5, Term.PASSED, 1, ("2024/1",)).may_go
    assert not ShardTerm("2024H1", 5, Term.SOON).may_go
    assert not IN_USE.may_go


def test_what_is_due_now_or_soon_rings() -> None:
    assert Terms((PASSED, AHEAD), (IN_USE,)).alarm
    assert Terms((), (ShardTerm("2024H1", 5, Term.SOON),)).alarm
    assert Terms((), (ShardTerm("2024H1", 5, Term.PASSED),)).alarm
    assert not Terms((AHEAD,), (IN_USE, ShardTerm("2024H1", 5, Term.PASSED, 1))).alarm
    assert Terms((PASSED, PASSED, AHEAD), ()).of_cases(Term.PASSED) == 2
