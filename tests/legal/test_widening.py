from dataclasses import replace
from typing import Any

import pytest

from tests.legal.procedure import BASIS, CASE, OPENED, WINDOW, YEAR
from vsa_core.domain.case import Case
from vsa_core.domain.moment import Window
from vsa_core.domain.widening import Wider, wider_of
from vsa_core.errors import Refused
from vsa_core.legal.calendar import years_after
from vsa_core.legal.widening import widened

NOW = OPENED + YEAR // 2
WIDE = Window(WINDOW.start - 5, WINDOW.end + 5)
ORGANISED = replace(CASE, basis=replace(BASIS, offence="706-73"))


def wider(**changes: Any) -> Wider:
    return Wider(**{"decision": "ORD 3", "decided": NOW - 1000, **changes})


def test_a_decision_widens_cameras_window_end_and_date_of_erasure() -> None:
    terms = wider(
        cameras=("pont",), window=WIDE, expires=OPENED + 2 * YEAR, erase_by=CASE.erase_by + 9
    )
    case = widened(CASE, terms, NOW)
    assert case.basis.cameras == (*BASIS.cameras, "pont")
    assert case.basis.window == WIDE
    assert case.basis.expires == OPENED + 2 * YEAR
    assert case.erase_by == CASE.erase_by + 9


@pytest.mark.parametrize(
    "terms",
    [
        {},
        {"cameras": ("rue",)},
        {"window": WINDOW},
        {"window": Window(WINDOW.start + 1, WINDOW.end + 9)},
        {"expires": BASIS.expires - 1},
        {"erase_by": CASE.erase_by - 1},
    ],
)
def test_what_widens_nothing_or_narrows_something_is_refused(terms: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="LAW-038"):
        widened(CASE, wider(**terms), NOW)


@pytest.mark.parametrize(
    ("decision", "decided", "code"),
    [
        (" ", NOW - 1, "LAW-021"),
        ("x" * 201, NOW - 1, "LAW-021"),
        ("ORD", NOW + 1, "LAW-050"),
    ],
)
def test_a_magistrate_has_decided_before(decision: str, decided: int, code: str) -> None:
    with pytest.raises(Refused, match=code):
        widened(CASE, wider(decision=decision, decided=decided, cameras=("pont",)), NOW)


@pytest.mark.parametrize(
    ("case", "now", "code"),
    [
        (replace(CASE, closed=OPENED + 5), NOW, "LAW-035"),
        (CASE, CASE.erase_by, "LAW-036"),
    ],
)
def test_what_is_closed_or_to_be_erased_is_not_widened(case: Case, now: int, code: str) -> None:
    with pytest.raises(Refused, match=code):
        widened(case, wider(cameras=("pont",), decided=OPENED), now)


def test_beyond_three_years_only_the_offences_of_article_230_22_are_renewed() -> None:
    late = years_after(OPENED, 3) + 1
    with pytest.raises(Refused, match="LAW-022"):
        widened(CASE, wider(erase_by=late), NOW)
    decided = OPENED + 2 * YEAR - 1000
    case = widened(ORGANISED, wider(erase_by=late, decided=decided), OPENED + 2 * YEAR - 10)
    assert case.erase_by == late


def test_a_renewal_is_worth_two_years_from_its_decision_and_may_be_renewed() -> None:
    decided = OPENED + 2 * YEAR - 1000
    latest = years_after(decided, 2)
    with pytest.raises(Refused, match="LAW-015"):
        widened(ORGANISED, wider(erase_by=latest + 1, decided=decided), decided + 1)
    once = widened(ORGANISED, wider(erase_by=latest, decided=decided), decided + 1)
    again = wider(erase_by=years_after(latest - 5, 2), decided=latest - 5)
    assert widened(once, again, latest - 1).erase_by == again.erase_by


def test_the_terms_that_are_signed_are_those_that_are_applied() -> None:
    for terms in (wider(), wider(cameras=("pont",), window=WIDE, expires=7, erase_by=9)):
        assert wider_of(terms.fields()) == terms
