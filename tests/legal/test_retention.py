"""Three regimes of erasure, and renewals that count only when a magistrate decided in time."""

from dataclasses import replace

import pytest

from tests.legal.procedure import CASE, OPENED, YEAR, with_basis
from vsa_core.domain.case import Case, Framework
from vsa_core.domain.term import Term
from vsa_core.errors import Refused
from vsa_core.legal.calendar import years_after
from vsa_core.legal.retention import SOON, Regime, Renewal, due, erase_date, regime, term

LIMIT = years_after(OPENED, 3)
ORGANISED = replace(with_basis(offence="vol en bande organisée, art. 706-73 CPP"), erase_by=LIMIT)
SEARCH = with_basis(framework=Framework.ARTICLE_74_1, offence="")


@pytest.mark.parametrize(
    ("offence", "expected"),
    [
        ("NATINF 7151", Regime.ORDINARY),
        ("706-73", Regime.ORGANISED),
        ("art. 706-73-1", Regime.ORGANISED),
        ("706-74 2°", Regime.ORGANISED),
        ("706-75", Regime.ORDINARY),
        ("1706-73", Regime.ORDINARY),
        ("706-735", Regime.ORDINARY),
    ],
)
def test_the_offence_tells_the_regime(offence: str, expected: Regime) -> None:
    assert regime(with_basis(offence=offence)) is expected


def test_a_search_is_a_search_whatever_else_it_cites() -> None:
    assert regime(SEARCH) is Regime.SEARCH
    assert regime(with_basis(framework=Framework.ARTICLE_74, offence="706-73")) is Regime.SEARCH


def test_a_case_is_due_on_its_day() -> None:
    assert erase_date(CASE) == CASE.erase_by
    assert not due(CASE, CASE.erase_by - 1)
    assert due(CASE, CASE.erase_by)


def test_three_years_hold_whatever_the_case_says() -> None:
    assert erase_date(replace(CASE, erase_by=OPENED + 9 * YEAR)) == LIMIT


@pytest.mark.parametrize("case", [CASE, SEARCH, ORGANISED])
def test_the_end_of_the_inquiry_comes_first(case: Case) -> None:
    assert due(case, OPENED + 5, ended=OPENED + 5)
    assert erase_date(case, ended=LIMIT + YEAR) == erase_date(case)


def test_renewals_count_from_their_decision() -> None:
    first = Renewal("ORD 1", LIMIT - 10)
    assert erase_date(ORGANISED, [first]) == years_after(LIMIT - 10, 2)
    second = Renewal("ORD 2", years_after(LIMIT - 10, 2))
    assert erase_date(ORGANISED, [first, second]) == years_after(second.decided, 2)
    assert erase_date(ORGANISED, [Renewal("ORD 0", OPENED)]) == LIMIT


@pytest.mark.parametrize(
    ("code", "case", "renewal"),
    [
        ("LAW-022", CASE, Renewal("ORD 1", OPENED)),
        ("LAW-022", SEARCH, Renewal("ORD 1", OPENED)),
        ("LAW-021", ORGANISED, Renewal(" ", OPENED)),
        ("LAW-023", ORGANISED, Renewal("ORD 1", LIMIT + 1)),
    ],
)
def test_a_renewal_that_is_none(code: str, case: Case, renewal: Renewal) -> None:
    with pytest.raises(Refused, match=code):
        due(case, LIMIT, [renewal])


def test_a_term_is_told_thirty_days_before_it_comes() -> None:
    for now, stands in (
        (LIMIT - SOON - 1, Term.AHEAD),
        (LIMIT - SOON, Term.SOON),
        (LIMIT - 1, Term.SOON),
        (LIMIT, Term.PASSED),
    ):
        assert term(LIMIT, now) is stands
